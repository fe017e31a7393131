import type { Span } from '../text/span.ts';

/** A span without the white space at its edges, in UTF-16 code units: the text itself is left as it is. */
export function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
}
