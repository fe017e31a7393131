import fc from 'fast-check';
import { UNCUED_RULES } from '../../../src/extract/uncued/uncued-rules.ts';
import type { Attribution, ReadArticle } from '../../../src/extract/uncued/uncued-rule.ts';
import { paragraphs } from '../../../src/text/paragraphs.ts';
import { quotations } from '../../../src/text/quotations.ts';
import { sentences } from '../../../src/text/sentences.ts';
import type { Span } from '../../../src/text/span.ts';

const read = (text: string): ReadArticle => ({
  text,
  paragraphs: paragraphs(text),
  sentences: sentences(text),
  quotations: quotations(text),
});

const applied = (article: ReadArticle, known: readonly Attribution[]) =>
  UNCUED_RULES.reduce<readonly Attribution[]>((all, { apply }) => apply(article, all), known);

/** The place of some words; of those that stand there several times, the first one. */
const at = (text: string, words: string): Span => {
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`${words} is not in the text.`);
  return { start, end: start + words.length };
};

interface Known {
  readonly source?: string;
  readonly cue: string;
  readonly content: readonly string[];
}

function run(text: string, known: readonly Known[] = []) {
  const attributions = known.map(({ source, cue, content }): Attribution => ({
    source: source === undefined ? [] : [at(text, source)],
    cue: [at(text, cue)],
    content: content.map((words) => at(text, words)),
    confidence: 1,
    step: 'model',
  }));
  return applied(read(text), attributions).map(({ source, cue, content, step }) => ({
    source: source.map(({ start, end }) => text.slice(start, end)),
    cue: cue.map(({ start, end }) => text.slice(start, end)),
    content: content.map(({ start, end }) => text.slice(start, end)),
    step,
  }));
}

const ADA: Known = { source: 'Ada Holm', cue: 'said', content: ['“The bridge is closed,”'] };

describe('words that somebody says without a cue of their own', () => {
  it.each<[string, string, readonly Known[], readonly string[], string[]]>([
    [
      'a second sentence behind the cue',
      '“The bridge is closed,” Ada Holm said. “We will open it in May again.”',
      [ADA],
      ['Ada Holm'],
      ['“The bridge is closed,”', '“We will open it in May again.”'],
    ],
    [
      'a quotation that goes on in the next paragraph',
      'Ada Holm said: “The bridge stays closed until further notice.\n\n“And so does the ferry to the island.”',
      [{ source: 'Ada Holm', cue: 'said', content: ['“The bridge stays closed until further notice.'] }],
      ['Ada Holm'],
      ['“The bridge stays closed until further notice.', '“And so does the ferry to the island.”'],
    ],
    [
      'one that goes on over three paragraphs',
      'Ada Holm said: “One is here.\n\n“Two is not here yet.\n\n“Three will be here soon.”',
      [{ source: 'Ada Holm', cue: 'said', content: ['“One is here.'] }],
      ['Ada Holm'],
      ['“One is here.', '“Two is not here yet.', '“Three will be here soon.”'],
    ],
  ])('belong to it: %s', (_, text, known, source, content) => {
    expect(run(text, known)).toMatchObject([{ source, content }]);
  });

  it.each<[string, string, readonly Known[], string, string[]]>([
    [
      'a quotation alone in the paragraph behind',
      '“The bridge is closed,” Ada Holm said.\n\n“It was never safe in a storm.”',
      [ADA],
      'Ada Holm',
      ['“It was never safe in a storm.”'],
    ],
    ['a label in capitals', 'HOLM: We will open it in May.', [], 'HOLM', ['We will open it in May.']],
    ['a label with a title', 'MR. HOLM: We will open it.', [], 'MR. HOLM', ['We will open it.']],
    ['a label with an office', 'HOLM (mayor): Not yet.', [], 'HOLM', ['Not yet.']],
    [
      'a name behind a dash',
      '“We waited for seven hours.” — Ada Holm, 71',
      [],
      'Ada Holm, 71',
      ['“We waited for seven hours.”'],
    ],
    [
      'a name behind a dash on the next line',
      '“We waited for seven hours.”\n― Ada Holm',
      [],
      'Ada Holm',
      ['“We waited for seven hours.”'],
    ],
    [
      'a heading with words from further down',
      '“No reason to reopen the bridge”\n\nAda Holm said: “There is no reason to reopen the bridge.”',
      [{ source: 'Ada Holm', cue: 'said', content: ['“There is no reason to reopen the bridge.”'] }],
      'Ada Holm',
      ['“No reason to reopen the bridge”'],
    ],
  ])('are found: %s', (_, text, known, source, content) => {
    expect(run(text, known)).toContainEqual(expect.objectContaining({ source: [source], content }));
  });

  it.each<[string, string, readonly Known[]]>([
    [
      'a quotation behind two who were quoted',
      '“The bridge is closed,” Ada Holm said. “For good now,” said Bo. “We shall see about that.”',
      [ADA, { source: 'Bo', cue: 'said Bo', content: ['“For good now,”'] }],
    ],
    ['a name in quotation marks', '“The bridge is closed,” Ada Holm said. Then came the “Old Town Bridge.”', [ADA]],
    [
      'a quotation behind one who was not quoted',
      'Ada Holm said that it is closed.\n\n“It was never safe in a storm.”',
      [{ source: 'Ada Holm', cue: 'said', content: ['that it is closed'] }],
    ],
    ['a note in capitals', 'UPDATE: The bridge is open.', []],
    ['a time', 'AT 10:30 the bridge was closed.', []],
    [
      'a heading with other words',
      '“A town without any ferry”\n\nAda Holm said: “There is no reason to reopen the bridge.”',
      [{ source: 'Ada Holm', cue: 'said', content: ['“There is no reason to reopen the bridge.”'] }],
    ],
    ['a sentence behind a dash', '“We waited for seven hours.” — and then it rained on us.', []],
  ])('are not made up: %s', (_, text, known) => {
    const found = run(text, known);
    expect(found).toHaveLength(known.length);
    expect(found.map(({ content }) => content)).toEqual(known.map(({ content }) => content));
  });

  it('keep what was known, and stay within the text', () => {
    const piece = fc.constantFrom(
      '“',
      '”',
      '"',
      '\n',
      '\n\n',
      ' ',
      'HOLM: ',
      '— Ada Holm',
      'We will see about that',
      'said',
      '.',
      ',',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(), fc.nat(), (pieces, one, other) => {
        const text = pieces.join('');
        const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b) as [
          number,
          number,
        ];
        const known: Attribution[] =
          start < end
            ? [{ source: [{ start, end }], cue: [], content: [{ start, end }], confidence: 1, step: 'model' }]
            : [];
        const all = applied(read(text), known);
        expect(all.length).toBeGreaterThanOrEqual(known.length);
        known.forEach((attribution, index) => {
          expect(all[index]?.content).toEqual(expect.arrayContaining([...attribution.content]));
        });
        for (const { source, cue, content } of all) {
          for (const span of [...source, ...cue, ...content]) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeLessThanOrEqual(text.length);
            expect(span.start).toBeLessThan(span.end);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
