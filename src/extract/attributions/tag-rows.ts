import { mix } from './hash.ts';
import type { KnownWord } from './vocabulary.ts';

/** Features of the tagger are numbers below 2 to the power of this; each has a row with a weight for every part of speech. */
export const TAG_BITS = 15;

const SHIFT = 32 - TAG_BITS;
const SEEDS = Int32Array.from({ length: 32 }, (_, number) => mix(number + 1, 0x51ed270b));
const OUTSIDE = -1;

function rowOf(feature: number, value: number): number {
  const seed = SEEDS[feature] ?? 0;
  return mix(mix(seed, value), seed) >>> SHIFT;
}

/** Where a word may stand towards the one whose part of speech is asked for: it is the word itself, or one of two on each side. */
export const PLACES = [0, -1, 1, -2, 2] as const;

/** The features that come from a single word, by its place among `PLACES`; undefined stands for what is outside the unit. */
export function rowsOfWord(known: KnownWord | undefined, place: number): number[] {
  const form = rowOf(place, known?.form ?? OUTSIDE);
  if (place === 0) {
    return [form, rowOf(5, known?.suffix3 ?? OUTSIDE), rowOf(6, mix(known?.suffix2 ?? 0, known?.shape ?? 0))];
  }
  return place < 3 ? [form, rowOf(6 + place, known?.suffix3 ?? OUTSIDE)] : [form];
}

/** What a word is beside others: its neighbours' classes, and whether a sentence begins with it. */
export function rowsOfContext(
  before: KnownWord | undefined,
  known: KnownWord | undefined,
  behind: KnownWord | undefined,
  beginsSentence: boolean,
): [begins: number, before: number, behind: number] {
  const own = known?.wordClass ?? OUTSIDE;
  return [
    rowOf(9, mix(known?.shape ?? 0, beginsSentence ? 1 : 0)),
    rowOf(10, mix(own, before?.wordClass ?? OUTSIDE)),
    rowOf(11, mix(own, behind?.wordClass ?? OUTSIDE)),
  ];
}

/** What stands before or behind a word, by its class. */
export const rowOfGap = (gapClass: number, isBehind: boolean): number => rowOf(isBehind ? 13 : 12, gapClass);

/** The parts of speech of the two words before. */
export const rowsOfTags = (last: number, lastButOne: number): [number, number] => [
  rowOf(14, last),
  rowOf(15, mix(last, lastButOne)),
];

/** A word behind another one of some part of speech. */
export const rowsBehindTag = (known: KnownWord | undefined, last: number): [number, number] => [
  rowOf(16, mix(known?.form ?? OUTSIDE, last)),
  rowOf(17, mix(known?.suffix3 ?? OUTSIDE, last)),
];
