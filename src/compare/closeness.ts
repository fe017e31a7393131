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
  const [a, b] = [bagOf(left), bagOf(right)];
  const [fewer, more] = a.weights.size <= b.weights.size ? [a.weights, b.weights] : [b.weights, a.weights];
  let [words, names, common] = [0, 0, 0];
  for (const [stem, weight] of fewer) {
    const other = more.get(stem);
    if (other === undefined) continue;
    const least = Math.min(weight, other);
    if (least < 1) names++;
    else words++;
    common += least;
  }
  return {
    words,
    names,
    similarity: ratio(2 * common, a.total + b.total),
    containment: ratio(common, Math.min(a.total, b.total)),
  };
}

/** The different words of a passage with what they count. */
interface Bag {
  readonly weights: ReadonlyMap<string, number>;
  readonly total: number;
}

/** A sentence is held against many others. */
const bags = new WeakMap<readonly ContentWord[], Bag>();

function bagOf(words: readonly ContentWord[]): Bag {
  const known = bags.get(words);
  if (known) return known;
  const weights = new Map(words.map(({ stem, isName }) => [stem, isName ? WEIGHT_OF_NAME : 1]));
  const bag = { weights, total: [...weights.values()].reduce((sum, weight) => sum + weight, 0) };
  bags.set(words, bag);
  return bag;
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
