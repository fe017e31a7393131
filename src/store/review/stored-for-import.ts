import type { ActorKind } from '../../domain/vocabulary.ts';
import type { StatementRow } from '../read/rows.ts';
import type { Transaction } from '../transaction.ts';

/** How annotations may name the articles that they are of. */
export interface ArticleNames {
  /** Ids of articles or of versions. */
  readonly ids: readonly string[];
  readonly slugs: readonly string[];
  readonly urls: readonly string[];
}

/** An article with what it is named by. */
export interface NamedArticle {
  readonly id: string;
  readonly slug: string;
  readonly url: string | null;
  /** "url:…" of one that was brought in with its address. */
  readonly sourceKey: string | null;
  readonly currentVersionId: string | null;
  /** Those of its versions that were asked for. */
  readonly versionIds: readonly string[];
}

/** The articles that any of these names. */
export function namedArticles(tx: Transaction, { ids, slugs, urls }: ArticleNames): Promise<NamedArticle[]> {
  const keys = urls.map((url) => `url:${url}`);
  return tx.$queryRaw<NamedArticle[]>`
    WITH asked AS (SELECT id, article_id FROM article_version WHERE id = ANY (${ids}::uuid[]))
    SELECT a.id, a.slug, a.url, a.source_key AS "sourceKey", a.current_version_id AS "currentVersionId",
      ARRAY(SELECT asked.id::text FROM asked WHERE asked.article_id = a.id) AS "versionIds"
    FROM article a
    WHERE a.id = ANY (${ids}::uuid[]) OR a.id IN (SELECT article_id FROM asked) OR a.slug = ANY (${slugs}::text[])
      OR a.url = ANY (${urls}::text[]) OR a.source_key = ANY (${keys}::text[])
    ORDER BY a.ordinal`;
}

/** An actor by itself, whoever it stands under. */
export interface StoredActor {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly mergedIntoId: string | null;
}

/** Actors by slug. */
export function storedActors(tx: Transaction, slugs: readonly string[]): Promise<StoredActor[]> {
  return tx.$queryRaw<StoredActor[]>`
    SELECT id, slug, name, kind::text, merged_into_id AS "mergedIntoId" FROM actor WHERE slug = ANY (${slugs}::text[])`;
}

/** A statement in any state, with its words. */
export interface StoredStatement extends Pick<
  StatementRow,
  'id' | 'articleId' | 'text' | 'mode' | 'polarity' | 'certainty' | 'speakerId' | 'review'
> {
  readonly content: readonly { readonly id: string; readonly versionId: string; readonly exact: string }[];
}

/** The statements of some ids, and those that say any of some texts of any of some articles. */
export function storedStatements(
  tx: Transaction,
  asked: { readonly ids: readonly string[]; readonly articleIds: readonly string[]; readonly texts: readonly string[] },
): Promise<StoredStatement[]> {
  return tx.$queryRaw<StoredStatement[]>`
    SELECT s.id, s.article_id AS "articleId", s.text, s.mode::text, s.polarity::text, s.certainty::text,
      s.speaker_id AS "speakerId", s.review::text, (
        SELECT json_agg(json_build_object('id', q.id, 'versionId', q.version_id, 'exact', q.exact) ORDER BY c.ordinal)
        FROM statement_content c JOIN quote q ON q.id = c.quote_id WHERE c.statement_id = s.id
      ) AS content
    FROM statement s
    WHERE s.id = ANY (${asked.ids}::uuid[])
      OR (s.article_id = ANY (${asked.articleIds}::uuid[]) AND s.text = ANY (${asked.texts}::text[]))
    ORDER BY s.id`;
}
