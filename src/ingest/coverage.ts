import { contains, overlaps, type Span } from '../text/span.ts';
import type { RecordedArticle } from './record-article.ts';

/** The parts of an article that its annotation says nothing of. Spans are UTF-16 code units. */
export interface Uncovered {
  /** Sentences that are neither evidence of a statement nor furniture. */
  readonly sentences: readonly Span[];
  /** Quotations of four words or more, outside furniture, that no content quote holds. */
  readonly quotations: readonly Span[];
}

/** What is still to be annotated in an article. */
export function uncovered(article: RecordedArticle): Uncovered {
  const { text } = article;
  const spans = new Map(text.quotes.map(({ id, startUtf16, endUtf16 }) => [id, { start: startUtf16, end: endUtf16 }]));
  const spansOf = (ids: readonly string[]): Span[] => ids.flatMap((id) => spans.get(id) ?? []);
  const content = spansOf([...article.statements.values()].flatMap(({ contentIds }) => contentIds));
  const furniture = spansOf(article.furniture.map(({ quoteId }) => quoteId));
  const isFurniture = (part: Span) => furniture.some((piece) => overlaps(piece, part));
  return {
    sentences: text.sentences.filter(
      (sentence) => !isFurniture(sentence) && !content.some((quote) => overlaps(quote, sentence)),
    ),
    quotations: text.quotations.filter(
      (quotation) => !isFurniture(quotation) && !content.some((quote) => contains(quote, quotation)),
    ),
  };
}
