import { quoteOfSpan } from '../../anchor/quote-of-span.ts';
import { CodePoints } from '../../text/code-points.ts';
import { paragraphs } from '../../text/paragraphs.ts';
import type { Span } from '../../text/span.ts';
import type { QuoteRow } from './rows.ts';

/** What is needed of a version to take quotes from it. */
interface QuotableVersion {
  readonly id: string;
  readonly articleId: string;
  readonly text: string;
}

/**
 * The quotes of a version's text, whether or not they are stored: any span of any text can be cited. A stored one of the
 * same span is the same quote, with the same id.
 *
 * @returns what takes the quote of a span in UTF-16 code units, which must not be empty nor cut a surrogate pair
 */
export function quoteTaker(version: QuotableVersion): (span: Span) => QuoteRow {
  const text = new CodePoints(version.text);
  const paragraphSpans = paragraphs(version.text);
  return (span) => ({ __typename: 'Quote', ...quoteOfSpan(version, text, paragraphSpans, span) });
}

/** The quote of a span in code points, or null when the version is shorter than that or the span is empty. */
export function quoteAt(version: QuotableVersion, start: number, end: number): QuoteRow | null {
  const text = new CodePoints(version.text);
  if (start >= end || end > text.length) return null;
  return quoteTaker(version)({ start: text.toUtf16(start), end: text.toUtf16(end) });
}
