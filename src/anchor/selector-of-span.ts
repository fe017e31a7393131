import type { Span } from '../text/span.ts';
import type { SelectorIndex } from './find-selector.ts';
import type { TextQuoteSelector } from './selector.ts';

/** So many UTF-16 code units of context are added at a time on each side, rounded up to whole words. */
const STEP = 12;
/** With more context the words are a page of nothing but themselves. */
const MOST_CONTEXT = 600;
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}_]/u;

/**
 * A selector that finds exactly one place of a text: the words themselves, or with as much around them as it takes.
 *
 * @param span UTF-16 code units
 * @returns null where no selector finds it: it begins or ends inside a word, or the text repeats itself for pages
 */
export function selectorOfSpan(index: SelectorIndex, span: Span): TextQuoteSelector | null {
  const { text } = index;
  const exact = text.slice(span.start, span.end);
  for (let context = 0; context <= MOST_CONTEXT; context += STEP) {
    const prefix = context === 0 ? '' : text.slice(wordStart(text, span.start - context), span.start);
    const suffix = context === 0 ? '' : text.slice(span.end, wordEnd(text, span.end + context));
    const found = index.find({ exact, prefix, suffix });
    if (found.length === 0) return null;
    if (found.length === 1) return { exact, prefix, suffix };
  }
  return null;
}

/**
 * Where the word begins that an offset stands in; the offset itself between words.
 *
 * @param at UTF-16 code units; less than 0 counts as 0
 */
export function wordStart(text: string, at: number): number {
  let start = Math.max(0, at);
  while (cutsWord(text, start)) start--;
  return start;
}

/**
 * Where the word ends that an offset stands in; the offset itself between words.
 *
 * @param at UTF-16 code units; more than the text has counts as its end
 */
export function wordEnd(text: string, at: number): number {
  let end = Math.min(text.length, at);
  while (cutsWord(text, end)) end++;
  return end;
}

const cutsWord = (text: string, at: number): boolean =>
  WORD_CHARACTER.test(text.charAt(at - 1)) && WORD_CHARACTER.test(text.charAt(at));
