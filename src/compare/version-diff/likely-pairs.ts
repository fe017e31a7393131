import { tokenize } from '../../text/words.ts';

/** A quotation or sentence of a version. */
export interface Passage {
  /** Its number in the order of the text, from 0. */
  readonly at: number;
  readonly text: string;
  /** What its words and numbers are compared by; see `Token`. */
  readonly keys: readonly string[];
}

/** Reads the words of a passage. */
export const readPassage = (text: string, at: number): Passage => ({
  at,
  text,
  keys: tokenize(text)
    .filter(({ kind }) => kind === 'WORD' || kind === 'NUMBER')
    .map(({ key }) => key),
});

/** Two passages that may be one. */
export interface LikelyPair {
  readonly left: Passage;
  readonly right: Passage;
  /** How many of their words they share, by the words of both (Dice), in any order. More than 0, up to 1. */
  readonly inCommon: number;
}

/** A word that more passages have than this tells none of them apart. */
const MOST_WITH_A_WORD = 12;
/** Of those that share such words so many are looked at more closely. */
const MOST_LOOKED_AT = 8;
/** And so many are worth a comparison word by word. */
const MOST_LIKELY = 3;
/**
 * What a pair has in common whatever the order of its words: less than it takes to be one, since a comparison word by word
 * also takes words for equal that are cut otherwise, such as "hardworking".
 */
const LEAST_IN_COMMON = { similarity: 0.4, containment: 0.7 };

/**
 * For each passage on the left the few on the right that it is worth to compare it with, the likeliest first: those that share words
 * that few others have, and, where the order counts, those about as far from the beginning or from the end. The time is
 * linear in the words, however many passages there are and however alike they are.
 *
 * @param isInOrder whether both sides are stretches between the same neighbours
 */
export function likelyPairs(lefts: readonly Passage[], rights: readonly Passage[], isInOrder: boolean): LikelyPair[] {
  const index = indexByWord(rights);
  return lefts.flatMap((left, number) => {
    const near = isInOrder ? neighbours(number, lefts.length, rights) : [];
    return [...new Set([...sharingWords(left, index), ...near])]
      .map((right) => ({ left, right, inCommon: shareInCommon(left, right) }))
      .filter(({ inCommon }) => inCommon > 0)
      .sort((a, b) => b.inCommon - a.inCommon || a.right.at - b.right.at)
      .slice(0, MOST_LIKELY);
  });
}

function indexByWord(passages: readonly Passage[]): ReadonlyMap<string, readonly Passage[]> {
  const index = new Map<string, Passage[]>();
  for (const passage of passages) {
    for (const key of new Set(passage.keys)) {
      const known = index.get(key);
      if (!known) index.set(key, [passage]);
      else if (known.length <= MOST_WITH_A_WORD) known.push(passage);
    }
  }
  return index;
}

function sharingWords({ keys }: Passage, index: ReadonlyMap<string, readonly Passage[]>): Passage[] {
  const hits = new Map<Passage, number>();
  for (const key of new Set(keys)) {
    const passages = index.get(key) ?? [];
    if (passages.length > MOST_WITH_A_WORD) continue;
    for (const passage of passages) hits.set(passage, (hits.get(passage) ?? 0) + 1);
  }
  return [...hits]
    .sort(([one, hitsOfOne], [other, hitsOfOther]) => hitsOfOther - hitsOfOne || one.at - other.at)
    .slice(0, MOST_LOOKED_AT)
    .map(([passage]) => passage);
}

/** Those about as far from the beginning as the left one, and those about as far from the end. */
function neighbours(number: number, lefts: number, rights: readonly Passage[]): Passage[] {
  return [number, number + rights.length - lefts].flatMap((at) =>
    rights.slice(Math.max(0, at - 1), Math.max(0, at + 2)),
  );
}

/** How many of their words two passages share, by the words of both (Dice), in any order; 0 where it is too few. */
function shareInCommon(left: Passage, right: Passage): number {
  const counts = new Map<string, number>();
  for (const key of left.keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  let common = 0;
  for (const key of right.keys) {
    const count = counts.get(key) ?? 0;
    if (count === 0) continue;
    counts.set(key, count - 1);
    common++;
  }
  const [fewer, all] = [Math.min(left.keys.length, right.keys.length), left.keys.length + right.keys.length];
  const isEnough = 2 * common >= LEAST_IN_COMMON.similarity * all || common >= LEAST_IN_COMMON.containment * fewer;
  return isEnough && all > 0 ? (2 * common) / all : 0;
}
