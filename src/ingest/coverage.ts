import { contains, overlaps, type Span } from '../text/span.ts';
import type { RecordedArticle } from './record-article.ts';

/** The parts of an article that its annotation says nothing of. Spans are UTF-16 code units. */
export interface Uncovered {
  /** Sentences that are neither evidence of a statement nor furniture. */
  readonly sentences: readonly Span[];
  /** Quotations of four words or more, outside furniture, that no content quote holds. */
  readonly quotations: readonly Span[];
}

/** Shorter ones are mostly names, titles and single words held at a distance. */
const LEAST_WORDS = 4;

/** What is still to be annotated in an article. */
export function uncovered(article: RecordedArticle): Uncovered {
  const { text } = article;
  const span = (id: string): Span => {
    const quote = text.quotes.find((candidate) => candidate.id === id);
    return { start: quote?.startUtf16 ?? 0, end: quote?.endUtf16 ?? 0 };
  };
  const content = [...article.statements.values()].flatMap(({ contentIds }) => contentIds.map(span));
  const furniture = article.furniture.map(({ quoteId }) => span(quoteId));
  const isFurniture = (part: Span) => furniture.some((piece) => overlaps(piece, part));
  const words = ({ start, end }: Span) =>
    text.text.slice(start, end).match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu)?.length ?? 0;
  return {
    sentences: text.sentences.filter(
      (sentence) => !isFurniture(sentence) && !content.some((quote) => overlaps(quote, sentence)),
    ),
    quotations: text.quotations.filter(
      (quotation) =>
        words(quotation) >= LEAST_WORDS &&
        !isFurniture(quotation) &&
        !content.some((quote) => contains(quote, quotation)),
    ),
  };
}
