import fc from 'fast-check';
import type { ComparedStatement } from '../../../src/compare/compared-statement.ts';
import { readForComparison } from '../../../src/compare/compared-text.ts';
import { denials } from '../../../src/compare/relations/denial.ts';

type About = Partial<Omit<ComparedStatement, 'content'>>;
/** The words said, which stand in the text once, with what else is known of them. */
type Said = readonly [id: string, words: string, about?: About];

const statementsOf = (text: string, said: readonly Said[]): ComparedStatement[] =>
  said.map(([id, words, about]) => {
    expect(text.split(words)).toHaveLength(2);
    const start = text.indexOf(words);
    return {
      id,
      content: [{ start, end: start + words.length }],
      isNarration: false,
      polarity: 'AFFIRMED',
      speakerId: id,
      sourceIds: [id],
      isUnnamed: false,
      cue: 'said',
      source: 'Tarsk',
      ...about,
    };
  });

/** What denies what in a text: pairs of statements. */
const denied = (text: string, ...said: readonly Said[]): string[][] =>
  denials(readForComparison(text), statementsOf(text, said)).map(({ fromId, toId }) => [fromId, toId]);

const REPORTED = 'divers found a crack in the northern quay';
const report = (about?: About): Said => ['report', REPORTED, { cue: 'reported', source: 'Kust Daily', ...about }];
const denial = (words: string, about?: About): Said => ['denial', words, { cue: 'denied', source: 'Dolan', ...about }];
const REPORT = `Kust Daily reported that ${REPORTED}.`;

describe('denials', () => {
  it('find what a denial calls by its name, and say so', () => {
    const text = `${REPORT} Dolan denied these reports.`;
    expect(denials(readForComparison(text), statementsOf(text, [report(), denial('these reports')]))).toEqual([
      {
        fromId: 'denial',
        toId: 'report',
        type: 'CONTRADICTS',
        rationale: `“Dolan … denied … these reports” denies “${REPORTED}”.`,
      },
    ]);
  });

  it.each([
    ['denies', 'the report', { cue: 'reported' }],
    ['refuted', 'those allegations', { cue: 'alleged', source: 'the allegation' }],
    ['dismissed', 'such claims', { cue: 'claimed' }],
    ['denying', 'this claim.', { cue: 'claims' }],
    ['Denied', 'The Rumour', { cue: '', source: 'a rumour in town' }],
    ['rejects as', 'the accusations', { cue: 'made the accusation' }],
  ])('know a denial by its cue, and what it means by its noun: %s %s', (cue, noun, about) => {
    const text = `${REPORT} Dolan ${cue} ${noun}`;
    expect(denied(text, report(about), denial(noun, { cue }))).toEqual([['denial', 'report']]);
  });

  it.each([
    ['the cue denies nothing', { cue: 'welcomed' }, 'these reports', {}],
    ['the cue only begins like one', { cue: 'denoted' }, 'these reports', {}],
    ['it calls it by another noun', {}, 'these rumours', {}],
    ['it names more than that', {}, 'these reports from abroad on ropes', {}],
    ['nothing tells which', {}, 'reports', {}],
    ['the same speaker said it', { speakerId: 'report' }, 'these reports', {}],
    ['what was said is that it is not so', {}, 'these reports', { polarity: 'NEGATED' as const }],
  ])('find nothing where %s', (_, about, noun, other) => {
    const text = `${REPORT} Dolan denied ${noun}.`;
    expect(denied(text, report(other), denial(noun, about))).toEqual([]);
  });

  it.each([
    ['in the same sentence', '; ', true],
    ['in the next one', '. ', true],
    ['three sentences on', '. Rain fell. It was cold. ', true],
    ['four sentences on', '. Rain fell. It was cold. It was late. ', false],
  ])('look for it nearby: %s', (_, between, isFound) => {
    const text = `Kust Daily reported that ${REPORTED}${between}Dolan denied these reports.`;
    expect(denied(text, report(), denial('these reports'))).toEqual(isFound ? [['denial', 'report']] : []);
  });

  it('do not deny what comes only later', () => {
    const text = `Dolan denied these reports. ${REPORT}`;
    expect(denied(text, denial('these reports'), report())).toEqual([]);
  });

  it('mean the last one of several', () => {
    const [first, second] = ['boats sank on Sunday', 'pilots went on strike'];
    const text = `Kust Daily reported that ${first}. Sund Post reported that ${second}. Dolan denied that report.`;
    expect(
      denied(
        text,
        ['first', first, { cue: 'reported' }],
        ['second', second, { cue: 'reported' }],
        denial('that report'),
      ),
    ).toEqual([['denial', 'second']]);
  });

  it.each([
    ['in the same words', 'divers had found a crack in the northern quay', [['denial', 'report']]],
    ['in part', 'divers found a crack in the quay', [['denial', 'report']]],
    ['with another point', 'divers found a rope in the southern station', []],
    ['in a few words only', 'a crack in it', []],
  ])('find what is denied by its words: %s', (_, words, expected) => {
    const text = `${REPORT} Rain fell. It was cold. It was late. It was dark. Dolan denied that ${words}, indeed.`;
    expect(denied(text, report(), denial(words))).toEqual(expected);
    const before = `Dolan denied that ${words}, indeed. Rain fell. ${REPORT}`;
    expect(denied(before, denial(words), report())).toEqual(expected);
  });

  it('choose the closest of what is denied by its words', () => {
    const [near, nearer] = ['divers found a crack in some quay of the northern harbour', REPORTED];
    const words = 'divers had found a crack in the northern quay';
    const text = `Tarsk said ${near}. ${REPORT} Dolan denied that ${words}.`;
    expect(denied(text, ['near', near], ['report', nearer], denial(words))).toEqual([['denial', 'report']]);
  });

  it('find nothing in no statements, nor in a denial alone', () => {
    expect(denied('')).toEqual([]);
    expect(denied('Dolan denied these reports.', denial('these reports'))).toEqual([]);
  });

  it('never deny themselves or their own speaker, whatever is said', () => {
    const words = fc.constantFrom(
      'these reports',
      REPORTED,
      'divers found the crack in a northern quay',
      '👩‍👩‍👧',
      'אמת',
      '',
    );
    const said = fc.record({
      words,
      cue: fc.constantFrom('denied', 'reported', 'said', ''),
      speakerId: fc.constantFrom('dolan', 'tarsk', 'post'),
      polarity: fc.constantFrom('AFFIRMED' as const, 'NEGATED' as const),
    });
    fc.assert(
      fc.property(fc.array(said, { maxLength: 7 }), (all) => {
        let text = '';
        const statements = all.map(({ words: some, ...about }, index): ComparedStatement => {
          const start = text.length;
          text += `${some}. `;
          const content = [{ start, end: start + some.length }];
          return {
            id: String(index),
            content,
            isNarration: false,
            sourceIds: [],
            isUnnamed: false,
            source: 'a report',
            ...about,
          };
        });
        for (const { fromId, toId, type } of denials(readForComparison(text), statements)) {
          const [from, to] = [statements[Number(fromId)], statements[Number(toId)]];
          expect(type).toBe('CONTRADICTS');
          expect(from?.cue).toBe('denied');
          expect(to?.polarity).toBe('AFFIRMED');
          expect(to?.speakerId).not.toBe(from?.speakerId ?? '');
        }
      }),
      { numRuns: 500 },
    );
  });
});
