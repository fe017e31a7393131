import { wordEnd, wordStart } from '../../../src/anchor/selector-of-span.ts';
import type { Span } from '../../../src/text/span.ts';

/**
 * A selection as words can be quoted: whole ones, without the white space at its edges.
 *
 * @param span UTF-16 code units
 * @returns null where nothing but white space was selected
 */
export function wordSpan(text: string, { start, end }: Span): Span | null {
  const selected = text.slice(start, end);
  const [begin, stop] = [start + selected.length - selected.trimStart().length, start + selected.trimEnd().length];
  return begin < stop ? { start: wordStart(text, begin), end: wordEnd(text, stop) } : null;
}

/** A stretch that stands between white space, as "word" and "“word,”" do. */
const STRETCH = /\S+/gu;

/**
 * A span with one of its ends moved by a stretch of characters between white space.
 *
 * @param by 1 moves towards the end of the text, -1 towards its beginning
 * @returns the same span where nothing would be left of it, or the text ends
 */
export function moveEdge(text: string, span: Span, edge: 'start' | 'end', by: 1 | -1): Span {
  const borders = [...text.matchAll(STRETCH)].map(({ index, 0: { length } }) =>
    edge === 'start' ? index : index + length,
  );
  const at = span[edge];
  const next = by === 1 ? borders.find((border) => border > at) : borders.findLast((border) => border < at);
  if (next === undefined) return span;
  const moved = { ...span, [edge]: next };
  return moved.start < moved.end ? moved : span;
}
