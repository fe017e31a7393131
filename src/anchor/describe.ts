import type { CodePoints } from '../text/code-points.ts';
import { paragraphAt } from '../text/paragraphs.ts';
import type { Span } from '../text/span.ts';

/** How many code points of context a quote keeps on each side, as Web Annotation clients do. */
export const CONTEXT_LENGTH = 32;

/** A verbatim span with everything that a store records of it. */
export interface QuoteDescription {
  readonly exact: string;
  /** Up to `CONTEXT_LENGTH` code points before it. */
  readonly prefix: string;
  /** Up to `CONTEXT_LENGTH` code points after it. */
  readonly suffix: string;
  /** Code points, half-open. */
  readonly start: number;
  readonly end: number;
  /** UTF-16 code units, half-open. */
  readonly startUtf16: number;
  readonly endUtf16: number;
  /** From 0; see `paragraphs`. */
  readonly paragraph: number;
}

/**
 * Describes a span of a text.
 *
 * @param paragraphSpans what `paragraphs` found in the same text
 * @param span UTF-16 code units; must not be empty nor cut a surrogate pair
 */
export function describeQuote(text: CodePoints, paragraphSpans: readonly Span[], span: Span): QuoteDescription {
  const start = text.fromUtf16(span.start);
  const end = text.fromUtf16(span.end);
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
    suffix: text.slice(end, Math.min(text.length, end + CONTEXT_LENGTH)),
    start,
    end,
    startUtf16: span.start,
    endUtf16: span.end,
    paragraph: paragraphAt(paragraphSpans, span.start),
  };
}
