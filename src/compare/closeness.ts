import type { ContentWord } from '../text/content-words.ts';

/** How much two passages have in common, wherever in them it stands. */
export interface Closeness {
  /** How many different words, names left out, stand in both. */
  readonly words: number;
  /** How many different names stand in both. */
  readonly names: number;
  /** Twice what is common by what both hold (Dice), a name counting less than a word. From 0 to 1. */
  readonly similarity: number;
  /** What is common by what the shorter one holds (overlap coefficient), a name counting less. From 0 to 1. */
  readonly containment: number;
}

/** Two accounts of one matter share its names anyhow. */
const WEIGHT_OF_NAME = 0.4;

/** Compares passages by their content words; the same from either side. */
export function closeness(left: readonly ContentWord[], right: readonly ContentWord[]): Closeness {
  const [a, b] = [weights(left), weights(right)];
  let [words, names, common] = [0, 0, 0];
  for (const [stem, weight] of a) {
    const other = b.get(stem);
    if (other === undefined) continue;
    const least = Math.min(weight, other);
    if (least < 1) names++;
    else words++;
    common += least;
  }
  const [all, others] = [total(a), total(b)];
  return {
    words,
    names,
    similarity: ratio(2 * common, all + others),
    containment: ratio(common, Math.min(all, others)),
  };
}

function weights(words: readonly ContentWord[]): Map<string, number> {
  return new Map(words.map(({ stem, isName }) => [stem, isName ? WEIGHT_OF_NAME : 1]));
}

const total = (weighted: ReadonlyMap<string, number>): number => {
  let sum = 0;
  for (const weight of weighted.values()) sum += weight;
  return sum;
};

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
