import type { Span } from '../../../text/span.ts';
import type { Gender } from '../gender.ts';

const PERSONAL = /(?<![\p{L}\p{M}\p{N}'’-])(?:he|she|him|his|himself|her|hers|herself)(?![\p{L}\p{M}\p{N}-])/giu;

/** Every "he", "her" and the like of a text, in order. */
export const personalPronouns = (text: string): Span[] =>
  [...text.matchAll(PERSONAL)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));

/** The gender that a pronoun tells; null where it tells none. */
export function genderOfPronoun(word: string): Gender | null {
  if (/^(?:he|him|his|himself)$/i.test(word)) return 'MALE';
  return /^(?:she|hers?|herself)$/i.test(word) ? 'FEMALE' : null;
}

/** Whether a pronoun is what its clause is about. */
export const isNominative = (word: string): boolean => /^s?he$/i.test(word);
