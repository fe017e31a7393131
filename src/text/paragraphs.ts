import type { Span } from './span.ts';

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
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((all[middle]?.end ?? 0) < utf16) low = middle + 1;
    else high = middle;
  }
  return Math.min(low, Math.max(0, all.length - 1));
}
