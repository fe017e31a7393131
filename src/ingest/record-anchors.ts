import { reanchor } from '../anchor/reanchor.ts';
import type { AnchorRecord, QuoteRecord } from '../domain/records.ts';
import type { ArticleText } from './article-text.ts';

/** The current version of an article as a store holds it, with the quotes taken from it. */
export interface StoredVersion {
  readonly number: number;
  readonly text: string;
  readonly quotes: readonly Pick<QuoteRecord, 'id' | 'exact' | 'prefix' | 'suffix' | 'startUtf16'>[];
}

/** Where the quotes of the version before stand in a new one; nothing when the text is not new. */
export function recordAnchors(article: ArticleText, previous: StoredVersion | undefined): AnchorRecord[] {
  if (!previous || previous.number === article.version.number) return [];
  return previous.quotes.map((quote) => {
    const { state, span } = reanchor(quote, article.text);
    return {
      quoteId: quote.id,
      versionId: article.version.id,
      state,
      targetId: span === null ? null : article.quote(span).id,
    };
  });
}
