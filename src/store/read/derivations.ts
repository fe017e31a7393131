import type { Origin } from '../../domain/vocabulary.ts';
import { batch } from './details.ts';

/** What an article shares with another one, as it is read on the first. */
export interface DerivationRow {
  readonly articleId: string;
  /** Whether it was made from the other one; false where the other one was made from it, null where nothing tells. */
  readonly drawsOn: boolean | null;
  readonly rationale: string | null;
  readonly origin: Origin;
  /** Of its sentences, furniture left out, so much is shared; from 0 to 1. */
  readonly share: number;
  /** The shared passages in the order of the article recorded first: its quotes, and those of the other one. */
  readonly leftIds: readonly string[];
  readonly rightIds: readonly string[];
}

/** The most articles that are given for one. */
const MOST = 50;

/** The articles that share passages with some, or were made from them, or they from these; most shared first. */
export const derivationsOfArticles = batch<DerivationRow>(
  'derivations-of-articles',
  `WITH wanted AS (
     SELECT a.id, a.current_version_id AS version_id, (
       SELECT sum(x.e - x.s) FROM unnest(v.sentence_starts, v.sentence_ends) AS x (s, e)
       WHERE NOT EXISTS (
         SELECT FROM furniture f JOIN quote q ON q.id = f.quote_id
         WHERE f.article_id = a.id AND f.withdrawn_in IS NULL AND q.version_id = v.id AND q.start_offset < x.e AND x.s < q.end_offset
       )
     )::float8 AS length
     FROM article a JOIN article_version v ON v.id = a.current_version_id WHERE a.id = ANY ($1::uuid[])
   ), passage AS (
     SELECT w.id, p.right_article_id AS other_id, q.start_offset, q.end_offset, p.left_id, p.right_id, l.start_offset AS place
     FROM wanted w JOIN shared_passage p ON p.left_article_id = w.id AND p.withdrawn_in IS NULL
     JOIN quote q ON q.id = p.left_id JOIN quote l ON l.id = p.left_id
     UNION ALL
     SELECT w.id, p.left_article_id, q.start_offset, q.end_offset, p.left_id, p.right_id, l.start_offset
     FROM wanted w JOIN shared_passage p ON p.right_article_id = w.id AND p.withdrawn_in IS NULL
     JOIN quote q ON q.id = p.right_id JOIN quote l ON l.id = p.left_id
   ), shared AS (
     SELECT id, other_id, sum(end_offset - start_offset)::float8 AS length,
       array_agg(left_id::text ORDER BY place, left_id, right_id) AS left_ids,
       array_agg(right_id::text ORDER BY place, left_id, right_id) AS right_ids
     FROM passage GROUP BY id, other_id
   ), made AS (
     SELECT w.id, d.source_id AS other_id, true AS draws_on, d.rationale, d.origin
     FROM wanted w JOIN derivation d ON d.article_id = w.id AND d.withdrawn_in IS NULL
     UNION ALL
     SELECT w.id, d.article_id, false, d.rationale, d.origin
     FROM wanted w JOIN derivation d ON d.source_id = w.id AND d.withdrawn_in IS NULL
   ), ranked AS (
     SELECT w.id, o.id AS other_id, m.draws_on, m.rationale, coalesce(m.origin, 'EXTRACTED') AS origin,
       coalesce(least(1, s.length / nullif(w.length, 0)), 0) AS share,
       coalesce(s.left_ids, '{}') AS left_ids, coalesce(s.right_ids, '{}') AS right_ids,
       row_number() OVER (PARTITION BY w.id ORDER BY coalesce(s.length, 0) DESC, o.ordinal) AS rank
     FROM shared s FULL JOIN made m ON m.id = s.id AND m.other_id = s.other_id
     JOIN wanted w ON w.id = coalesce(s.id, m.id) JOIN article o ON o.id = coalesce(s.other_id, m.other_id)
   )
   SELECT id AS "ownerId", other_id AS "articleId", draws_on AS "drawsOn", rationale, origin, share,
     left_ids AS "leftIds", right_ids AS "rightIds"
   FROM ranked WHERE rank <= ${String(MOST)} ORDER BY id, rank`,
);
