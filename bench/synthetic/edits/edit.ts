import type { Random } from '../random.ts';

/** What is done to a quotation when another article takes it over. */
export interface Edit<Kind extends string = string> {
  readonly kind: Kind;
  /** Whether even a careful reader may miss that it is the same saying. */
  readonly isHard: boolean;
  /** Whether the words lose their quotation marks. */
  readonly isUnquoted?: boolean;
  /**
   * @param words as they stand, punctuation included, without spaces
   * @returns null when these words cannot be edited so
   */
  readonly apply: (words: readonly string[], random: Random) => Edited | null;
}

export interface Edited {
  readonly words: readonly string[];
  /** How many words of the original were dropped, exchanged or moved, and how many were put in. */
  readonly changed: number;
}

/** A word without the marks around it. */
export interface Marked {
  readonly before: string;
  readonly core: string;
  readonly after: string;
}

const MARKED = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u;

export function marked(word: string): Marked {
  const [, before = '', core = '', after = ''] = MARKED.exec(word) ?? [];
  return { before, core, after };
}

/** The word with another core, in the case of the old one. */
export function withCore(word: string, core: string): string {
  const { before, core: old, after } = marked(word);
  const isCapital = /^\p{Lu}/u.test(old);
  return before + (isCapital ? capitalised(core) : core) + after;
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The places of the words that are words: dashes are not. */
export const wordPlaces = (words: readonly string[]): number[] =>
  [...words.keys()].filter((place) => marked(words[place] ?? '').core !== '');

/** Those that are no part of a name. */
export const commonPlaces = (words: readonly string[]): number[] =>
  wordPlaces(words).filter((place) => opensSentence(words, place) || !/^\P{L}*\p{Lu}/u.test(words[place] ?? ''));

export const countWords = (words: readonly string[]): number => wordPlaces(words).length;

/** Whether a new sentence begins at a word. */
export const opensSentence = (words: readonly string[], place: number): boolean =>
  place === 0 || /[.!?:]$/.test(words[place - 1] ?? '');
