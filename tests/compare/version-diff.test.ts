import fc from 'fast-check';
import { diffVersions, type PassageChange } from '../../src/compare/version-diff.ts';
import { quotations } from '../../src/text/quotations.ts';
import { sentences } from '../../src/text/sentences.ts';
import type { Span } from '../../src/text/span.ts';

const wordsAt = (text: string, span: Span | null) => (span ? text.slice(span.start, span.end) : '');

/** Changes in short: what it is, the words before and after, and the kinds. */
function shown(changes: readonly PassageChange[], before: string, after: string): string[] {
  return changes.map((one) => {
    const kinds = one.change === 'CHANGED' ? ` ${one.kinds.join(' ')}` : '';
    return `${one.change}: ${wordsAt(before, one.before)} | ${wordsAt(after, one.after)}${kinds}`;
  });
}
const quotationsOf = (before: string, after: string) => shown(diffVersions(before, after).quotations, before, after);
const sentencesOf = (before: string, after: string) => shown(diffVersions(before, after).sentences, before, after);

/** Quotations, each in a sentence of its own. */
const said = (...words: string[]) => words.map((one) => `Then somebody said: “${one}”`).join('\n');

const TAX = 'We will not raise the fuel tax before 2027.';
const DAM = 'The dam has held for forty years.';
const FISH = 'Nobody eats the fish of that river any more.';

describe('what changed in the quotations', () => {
  it.each([
    ['nothing', said(TAX, DAM), said(TAX, DAM), []],
    ['one was added', said(TAX, DAM), said(TAX, FISH, DAM), [`ADDED:  | ${FISH}`]],
    ['one was cut', said(TAX, FISH, DAM), said(TAX, DAM), [`CUT: ${FISH} | `]],
    ['one took the place of another', said(TAX, FISH), said(TAX, DAM), [`CUT: ${FISH} | `, `ADDED:  | ${DAM}`]],
    ['all were cut', said(TAX, DAM), 'Nothing is left.', [`CUT: ${TAX} | `, `CUT: ${DAM} | `]],
    ['the text was emptied', said(TAX), '', [`CUT: ${TAX} | `]],
    [
      'a negation went',
      said(DAM, TAX),
      said(DAM, 'We will raise the fuel tax before 2027.'),
      [`CHANGED: ${TAX} | We will raise the fuel tax before 2027. REWORDED NEGATION_CHANGED`],
    ],
    [
      'a negation came, and a number is another one',
      said('We will raise the fuel tax before 2026.'),
      said(TAX),
      [`CHANGED: We will raise the fuel tax before 2026. | ${TAX} REWORDED NUMBER_CHANGED NEGATION_CHANGED`],
    ],
    [
      'a number is another one',
      said('10,000 men'),
      said('100,000 men'),
      ['CHANGED: 10,000 men | 100,000 men REWORDED NUMBER_CHANGED'],
    ],
    [
      'a name is another one',
      said('I have met Sin Hong Chol there.'),
      said('I have met Sin Hong Chul there.'),
      ['CHANGED: I have met Sin Hong Chol there. | I have met Sin Hong Chul there. REWORDED NAME_CHANGED'],
    ],
    [
      'its marks were set otherwise',
      said('We won’t go.'),
      said("We won't go."),
      ["CHANGED: We won’t go. | We won't go. PUNCTUATION"],
    ],
    ['only the quotation marks around it are others', `“${TAX}”`, `"${TAX}"`, []],
    ['somebody else is said to have said it', `“${TAX}” said Holm.`, `“${TAX}” said Brandt.`, []],
    ['it lost its quotation marks', `He said: “${TAX}”`, `He said: ${TAX}`, [`CUT: ${TAX} | `]],
    [
      'it was cut short',
      said(`${TAX} And when we do, it will be for the roads, and for nothing else at all.`),
      said(TAX),
      [`CHANGED: ${TAX} And when we do, it will be for the roads, and for nothing else at all. | ${TAX} TRUNCATED`],
    ],
    [
      'it was cut in two by its cue',
      '“We will not raise the fuel tax, and that is that,” he said.',
      '“We will not raise the fuel tax,” he said, “and that is that.”',
      [
        'CHANGED: We will not raise the fuel tax, and that is that, | We will not raise the fuel tax, TRUNCATED',
        'ADDED:  | and that is that.',
      ],
    ],
    [
      'words of many other sentences are no part of it',
      said('Fish or dam?'),
      said('The fish that they sold us at the river were not to be had or eaten, and then the dam broke.'),
      [
        'CUT: Fish or dam? | ',
        'ADDED:  | The fish that they sold us at the river were not to be had or eaten, and then the dam broke.',
      ],
    ],
    [
      'only function words are common',
      said('the end of the war'),
      said('the start of the day'),
      ['CUT: the end of the war | ', 'ADDED:  | the start of the day'],
    ],
    ['two changed places', said(TAX, DAM), said(DAM, TAX), [`MOVED: ${DAM} | ${DAM}`]],
    [
      'one was put in front of many',
      said(TAX, DAM, FISH, 'Yes.'),
      said(FISH, TAX, DAM, 'Yes.'),
      [`MOVED: ${FISH} | ${FISH}`],
    ],
    [
      'one of few words seems to have moved',
      said('Yes.', TAX, DAM),
      said(TAX, DAM, 'Yes.'),
      ['CUT: Yes. | ', 'ADDED:  | Yes.'],
    ],
    [
      'one of two equal ones stands elsewhere: it is open which',
      said(TAX, DAM, TAX, FISH, 'Ask me after the summer.'),
      said(DAM, FISH, 'Ask me after the summer.', TAX),
      [`CUT: ${TAX} | `, `CUT: ${TAX} | `, `ADDED:  | ${TAX}`],
    ],
    [
      'one was moved and changed',
      said(TAX, DAM, FISH),
      said(DAM, FISH, 'We will not raise the fuel tax before 2026.'),
      [`CHANGED: ${TAX} | We will not raise the fuel tax before 2026. REWORDED NUMBER_CHANGED`],
    ],
    [
      'two alike changed, each into the one at its place',
      said(DAM, 'We have 10 boats here.', 'We have 20 boats here.', FISH),
      said(DAM, 'We have 11 boats here.', 'We have 21 boats here.', FISH),
      [
        'CHANGED: We have 10 boats here. | We have 11 boats here. REWORDED NUMBER_CHANGED',
        'CHANGED: We have 20 boats here. | We have 21 boats here. REWORDED NUMBER_CHANGED',
      ],
    ],
    [
      'what was cut is told where it stood',
      said(TAX, FISH, DAM),
      said(TAX, 'Ask me again after the summer.', DAM),
      [`CUT: ${FISH} | `, 'ADDED:  | Ask me again after the summer.'],
    ],
    [
      'a name in quotation marks stands before it, and stood behind it',
      `“${TAX}” So the “Motorists’ League” has it.`,
      'So the “Motorists’ League” has it: “We will raise the fuel tax before 2027.”',
      [
        'ADDED:  | Motorists’ League',
        `CHANGED: ${TAX} | We will raise the fuel tax before 2027. REWORDED NEGATION_CHANGED`,
        'CUT: Motorists’ League | ',
      ],
    ],
    ['emoji stand before it', `😀 ${said(TAX)}`, `👩‍🚒 ${said(TAX, DAM)}`, [`ADDED:  | ${DAM}`]],
  ])('%s', (_, before, after, expected) => {
    expect(quotationsOf(before, after)).toEqual(expected);
  });
});

