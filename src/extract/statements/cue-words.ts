import { stemmer } from 'stemmer';

/** The words of a cue, lower-cased, and their stems (Porter 1980): "has denied" gives has, denied, ha, deni. */
export function cueWords(cue: string): ReadonlySet<string> {
  const words = cue.toLowerCase().match(/[\p{L}’']+/gu) ?? [];
  return new Set([...words, ...words.map((word) => stemmer(word))]);
}

/** A set of the stems of some words, to be looked up by those of a cue. */
export const stems = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .trim()
      .split(/\s+/)
      .map((word) => stemmer(word)),
  );

/** Whether any word of a cue is one of a set of stems. */
export function hasStem(words: ReadonlySet<string>, of: ReadonlySet<string>): boolean {
  for (const word of words) if (of.has(word)) return true;
  return false;
}
