import { mix } from './hash.ts';
import { type Column, MARGIN, type WordAttributes } from './word-attributes.ts';

/** A feature: columns, each of the word itself or of one some places before or behind it, that count together. */
type Template = readonly (readonly [column: Column, offset: number])[];

const each = (column: Column, ...offsets: number[]): Template[] => offsets.map((offset) => [[column, offset]]);
const together = (column: Column, ...runs: number[][]): Template[] =>
  runs.map((offsets) => offsets.map((offset) => [column, offset] as const));
const crossed = (column: Column, others: readonly (readonly [Column, number])[]): Template[] =>
  others.map((other) => [[column, 0], other]);

const TEMPLATES: readonly Template[] = [
  ...each('form', -4, -3, -2, -1, 0, 1, 2, 3, 4),
  ...each('stem', -2, -1, 0, 1, 2),
  ...each('suffix3', -1, 0, 1),
  ...each('suffix2', 0),
  ...each('prefix', 0),
  ...each('shape', -1, 0, 1),
  ...each('wordClass', -3, -2, -1, 0, 1, 2, 3),
  ...each('standing', -2, -1, 0, 1, 2),
  ...each('quotation', -1, 0, 1),
  ...each('signature', -1, 0, 1, 2),
  ...each('unitPlace', 0),
  ...each('reporterLeft', 0),
  ...each('reporterLeftKind', 0),
  ...each('reporterRight', 0),
  ...each('reporterRightKind', 0),
  ...each('sentenceStart', 0),
  ...each('sentenceQuotation', 0),
  ...each('sentencePlace', 0),
  ...each('clauseStart', 0),
  ...each('beforeQuotation', 0),
  ...each('afterQuotation', 0),
  ...together('form', [-2, -1], [-1, 0], [0, 1], [1, 2], [-1, 1], [-1, 0, 1]),
  ...together('stem', [-1, 0], [0, 1]),
  ...together('wordClass', [-2, -1], [-1, 0], [0, 1], [1, 2], [-2, -1, 0], [-1, 0, 1], [0, 1, 2], [-3, -2, -1], [1, 2, 3], [-2, -1, 0, 1, 2]),
  ...crossed('signature', [['form', 0], ['form', -1], ['wordClass', 0], ['wordClass', -1], ['signature', 1], ['reporting', 0], ['quotation', 0]]),
  [['signature', 1], ['form', 0]],
  [['signature', 1], ['form', 1]],
  [['signature', 1], ['wordClass', 0]],
  [['signature', 1], ['wordClass', 1]],
  [['signature', 1], ['form', 1], ['form', 2]],
  [['signature', 1], ['wordClass', 1], ['wordClass', 2]],
  [['signature', 0], ['wordClass', 0], ['wordClass', 1]],
  [['signature', 0], ['wordClass', -1], ['wordClass', 0]],
  [['quotation', 0], ['sentenceQuotation', 0]],
  [['quotation', 0], ['form', 0]],
  [['quotation', 0], ['wordClass', 0], ['signature', 0]],
  [['beforeQuotation', 0], ['afterQuotation', 0]],
  [['unitPlace', 0], ['quotation', 0]],
  [['unitPlace', 0], ['wordClass', 0], ['sentencePlace', 0]],
  [['reporterLeft', 0], ['wordClass', 0]],
  [['reporterLeftKind', 0], ['wordClass', 0]],
  [['reporterRightKind', 0], ['wordClass', 0]],
  [['reporterLeftKind', 0], ['wordClass', 0], ['wordClass', -1]],
  [['reporterLeftKind', 0], ['reporterRightKind', 0]],
  [['reporterLeftKind', 0], ['signature', 0], ['form', 0]],
  [['standing', 0], ['wordClass', 1]],
  [['standing', 0], ['wordClass', -1]],
  [['sentencePlace', 0], ['wordClass', 0]],
  [['sentenceStart', 0], ['sentenceQuotation', 0]],
  [['suffix3', 0], ['wordClass', -1]],
  [['suffix3', 0], ['form', 1]],
  [['form', -1], ['suffix3', 0]],
  [['form', 0], ['wordClass', 1]],
  [['form', 0], ['wordClass', -1]],
  [['form', 0], ['wordClass', 1], ['wordClass', 2]],
  [['form', -1], ['form', 0], ['wordClass', 1]],
  [['stem', 0], ['form', 1], ['wordClass', 2]],
  [['stem', 0], ['form', 1]],
  [['stem', 0], ['form', -1]],
  [['stem', 0], ['wordClass', -1], ['wordClass', 1]],
  [['stem', 0], ['form', 1], ['form', 2]],
  [['reporting', 0], ['suffix2', 0]],
  [['reporting', 0], ['wordClass', -1], ['wordClass', 1]],
  [['reporting', 0], ['form', -1], ['form', 1]],
  [['reporting', 0], ['wordClass', 1], ['wordClass', 2]],
  [['reporting', 0], ['wordClass', -2], ['wordClass', -1]],
  [['form', -1], ['reporterLeftKind', 0]],
  [['form', 0], ['reporterLeftKind', 0]],
  [['form', 0], ['reporterRightKind', 0]],
  [['quotation', 0], ['sentencePlace', 0]],
]; // prettier-ignore

/** How many features a word has. */
export const WORD_FEATURES = TEMPLATES.length;

/** Writes the features of a unit's words, WORD_FEATURES numbers below 2^bits for each word in turn. */
export function wordFeatures({ columns }: WordAttributes, length: number, bits: number, into: Int32Array): void {
  const shift = 32 - bits;
  for (let number = 0; number < TEMPLATES.length; number++) {
    const [first, second, third, ...more] = TEMPLATES[number] ?? [];
    if (!first) continue;
    const seed = mix(number + 1, 0x51ed270b);
    // Few have more than three columns: these are mixed at once, without anything being kept between.
    const a = columns[first[0]];
    const b = columns[second?.[0] ?? first[0]];
    const c = columns[third?.[0] ?? first[0]];
    const [atA, atB, atC] = [MARGIN + first[1], MARGIN + (second?.[1] ?? 0), MARGIN + (third?.[1] ?? 0)];
    for (let index = 0, at = number; index < length; index++, at += WORD_FEATURES) {
      let hash = mix(seed, a[index + atA] ?? 0);
      if (second) hash = mix(hash, b[index + atB] ?? 0);
      if (third) hash = mix(hash, c[index + atC] ?? 0);
      for (const [column, offset] of more) hash = mix(hash, columns[column][index + MARGIN + offset] ?? 0);
      into[at] = mix(hash, seed) >>> shift;
    }
  }
}
