import type { StatingArticle } from '../../compare/compare-articles.ts';
import type { ComparedStatement } from '../../compare/compared-statement.ts';
import { readForComparison } from '../../compare/compared-text.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { Origin, Polarity } from '../../domain/vocabulary.ts';
import { Prisma } from '../prisma/client.ts';
import type { Transaction } from '../transaction.ts';
import { STANDING } from '../read/details.ts';

/** An article in the store with all that a comparison needs of it. */
export interface StoredArticle extends StatingArticle {
  readonly id: string;
  /** Its place in the order of recording. */
  readonly ordinal: number;
  readonly versionId: string;
  readonly statements: readonly StoredStatement[];
}

/** A standing statement with the utterance that it renders. */
export interface StoredStatement extends ComparedStatement {
  readonly utteranceId: string;
  /** CURATED: a person put it there. */
  readonly utteranceOrigin: Origin;
  /** How many hops its chain has. */
  readonly depth: number;
}

/** Articles by id, in the order of recording, with their current texts and the statements that these hold. */
export async function readArticles(tx: Transaction, ids: readonly string[]): Promise<Map<string, StoredArticle>> {
  if (ids.length === 0) return new Map();
  const wanted = Prisma.sql`ANY (${ids}::uuid[])`;
  const articles = await tx.$queryRaw<ArticleRow[]>`
    SELECT a.id::text AS id, a.ordinal, a.current_version_id::text AS "versionId", v.text, d.earliest, d.latest,
      ARRAY(SELECT DISTINCT x FROM credit k JOIN actor c ON c.id = k.actor_id JOIN quote q ON q.id = k.quote_id,
        unnest(ARRAY[c.name, q.exact]) AS x WHERE k.article_id = a.id AND k.withdrawn_in IS NULL ORDER BY x) AS credited,
      ARRAY(SELECT q.start_utf16 FROM furniture f JOIN quote q ON q.id = f.quote_id
        WHERE f.article_id = a.id AND f.withdrawn_in IS NULL AND q.version_id = v.id ORDER BY q.id) AS "furnitureStarts",
      ARRAY(SELECT q.end_utf16 FROM furniture f JOIN quote q ON q.id = f.quote_id
        WHERE f.article_id = a.id AND f.withdrawn_in IS NULL AND q.version_id = v.id ORDER BY q.id) AS "furnitureEnds"
    FROM article a JOIN article_version v ON v.id = a.current_version_id LEFT JOIN sourced_date d ON d.id = a.published_id
    WHERE a.id = ${wanted} ORDER BY a.ordinal`;
  const statements = await tx.$queryRaw<StatementRow[]>`
    SELECT s.id::text AS id, s.article_id::text AS "articleId", s.mode = 'NARRATION' AS "isNarration", s.polarity::text AS polarity,
      s.speaker_id::text AS "speakerId", c.kind = 'UNNAMED' AS "isUnnamed", s.utterance_id::text AS "utteranceId",
      s.utterance_origin::text AS "utteranceOrigin", h.position + 1 AS depth,
      ARRAY(SELECT standing_actor(o.actor_id)::text FROM attribution_hop o WHERE o.statement_id = s.id AND o.position > 0 ORDER BY position) AS "sourceIds",
      coalesce(cue.exact, '') AS cue, coalesce(source.exact, '') AS source, x.starts, x.ends
    FROM statement s JOIN actor c ON c.id = s.speaker_id JOIN article a ON a.id = s.article_id AND a.id = ${wanted}
    JOIN LATERAL (
      SELECT array_agg(q.start_utf16 ORDER BY t.ordinal) AS starts, array_agg(q.end_utf16 ORDER BY t.ordinal) AS ends,
        bool_and(q.version_id = a.current_version_id) AS is_current
      FROM statement_content t JOIN quote q ON q.id = t.quote_id WHERE t.statement_id = s.id
    ) x ON x.is_current
    JOIN LATERAL (SELECT * FROM attribution_hop h WHERE h.statement_id = s.id ORDER BY position DESC LIMIT 1) h ON true
    LEFT JOIN quote cue ON cue.id = h.cue_id LEFT JOIN quote source ON source.id = h.source_id
    WHERE s.article_id = ${wanted} AND s.review IN ${Prisma.raw(STANDING)} ORDER BY s.article_id, s.position, s.id`;
  const byArticle = groupBy(statements, ({ articleId }) => articleId);
  return new Map(articles.map((row) => [row.id, storedArticle(row, byArticle.get(row.id) ?? [])]));
}

interface ArticleRow {
  readonly id: string;
  readonly ordinal: number;
  readonly versionId: string;
  readonly text: string;
  readonly earliest: Date | null;
  readonly latest: Date | null;
  readonly credited: readonly string[];
  readonly furnitureStarts: readonly number[];
  readonly furnitureEnds: readonly number[];
}

interface StatementRow {
  readonly id: string;
  readonly articleId: string;
  readonly isNarration: boolean;
  readonly polarity: Polarity;
  readonly speakerId: string;
  readonly sourceIds: readonly string[];
  readonly isUnnamed: boolean;
  readonly utteranceId: string;
  readonly utteranceOrigin: Origin;
  readonly depth: number;
  readonly cue: string;
  readonly source: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const spans = (starts: readonly number[], ends: readonly number[]) =>
  starts.map((start, index) => ({ start, end: ends[index] ?? start }));

function storedArticle(
  { text, furnitureStarts, furnitureEnds, ...row }: ArticleRow,
  statements: readonly StatementRow[],
): StoredArticle {
  return {
    ...row,
    text: readForComparison(text, spans(furnitureStarts, furnitureEnds)),
    statements: statements.map(({ articleId: _, starts, ends, ...statement }) => ({
      ...statement,
      content: spans(starts, ends),
    })),
  };
}
