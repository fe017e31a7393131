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
  // Every two sentences of two articles may come here: nothing is made that has to be thrown away.
  const a = bagOf(left);
  const b = bagOf(right);
  const fewer = a.stems.length <= b.stems.length ? a : b;
  const more = fewer === a ? b : a;
  let words = 0;
  let names = 0;
  for (const stem of fewer.stems) {
    const isName = more.isName.get(stem);
    if (isName === undefined) continue;
    if (isName || fewer.isName.get(stem) === true) names++;
    else words++;
  }
  const common = words + WEIGHT_OF_NAME * names;
  return {
    words,
    names,
    similarity: ratio(2 * common, a.total + b.total),
    containment: ratio(common, Math.min(a.total, b.total)),
  };
}

/** The different words of a passage. */
interface Bag {
  readonly stems: readonly string[];
  readonly isName: ReadonlyMap<string, boolean>;
  /** What they count together. */
  readonly total: number;
}

/** A sentence is held against many others. */
const bags = new WeakMap<readonly ContentWord[], Bag>();

function bagOf(words: readonly ContentWord[]): Bag {
  const known = bags.get(words);
  if (known) return known;
  const isName = new Map<string, boolean>();
  for (const word of words) isName.set(word.stem, word.isName);
  const stems = [...isName.keys()];
  const names = stems.filter((stem) => isName.get(stem)).length;
  const bag = { stems, isName, total: stems.length - names + WEIGHT_OF_NAME * names };
  bags.set(words, bag);
  return bag;
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
