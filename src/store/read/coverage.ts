import { batch, STANDING } from './details.ts';
import type { CoverageRow } from './rows.ts';

/**
 * How much of the current texts the statements account for. A sentence with furniture in it is left out of the count;
 * one that shares a code point with the content of a standing statement is evidenced. A quotation is evidenced when such a
 * content holds all of it.
 */
export const coverageOfArticles = batch<CoverageRow>(
  'coverage-of-articles',
  `WITH current AS (
     SELECT a.id, v.id AS version_id, v.sentence_starts, v.sentence_ends, v.quotation_starts, v.quotation_ends
     FROM article a JOIN article_version v ON v.id = a.current_version_id WHERE a.id = ANY ($1::uuid[])
   ), content AS (
     SELECT DISTINCT q.version_id, q.start_offset, q.end_offset
     FROM current JOIN statement s ON s.article_id = current.id AND s.review IN ${STANDING}
     JOIN statement_content c ON c.statement_id = s.id JOIN quote q ON q.id = c.quote_id AND q.version_id = current.version_id
   ), furnished AS (
     SELECT q.version_id, q.start_offset, q.end_offset
     FROM current JOIN furniture f ON f.article_id = current.id AND f.withdrawn_in IS NULL
     JOIN quote q ON q.id = f.quote_id AND q.version_id = current.version_id
   ), part AS (
     SELECT c.id, c.version_id, true AS is_sentence, x.s, x.e FROM current c, unnest(c.sentence_starts, c.sentence_ends) AS x (s, e)
     UNION ALL
     SELECT c.id, c.version_id, false, x.s, x.e FROM current c, unnest(c.quotation_starts, c.quotation_ends) AS x (s, e)
   ), judged AS (
     SELECT p.id, p.is_sentence, EXISTS (
       SELECT FROM content k WHERE k.version_id = p.version_id AND CASE WHEN p.is_sentence
         THEN k.start_offset < p.e AND p.s < k.end_offset
         ELSE k.start_offset <= p.s AND p.e <= k.end_offset END
     ) AS is_evidenced
     FROM part p WHERE NOT EXISTS (
       SELECT FROM furnished f WHERE f.version_id = p.version_id AND f.start_offset < p.e AND p.s < f.end_offset
     )
   )
   SELECT current.id AS "ownerId",
     count(*) FILTER (WHERE is_sentence)::int AS sentences,
     count(*) FILTER (WHERE is_sentence AND is_evidenced)::int AS "evidencedSentences",
     count(*) FILTER (WHERE NOT is_sentence)::int AS quotations,
     count(*) FILTER (WHERE NOT is_sentence AND is_evidenced)::int AS "evidencedQuotations"
   FROM current LEFT JOIN judged ON judged.id = current.id GROUP BY current.id`,
);
