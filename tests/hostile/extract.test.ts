import fc from 'fast-check';
import { extract, type Extraction, type Span } from '../../src/index.ts';
import { CodePoints } from '../../src/text/code-points.ts';
import { hostileText, unstorableText } from '../support/hostile-texts.ts';

/** Every span that an extraction gives. */
const spansOf = ({ statements, actors, dates, furniture, narration }: Extraction): readonly Span[] => [
  ...statements.flatMap(({ content, chain, said }) => [
    ...content,
    ...chain.flatMap(({ source, cue }) => [source, cue].filter((span) => span !== null)),
    ...(said ? [said.span, ...said.evidence] : []),
  ]),
  ...actors.flatMap(({ names, descriptions }) => [...names, ...descriptions]),
  ...dates.flatMap(({ span, evidence }) => [span, ...evidence]),
  ...furniture,
  ...narration,
];

/** What is wrong with the spans of a text: outside of it, empty, or cutting a character in two. */
function faults(text: string, extraction: Extraction): string[] {
  const points = new CodePoints(text);
  const isWhole = text.isWellFormed();
  return spansOf(extraction).flatMap(({ start, end }) => {
    if (!(start >= 0 && start < end && end <= text.length)) return [`${String(start)}–${String(end)} is no span`];
    const words = text.slice(start, end);
    if (isWhole && !words.isWellFormed()) return [`${JSON.stringify(words)} cuts a character`];
    return points.slice(points.fromUtf16(start), points.fromUtf16(end)) === words || !isWhole
      ? []
      : [`${JSON.stringify(words)} is elsewhere by code points`];
  });
}

describe('extract, of any text,', () => {
  it('gives spans that are slices of it, by UTF-16 and by code points', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(faults(text, extract(text))).toEqual([]);
      }),
      { numRuns: 1_200 },
    );
  });

  it('gives spans within it, though it cannot be stored', () => {
    fc.assert(
      fc.property(unstorableText, ({ text }) => {
        expect(faults(text, extract(text))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['quotations in one paragraph that nobody says', '“a b c d” '.repeat(2_000)],
    ['the same behind one who speaks', `“It rains,” Ada Holm said.\n${'“a b c d” '.repeat(2_000)}`],
    ['combining marks on one letter', `e${'\u0301'.repeat(500_000)} she said.`],
    ['writing that is turned round and never back', '\u202E“It rains,” she said. '.repeat(500)],
    ['sequences of emoji', '👩‍👩‍👧‍👦'.repeat(50_000)],
    ['a line of five million letters', 'a'.repeat(5_000_000)],
    ['the same in letters that take two bytes', 'ж'.repeat(5_000_000)],
    ['a quotation of one word without end', `“It rains ${'ж'.repeat(5_000_000)}” Ada Holm said.`],
    ['numbers joined by points', '1.'.repeat(20_000)],
    ['names of what objects inherit', 'Constructor Lee told toString that __proto__ said “valueOf.” '.repeat(200)],
  ])('comes to an end: %s', (_, text) => {
    expect(faults(text, extract(text))).toEqual([]);
  });
});
