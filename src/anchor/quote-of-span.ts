import { identify } from '../domain/identity.ts';
import type { QuoteRecord } from '../domain/records.ts';
import type { CodePoints } from '../text/code-points.ts';
import type { Span } from '../text/span.ts';
import { describeQuote } from './describe.ts';

/**
 * The quote of a span of a version. The same span is the same quote, whoever takes it.
 *
 * @param paragraphSpans what `paragraphs` found in the version's text
 * @param span UTF-16 code units; must not be empty nor cut a surrogate pair
 */
export function quoteOfSpan(
  version: { readonly id: string; readonly articleId: string },
  text: CodePoints,
  paragraphSpans: readonly Span[],
  span: Span,
): QuoteRecord {
  const description = describeQuote(text, paragraphSpans, span);
  const id = identify('Quote', version.id, description.start, description.end);
  return { id, articleId: version.articleId, versionId: version.id, ...description };
}
