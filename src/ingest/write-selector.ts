import type { SelectorIndex } from '../anchor/find-selector.ts';
import type { Span } from '../text/span.ts';
import type { WrittenSelector } from './annotation-format.ts';

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
export function writeSelector(index: SelectorIndex, span: Span): WrittenSelector | null {
  const { text } = index;
  const exact = text.slice(span.start, span.end);
  for (let context = 0; context <= MOST_CONTEXT; context += STEP) {
    const prefix = context === 0 ? '' : text.slice(wordStart(text, span.start - context), span.start);
    const suffix = context === 0 ? '' : text.slice(span.end, wordEnd(text, span.end + context));
    const found = index.find({ exact, prefix, suffix });
    if (found.length === 0) return null;
    if (found.length === 1) return shortest({ exact, prefix, suffix });
  }
  return null;
}

/** The form that is easiest to read: brackets only where context is needed, the long form where brackets stand in the words. */
function shortest({ exact, prefix, suffix }: Exclude<WrittenSelector, string | { from: string }>): WrittenSelector {
  if (/\[\[|\]\]/.test(prefix + exact + suffix)) return { exact, prefix, suffix };
  return prefix === '' && suffix === '' ? exact : `${prefix}[[${exact}]]${suffix}`;
}

function wordStart(text: string, at: number): number {
  let start = Math.max(0, at);
  while (start > 0 && WORD_CHARACTER.test(text[start - 1] ?? '') && WORD_CHARACTER.test(text[start] ?? '')) start--;
  return start;
}

function wordEnd(text: string, at: number): number {
  let end = Math.min(text.length, at);
  while (end < text.length && WORD_CHARACTER.test(text[end - 1] ?? '') && WORD_CHARACTER.test(text[end] ?? '')) end++;
  return end;
}
