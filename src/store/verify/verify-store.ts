import { STANDING } from '../read/details.ts';
import { STANDING_ACTOR } from '../read/entities.ts';
import type { SqlClient } from '../sql.ts';
import { LEDGER_CHECK } from './ledger-check.ts';
import { runCheck, sqlCheck, type Check, type CheckResult } from './check.ts';
import { TEXT_CHECKS } from './quotes-check.ts';

const count = (table: string, condition = 'true'): string => `SELECT count(*) FROM ${table} WHERE ${condition}`;
const STANDING_STATEMENTS = count('statement', `review IN ${STANDING}`);

/** Everything that always holds, each by itself. */
const CHECKS: readonly Check[] = [
  ...TEXT_CHECKS,
  LEDGER_CHECK,
  sqlCheck(
    'Versions are numbered without gaps, and an article’s current version is its newest one.',
    count('article'),
    `SELECT 'article ' || a.slug AS what FROM article a LEFT JOIN article_version v ON v.article_id = a.id
     GROUP BY a.id HAVING max(v.number) IS NULL OR max(v.number) <> count(v.id)
       OR a.current_version_id IS DISTINCT FROM (array_agg(v.id ORDER BY v.number DESC))[1]`,
  ),
  sqlCheck(
    'A title that a text tells is told in these words.',
    count('article', 'title_quote_id IS NOT NULL'),
    `SELECT 'article ' || a.slug AS what FROM article a LEFT JOIN quote q ON q.id = a.title_quote_id AND q.article_id = a.id
     WHERE a.title_quote_id IS NOT NULL AND q.exact IS DISTINCT FROM a.title`,
  ),
  sqlCheck(
    'Every standing statement has content, of its own article, that begins at its position.',
    STANDING_STATEMENTS,
    `SELECT 'statement ' || s.id AS what FROM statement s WHERE s.review IN ${STANDING} AND (NOT EXISTS (
       SELECT FROM statement_content c JOIN quote q ON q.id = c.quote_id
       WHERE c.statement_id = s.id AND c.ordinal = 0 AND q.start_offset = s.position
     ) OR EXISTS (
       SELECT FROM statement_content c JOIN quote q ON q.id = c.quote_id
       WHERE c.statement_id = s.id AND q.article_id <> s.article_id))`,
  ),
  sqlCheck(
    'Every standing statement’s chain leads from the article’s own voice to its speaker, each hop with its words.',
    STANDING_STATEMENTS,
    `SELECT 'statement ' || s.id AS what FROM statement s LEFT JOIN LATERAL (
       SELECT count(*) AS hops, max(position) AS last, min(position) AS first,
         (array_agg(actor_id ORDER BY position DESC))[1] AS speaker, (array_agg(actor_id ORDER BY position))[1] AS voice,
         bool_and(position = 0 OR cue_id IS NOT NULL OR source_id IS NOT NULL) AS shown
       FROM attribution_hop h WHERE h.statement_id = s.id
     ) c ON true
     WHERE s.review IN ${STANDING} AND (c.hops = 0 OR c.first <> 0 OR c.last <> c.hops - 1 OR (SELECT ${STANDING_ACTOR('a')} FROM actor a WHERE a.id = c.speaker) IS DISTINCT FROM s.speaker_id OR NOT c.shown
       OR (s.mode = 'NARRATION') <> (c.hops = 1)
       OR NOT CASE
         WHEN EXISTS (SELECT FROM credit k WHERE k.article_id = s.article_id AND k.role = 'AUTHOR' AND k.withdrawn_in IS NULL)
         THEN EXISTS (SELECT FROM credit k WHERE k.article_id = s.article_id AND k.role = 'AUTHOR' AND k.withdrawn_in IS NULL AND k.actor_id = c.voice)
         WHEN EXISTS (SELECT FROM credit k WHERE k.article_id = s.article_id AND k.role = 'PUBLISHER' AND k.withdrawn_in IS NULL)
         THEN EXISTS (SELECT FROM credit k WHERE k.article_id = s.article_id AND k.role = 'PUBLISHER' AND k.withdrawn_in IS NULL AND k.actor_id = c.voice)
         ELSE EXISTS (SELECT FROM actor a WHERE a.id = c.voice AND a.kind = 'UNNAMED') END)`,
  ),
  sqlCheck(
    'Every date has the words that give it, and a reason where it was worked out.',
    count('sourced_date'),
    `SELECT 'date ' || d.id AS what FROM sourced_date d
     WHERE NOT EXISTS (SELECT FROM sourced_date_quote q WHERE q.date_id = d.id) OR (d.basis = 'INFERRED' AND d.reasoning IS NULL)`,
  ),
  sqlCheck(
    'Columns that repeat others say the same as these.',
    `SELECT (${count('statement')}) + (${count('event')})`,
    `SELECT 'statement ' || s.id AS what FROM statement s JOIN article a ON a.id = s.article_id LEFT JOIN sourced_date d ON d.id = s.said_id
     WHERE s.article_ordinal <> a.ordinal OR (s.said_earliest, s.said_latest) IS DISTINCT FROM (d.earliest, d.latest)
     UNION ALL
     SELECT 'event ' || e.slug FROM event e LEFT JOIN sourced_date d ON d.id = e.occurred_id
     WHERE (e.occurred_earliest, e.occurred_latest) IS DISTINCT FROM (d.earliest, d.latest)`,
  ),
  sqlCheck(
    'An anchored quote has the same words in the later version.',
    count('quote_anchor'),
    `SELECT 'quote ' || a.quote_id AS what FROM quote_anchor a JOIN quote q ON q.id = a.quote_id LEFT JOIN quote t ON t.id = a.target_id
     WHERE (a.state = 'ORPHANED') <> (a.target_id IS NULL) OR t.exact <> q.exact OR t.version_id <> a.version_id`,
  ),
  sqlCheck(
    'Revisions are numbered from 1 without gaps, and nothing belongs to a revision that is not there.',
    count('revision'),
    `SELECT 'revision ' || number AS what FROM (SELECT number, row_number() OVER (ORDER BY number) AS expected FROM revision) r WHERE number <> expected
     UNION ALL
     SELECT x.kind || ' ' || x.id FROM (
       SELECT 'article' AS kind, id, revision FROM article UNION ALL SELECT 'version', id, revision FROM article_version
       UNION ALL SELECT 'statement', id, revision FROM statement UNION ALL SELECT 'statement', id, reviewed_in FROM statement
       UNION ALL SELECT 'actor', id, revision FROM actor UNION ALL SELECT 'event', id, revision FROM event
       UNION ALL SELECT 'utterance', id, revision FROM utterance
     ) x WHERE NOT EXISTS (SELECT FROM revision r WHERE r.number = x.revision)`,
  ),
  sqlCheck(
    'A merged actor stands under the one that its merges lead to, and that one by itself.',
    count('actor'),
    `WITH RECURSIVE up AS (
       SELECT id AS actor_id, id, 0 AS steps FROM actor
       UNION ALL
       SELECT up.actor_id, m.into_id, up.steps + 1 FROM up JOIN actor_merge m ON m.actor_id = up.id AND m.undone_in IS NULL
       WHERE up.steps < 1000
     ), root AS (SELECT DISTINCT ON (actor_id) actor_id, id FROM up ORDER BY actor_id, steps DESC)
     SELECT 'actor ' || a.slug AS what FROM actor a JOIN root r ON r.actor_id = a.id WHERE ${STANDING_ACTOR('a')} <> r.id`,
  ),
  sqlCheck(
    'Every statement stands in review where its history says.',
    count('statement'),
    `SELECT 'statement ' || s.id AS what FROM statement s
     LEFT JOIN LATERAL (SELECT * FROM review r WHERE r.statement_id = s.id ORDER BY r.revision DESC LIMIT 1) last ON true
     WHERE (last.state_after, last.revision) IS DISTINCT FROM (s.review, s.reviewed_in)
       AND (last.revision IS NOT NULL OR s.reviewed_in <> s.revision)
     UNION ALL
     SELECT 'statement ' || r.statement_id FROM review r
     JOIN LATERAL (SELECT * FROM review o WHERE o.statement_id = r.statement_id AND o.revision < r.revision ORDER BY o.revision DESC LIMIT 1) before ON true
     WHERE before.state_after <> r.state_before`,
  ),
  sqlCheck(
    'Every statement tells how far its words stand in the current version.',
    count('statement'),
    `WITH RECURSIVE step AS (
       SELECT c.statement_id, q.id AS quote_id, q.version_id, 'ANCHORED'::anchor_state AS state
       FROM statement_content c JOIN quote q ON q.id = c.quote_id
       UNION ALL
       SELECT step.statement_id, a.target_id, a.version_id,
         CASE WHEN a.state = 'ORPHANED' THEN a.state WHEN step.state = 'MOVED' THEN step.state ELSE a.state END
       FROM step JOIN quote_anchor a ON a.quote_id = step.quote_id
     ), worst AS (
       SELECT step.statement_id, max(step.state) AS state FROM step
       JOIN article_version v ON v.id = step.version_id JOIN article a ON a.id = v.article_id
       WHERE step.state = 'ORPHANED' OR step.version_id = a.current_version_id GROUP BY step.statement_id
     )
     SELECT 'statement ' || s.id AS what FROM statement s JOIN worst ON worst.statement_id = s.id WHERE worst.state <> s.evidence`,
  ),
  sqlCheck(
    'What rows were is kept up to a revision that is there.',
    count('row_history'),
    `SELECT h.table_name || ' ' || h.key AS what FROM row_history h WHERE NOT EXISTS (SELECT FROM revision r WHERE r.number = h.until)`,
  ),
  sqlCheck(
    'Search looks through what is recorded.',
    count('search_source'),
    `SELECT lower(coalesce(s.kind, e.kind)::text) || ' ' || coalesce(s.id, e.id) AS what
     FROM search_source s FULL JOIN search_entry e ON e.kind = s.kind AND e.id = s.id
     WHERE (s.title, s.body, s.article_ordinal) IS DISTINCT FROM (e.title, e.body, e.article_ordinal)`,
  ),
  sqlCheck(
    'Quotations are looked for in every text.',
    count('article_version'),
    `SELECT 'version ' || v.id AS what FROM article_version v LEFT JOIN indexed_version i ON i.version_id = v.id
     WHERE NOT EXISTS (SELECT FROM passage_key k WHERE k.version = i.number)
       AND (i.number IS NULL OR cardinality(v.sentence_starts) > 3)`,
  ),
  sqlCheck(
    'The database’s own guards are on.',
    `SELECT count(*) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace`,
    `SELECT 'trigger ' || t.tgname || ' on ' || c.relname AS what FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE c.relnamespace = current_schema()::regnamespace AND t.tgenabled NOT IN ('O', 'A')`,
  ),
];

/**
 * Looks at everything that always holds, over a whole store. Reads only; of the texts one is in memory at a time.
 *
 * @param onResult called as each check is done
 * @returns whether all of it holds
 */
export async function verifyStore(sql: SqlClient, onResult: (result: CheckResult) => void): Promise<boolean> {
  let holds = true;
  for (const check of CHECKS) {
    const result = await runCheck(check, sql);
    holds &&= result.broken === 0;
    onResult(result);
  }
  return holds;
}
