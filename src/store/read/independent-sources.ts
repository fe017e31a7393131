import { batch, STANDING } from './details.ts';
import { STANDING_ACTOR } from './entities.ts';

/**
 * How many origins report a statement: the distinct origins of the renderings of its utterance. The origin of a rendering
 * is the innermost outlet, agency or reporter of its chain, else its article. A rendering in an article made from
 * another one that renders the same utterance has no origin of its own. See docs/adr/0006-independent-sources.md.
 */
export const independentSourcesOfStatements = batch<{ readonly count: number }>(
  'independent-sources-of-statements',
  `WITH RECURSIVE wanted AS (
     SELECT id, utterance_id FROM statement WHERE id = ANY ($1::uuid[])
   ), rendering AS (
     SELECT s.id, s.utterance_id, s.article_id FROM statement s
     WHERE s.utterance_id IN (SELECT utterance_id FROM wanted) AND s.review IN ${STANDING}
   ), made_from AS (
     SELECT article_id, source_id FROM derivation
     WHERE withdrawn_in IS NULL AND article_id IN (SELECT article_id FROM rendering)
     UNION
     SELECT m.article_id, d.source_id FROM made_from m
     JOIN derivation d ON d.article_id = m.source_id AND d.withdrawn_in IS NULL
   ), origin AS (
     SELECT r.utterance_id, coalesce((
       SELECT ${STANDING_ACTOR('c')} FROM attribution_hop h JOIN actor c ON c.id = h.actor_id
       WHERE h.statement_id = r.id AND h.position > 0 AND (h.role IN ('REPORTER', 'WIRE', 'OUTLET') OR c.kind = 'OUTLET')
       ORDER BY h.position DESC LIMIT 1
     ), r.article_id) AS id
     FROM rendering r
     WHERE NOT EXISTS (
       SELECT FROM made_from m JOIN rendering other ON other.article_id = m.source_id
       WHERE m.article_id = r.article_id AND other.utterance_id = r.utterance_id
     )
   )
   SELECT w.id AS "ownerId", count(DISTINCT o.id)::int AS count
   FROM wanted w LEFT JOIN origin o ON o.utterance_id = w.utterance_id GROUP BY w.id`,
);