describe('what changed in the sentences', () => {
  it.each([
    ['nothing', `${TAX} ${DAM}`, `${TAX} ${DAM}`, []],
    ['a paragraph was put in', `${TAX}\n${DAM}`, `${TAX}\n${FISH}\n${DAM}`, [`ADDED:  | ${FISH}`]],
    [
      'the one who said it',
      `“${TAX}” said Holm.`,
      `“${TAX}” said Brandt.`,
      [`CHANGED: “${TAX}” said Holm. | “${TAX}” said Brandt. REWORDED NAME_CHANGED`],
    ],
    [
      'whether it was said',
      'He said that it is safe to drink the water.',
      'He did not say that it is safe to drink the water.',
      [
        'CHANGED: He said that it is safe to drink the water. | He did not say that it is safe to drink the water. REWORDED NEGATION_CHANGED',
      ],
    ],
    ['only white space between them', `${TAX}\n\n${DAM}`, `${TAX} ${DAM}\r\n`, []],
  ])('%s', (_, before, after, expected) => {
    expect(sentencesOf(before, after)).toEqual(expected);
  });
});

describe('a comparison of two versions', () => {
  const sentence = fc.constantFrom(
    ...[TAX, DAM, FISH, `“${TAX}”`, `“${DAM}” he said.`, `She said: “${FISH}”`, '“Yes.”', '“No, not yet.”', '“”'],
    ...[
      '“We have 10 boats here.”',
      '“We have 11 boats here.”',
      '“We have no boats here.” 😀',
      '“We won’t raise the tax',
      '\n',
    ],
  );
  const texts = fc.oneof(
    fc.array(sentence, { maxLength: 12 }).map((some) => some.join(' ')),
    fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', '"', '“', '”', '\n', '😀', '5'), maxLength: 40 }),
  );

  it('finds nothing where nothing changed', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(diffVersions(text, text)).toEqual({ quotations: [], sentences: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('has each passage of either text in one change, or it was kept', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const diff = diffVersions(before, after);
        for (const [changes, read] of [
          [diff.quotations, quotations],
          [diff.sentences, sentences],
        ] as const) {
          const [lefts, rights] = [read(before), read(after)];
          const kept = (text: string, all: readonly Span[], side: 'before' | 'after') => {
            const named = changes
              .flatMap((one) => one[side] ?? [])
              .map(({ start, end }) => `${String(start)} ${String(end)}`);
            expect(new Set(named).size).toBe(named.length);
            const spans = all.map(({ start, end }) => `${String(start)} ${String(end)}`);
            expect(named.filter((one) => !spans.includes(one))).toEqual([]);
            return all.filter((_, at) => !named.includes(spans[at] ?? '')).map((span) => wordsAt(text, span));
          };
          expect(kept(before, lefts, 'before')).toEqual(kept(after, rights, 'after'));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the same the other way round, with ADDED for CUT and the edits exchanged', () => {
    const keyed = (changes: readonly PassageChange[], isTurned: boolean) =>
      changes
        .map((one) => {
          const [before, after] = isTurned ? [one.after, one.before] : [one.before, one.after];
          const edits =
            one.change === 'CHANGED'
              ? one.edits.map(({ left, right }) => (isTurned ? [right, left] : [left, right]))
              : [];
          const similarity = one.change === 'CHANGED' ? [one.similarity, one.kinds] : [];
          const isPair = before && after;
          return JSON.stringify([isPair ? one.change : '', before, after, edits, similarity]);
        })
        .sort();
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const [there, back] = [diffVersions(before, after), diffVersions(after, before)];
        expect(keyed(back.quotations, true)).toEqual(keyed(there.quotations, false));
        expect(keyed(back.sentences, true)).toEqual(keyed(there.sentences, false));
      }),
      { numRuns: 1_000 },
    );
  });

  it('says of changed words what both texts say', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { quotations: ofQuotations, sentences: ofSentences } = diffVersions(before, after);
        for (const one of [...ofQuotations, ...ofSentences]) {
          const [left, right] = [wordsAt(before, one.before), wordsAt(after, one.after)];
          if (one.change === 'MOVED') expect(left).toBe(right);
          if (one.change !== 'CHANGED') continue;
          expect(left).not.toBe(right);
          expect(one.kinds).not.toContain('IDENTICAL');
          expect(one.edits.map((edit) => edit.left).join('')).toBe(left);
          expect(one.edits.map((edit) => edit.right).join('')).toBe(right);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('lists what stands in the newer text in its order', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        for (const changes of Object.values(diffVersions(before, after))) {
          const starts = (changes as readonly PassageChange[]).flatMap((one) => one.after?.start ?? []);
          expect(starts).toEqual([...starts].sort((a, b) => a - b));
        }
      }),
      { numRuns: 500 },
    );
  });

  const MANY = 10_000;
  it.each([
    [
      'CUT',
      'no word',
      (n: number) => `Alpha${String(n)} beta${String(n)}`,
      (n: number) => `Gamma${String(n)} delta${String(n)}`,
    ],
    [
      'CHANGED',
      'all words but one',
      (n: number) => `We saw ${String(n)} boats.`,
      (n: number) => `We saw ${String(n + MANY)} boats.`,
    ],
    [
      'MOVED',
      'all words, in another order',
      (n: number) => `We saw ${String(n)} boats.`,
      (n: number) => `We saw ${String(MANY - n)} boats.`,
    ],
  ])('ends for ten thousand quotations, all of them %s, with %s in common', (change, _, older, newer) => {
    const write = (one: (n: number) => string) => Array.from({ length: MANY }, (__, n) => `“${one(n)}”`).join('\n');
    const { quotations: changes } = diffVersions(write(older), write(newer));
    expect(changes.filter((one) => one.change === change).length).toBeGreaterThan(MANY - 10);
  });

  /** So long that it is compared by the words that both have, and not word by word. */
  const long = (from: number, first: string) =>
    `“${first} ${Array.from({ length: 700 }, (_, n) => `word${String(from + n)}`).join(' ')}.”`;
  it.each([
    ['CHANGED', long(0, 'We'), long(0, 'They')],
    ['CUT', long(0, 'We'), long(5_000, 'We')],
  ])('finds a quotation of 700 words %s', (change, older, newer) => {
    const { quotations: changes } = diffVersions(`${older}\n`, `${newer}\n`);
    expect(changes.map((one) => one.change)).toContain(change);
  });
});
