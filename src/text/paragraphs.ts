import type { Span } from './span.ts';
import { leadingCount } from './leading-count.ts';

/**
 * The paragraphs of a text: its lines that hold anything but white space, without their line ends. News texts set one
 * paragraph a line; a caption and its credit on two lines are two.
 *
 * @returns spans in UTF-16 code units, ascending, white space at their edges included
 */
export function paragraphs(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  while (start <= text.length) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd === -1 ? text.length : lineEnd;
    if (/\S/.test(text.slice(start, end))) found.push({ start, end });
    start = end + 1;
  }
  return found;
}

/** Number of the paragraph, from 0, that holds a UTF-16 offset; between two paragraphs, the following one. */
export function paragraphAt(all: readonly Span[], utf16: number): number {
  const before = leadingCount(all, ({ end }) => end < utf16);
  return Math.min(before, Math.max(0, all.length - 1));
}
