import type { Span } from '../../../text/span.ts';
import { foldTypography } from '../../../text/typography.ts';

/** A word with a capital, or initials. Offsets are UTF-16; the possessive ending stands outside. */
export interface CapitalWord extends Span {
  /** Lower case, without full stops and the particle "al-": what equal words share. */
  readonly key: string;
  /** Whether it is set in capitals throughout, as "FBI" and "U.N." are. */
  readonly isAcronym: boolean;
}

/** So many are read of an article; no article has as many. */
const MOST_WORDS = 100_000;
const LETTERS = String.raw`[\p{L}\p{M}\p{N}]`;
const INITIALS = String.raw`(?:\p{Lu}\.){1,6}(?:\p{Lu}(?!${LETTERS}))?`;
/** "O’Brien", "Jong-un", "Al-Tabchi", "D’Souza"; an apostrophe before a small letter ends the name. */
const PART = String.raw`(?:['’]\p{Lu}${LETTERS}{1,40}|[-‐‑]${LETTERS}{1,40})`;
const WORD = String.raw`\p{Lu}${LETTERS}{0,40}${PART}{0,4}`;
const CAPITAL = new RegExp(`(?<!${LETTERS})(?:${INITIALS}(?!${LETTERS})|${WORD}(?!${LETTERS}))`, 'gu');
/** What makes of a name a word that says how something is: "Trump-backed". */
const ADJECTIVE =
  /-(?:winner|backed|led|era|style|like|born|owned|run|wing|held|only|free|day|old|year|friendly|\p{Ll}{2,20}(?:ing|ed))$/u;

/** The words of a text that begin with a capital, in order. */
export function capitalWords(text: string): CapitalWord[] {
  const found: CapitalWord[] = [];
  for (const match of text.matchAll(CAPITAL)) {
    if (found.length >= MOST_WORDS) break;
    const word = match[0];
    if (ADJECTIVE.test(word) || /^(?:Pro|Anti|Non|Pre|Post|Ex)-/i.test(word)) continue;
    const key = keyOf(word);
    found.push({
      start: match.index,
      end: match.index + word.length,
      key,
      isAcronym: key.length > 1 && !/\p{Ll}/u.test(word),
    });
  }
  return found;
}

/** What words are compared by: "F.B.I." and "FBI", "al-Assad" and "Assad" are the same. */
export const keyOf = (word: string): string =>
  foldTypography(word)
    .toLowerCase()
    .replaceAll('.', '')
    .replace(/^(?:al|el)-/, '');
