import { foldTypography } from '../../../text/typography.ts';
import type { Span } from '../../../text/span.ts';

/** A word of a phrase. Offsets are UTF-16. */
export interface PhraseWord extends Span {
  /** In lower case, with straight apostrophes, without a possessive ending. */
  readonly key: string;
  readonly isCapital: boolean;
  readonly isPossessive: boolean;
  /** Whether a comma, bracket, dash or the like stands between it and the word before. */
  readonly isSetOff: boolean;
}

/** Longer phrases are read up to here. */
const LONGEST = 400;
const WORD =
  /(?:\p{Lu}\.){1,6}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]{0,40}(?:['’.‐‑-][\p{L}\p{N}][\p{L}\p{M}\p{N}]{0,40}){0,5}['’]?/gu;
const SETS_OFF = /[,;:()[\]–—]|--| - /;

/** The words of a stretch of text, in order. */
export function phraseWords(text: string, { start, end }: Span): PhraseWord[] {
  const phrase = text.slice(start, Math.min(end, start + LONGEST));
  let last = 0;
  return [...phrase.matchAll(WORD)].map((match, index) => {
    const word = foldTypography(match[0]).toLowerCase();
    const bare = word.replace(/'s?$/, '');
    const isSetOff = index > 0 && SETS_OFF.test(phrase.slice(last, match.index));
    last = match.index + match[0].length;
    return {
      start: start + match.index,
      end: start + last,
      key: bare.replaceAll(/\.(?=.\.|$)/g, ''),
      isCapital: /^\p{Lu}/u.test(match[0]),
      isPossessive: bare.length < word.length && (word.endsWith("'s") || bare.endsWith('s')),
      isSetOff,
    };
  });
}
