import type { ContentWord } from '../text/content-words.ts';

/** A key of a passage, with the word that it begins with. */
export interface PassageKey {
  /** A signed 32-bit number. Passages that share words near each other share keys; others rarely do. */
  readonly key: number;
  /** Index of the first of its words. */
  readonly at: number;
}

/** A word is paired with so many that follow it. */
const REACH = 2;

/**
 * The keys by which an index finds a passage again: each content word with each of the next two, whichever comes first.
 *
 * Two words instead of a longer shingle, and with a gap: of a passage in which one word in three was exchanged nearly half
 * of the pairs are left, and of its three-word shingles less than a third.
 */
export function passageKeys(words: readonly ContentWord[]): PassageKey[] {
  const keys: PassageKey[] = [];
  words.forEach(({ stem }, at) => {
    for (let next = at + 1; next <= at + REACH; next++) {
      const other = words[next];
      if (other) keys.push({ key: keyOf(stem, other.stem), at });
    }
  });
  return keys;
}

/** A passage is held against many others. */
const keySets = new WeakMap<readonly ContentWord[], ReadonlySet<number>>();

/** The different keys of a passage. */
export function keySetOf(words: readonly ContentWord[]): ReadonlySet<number> {
  const known = keySets.get(words);
  if (known) return known;
  const keys = new Set<number>();
  for (const { key } of passageKeys(words)) keys.add(key);
  keySets.set(words, keys);
  return keys;
}

/** FNV-1a (Fowler, Noll and Vo) over both stems, the lesser one first. */
function keyOf(one: string, other: string): number {
  const [first, second] = one < other ? [one, other] : [other, one];
  return hash(second, Math.imul(hash(first, 0x811c9dc5) ^ 0x20, 0x01000193));
}

function hash(text: string, seed: number): number {
  let state = seed;
  for (let index = 0; index < text.length; index++) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return state;
}
