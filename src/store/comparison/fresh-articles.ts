import type { CorpusRecords } from '../../domain/records.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { Span } from '../../text/span.ts';

/** What a write itself knows of an article that it is the first to tell anything of. */
export interface FreshArticle {
  readonly text: string;
  /** What of the text is no part of the article; UTF-16 code units. */
  readonly furniture: readonly Span[];
}

/**
 * Of the articles of a write, by id, those that are new and that nobody has put beside others yet: nothing was found about
 * them before, and no person has judged what may be found. Where a write tells more of an article it is left out, and what
 * the store has of it is read.
 *
 * @param storedIds articles that were there before the write
 */
export function freshArticles(
  { articles, versions, quotes, furniture, statements, relations, derivations }: CorpusRecords,
  storedIds: ReadonlySet<string>,
): ReadonlyMap<string, FreshArticle> {
  if (relations.length + derivations.length > 0) return new Map();
  const judged = new Set(
    statements.filter(({ utteranceOrigin }) => utteranceOrigin === 'CURATED').map(({ articleId }) => articleId),
  );
  const versionsOf = groupBy(versions, ({ articleId }) => articleId);
  const furnitureOf = groupBy(furniture, ({ articleId }) => articleId);
  const spans = new Map(quotes.map(({ id, startUtf16, endUtf16 }) => [id, { start: startUtf16, end: endUtf16 }]));
  return new Map(
    articles.flatMap(({ id }) => {
      const [version, later] = versionsOf.get(id) ?? [];
      if (!version || later || storedIds.has(id) || judged.has(id)) return [];
      const own = (furnitureOf.get(id) ?? []).flatMap(({ quoteId }) => spans.get(quoteId) ?? []);
      return [[id, { text: version.text, furniture: own }] as const];
    }),
  );
}
