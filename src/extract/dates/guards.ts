import type { Span } from '../../text/span.ts';

/** So much of the text around an expression is looked at, in UTF-16 code units. */
const REACH = 40;

const before = (text: string, { start }: Span): string => text.slice(Math.max(0, start - REACH), start);
const after = (text: string, { end }: Span): string => text.slice(end, end + REACH);

/** Whether the words right before or right behind an expression match. */
export const isAfter = (text: string, span: Span, words: RegExp): boolean => words.test(before(text, span));
export const isBefore = (text: string, span: Span, words: RegExp): boolean => words.test(after(text, span));

const TITLES =
  'Mr|Mrs|Ms|Dr|President|Prime|Vice|Minister|Chancellor|Secretary|Sen|Senator|Rep|Gov|Governor|Judge|Gen|General|I|U\\.S';
const CAPITALIZED = new RegExp(String.raw`^[ \u00A0](?!(?:${TITLES})\b)\p{Lu}`, 'u');

/**
 * Whether a word in capitals follows, as in "Friday Night" or "April Ryan"; titles of persons and "I" begin something
 * new.
 */
export const isNameBefore = (text: string, span: Span): boolean => CAPITALIZED.test(after(text, span));

/** Whether the expression is all that stands between two quotation marks, as a title does. */
export function isTitle(text: string, { start, end }: Span): boolean {
  return /["“‘']/.test(text[start - 1] ?? '') && /^[,.]?["”’'](?!s)/.test(text.slice(end, end + 3));
}

/** Whether it begins in capitals where no sentence does, as "Today" in a name. */
export function isCapitalInside(text: string, span: Span): boolean {
  if (!/\p{Lu}/u.test(text[span.start] ?? '')) return false;
  const lead = before(text, span).trimEnd();
  return lead !== '' && !/[.!?:;…"“”‘'’(—–-]$/.test(lead) && !/\n\s{0,40}$/.test(before(text, span));
}

/** Determiners that make a stretch of what looks like a date: "the last year", "his last week". */
export const DETERMINED =
  /(?<!\p{L})(?:the|a|an|his|her|its|their|our|my|your|that|every|each|one|this|these|some)[ \u00A0]$/iu;
export const POSSESSIVE = /^['’]s/u;
