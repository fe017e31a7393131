import type { EvidenceRole } from '../../domain/vocabulary.ts';
import type { SqlClient, SqlStatement } from '../sql.ts';
import { ENTITIES } from './entities.ts';
import type {
  AnchorRow,
  CallingRow,
  CorpusRow,
  CoverageRow,
  CreditRow,
  EventRow,
  FurnitureRow,
  HopRow,
  ParticipantRow,
  QuoteRow,
  RelationRow,
  SourcedDateRow,
  StatementRow,
} from './rows.ts';

/** Rows that belong to an owner, for many owners at once: one statement each, however many there are. */
export type Owned<Row> = Row & { readonly ownerId: string };
type Batch<Row> = (sql: SqlClient, ownerIds: readonly string[]) => Promise<Owned<Row>[]>;

const batch =
  <Row>(name: string, text: string): Batch<Row> =>
  (sql, ownerIds) =>
    sql.query<Owned<Row>>({ name, text }, [ownerIds]);

/** Statements that readers see unless they ask for others. */
export const STANDING = `('PROPOSED', 'ACCEPTED')`;

/** Dates by their own id. */
export const datesById = batch<SourcedDateRow>(
  'dates-by-id',
  `SELECT id AS "ownerId", id, value, earliest, latest, basis, reasoning FROM sourced_date WHERE id = ANY ($1::uuid[])`,
);

/** The words that give a date, in order. */
export const quotesOfDates = batch<QuoteRow>(
  'quotes-of-dates',
  `SELECT d.date_id AS "ownerId", ${ENTITIES.Quote.columns}
   FROM sourced_date_quote d JOIN quote q ON q.id = d.quote_id
   WHERE d.date_id = ANY ($1::uuid[]) ORDER BY d.date_id, d.ordinal`,
);

/** From the article's own voice inwards. */
export const hopsOfStatements = batch<HopRow>(
  'hops-of-statements',
  `SELECT statement_id AS "ownerId", position, actor_id AS "actorId", role, cue_id AS "cueId", source_id AS "sourceId"
   FROM attribution_hop WHERE statement_id = ANY ($1::uuid[]) ORDER BY statement_id, position`,
);

const contentOfStatements = batch<QuoteRow>(
  'content-of-statements',
  `SELECT c.statement_id AS "ownerId", ${ENTITIES.Quote.columns}
   FROM statement_content c JOIN quote q ON q.id = c.quote_id
   WHERE c.statement_id = ANY ($1::uuid[]) ORDER BY c.statement_id, c.ordinal`,
);

const EVIDENCE: SqlStatement = {
  name: 'evidence-of-statements',
  text: `SELECT x."ownerId", ${ENTITIES.Quote.columns}
   FROM (
     SELECT DISTINCT ON (statement_id, quote_id) statement_id AS "ownerId", quote_id,
       array_position($2::text[], role) AS rank, ordinal
     FROM statement_evidence WHERE statement_id = ANY ($1::uuid[]) AND role = ANY ($2::text[])
     ORDER BY statement_id, quote_id, array_position($2::text[], role), ordinal
   ) x JOIN quote q ON q.id = x.quote_id
   ORDER BY x."ownerId", x.rank, x.ordinal, q.start_offset`,
};

/** The quotes that are evidence of a statement in any of some roles, each once, in the order of the roles. */
export function evidenceOfStatements(
  sql: SqlClient,
  ownerIds: readonly string[],
  roles: readonly EvidenceRole[],
): Promise<Owned<QuoteRow>[]> {
  if (roles.length === 1 && roles[0] === 'CONTENT') return contentOfStatements(sql, ownerIds);
  return sql.query(EVIDENCE, [ownerIds, roles]);
}

export const eventsOfStatements = batch<EventRow>(
  'events-of-statements',
  `SELECT x.statement_id AS "ownerId", ${ENTITIES.Event.columns}
   FROM (SELECT DISTINCT statement_id, event_id FROM statement_event
         WHERE statement_id = ANY ($1::uuid[]) AND withdrawn_in IS NULL) x
   JOIN event e ON e.id = x.event_id ORDER BY x.statement_id, e.slug`,
);

/** What a statement says of others. A contradiction goes both ways, and is read on both of its statements. */
export const relationsOfStatements = batch<RelationRow>(
  'relations-of-statements',
  `SELECT x."ownerId", x.type, x."statementId", x.rationale, x.origin
   FROM (
     SELECT from_id AS "ownerId", to_id AS "statementId", type, rationale, origin
     FROM statement_relation WHERE from_id = ANY ($1::uuid[]) AND withdrawn_in IS NULL
     UNION
     SELECT to_id, from_id, type, rationale, origin
     FROM statement_relation WHERE to_id = ANY ($1::uuid[]) AND withdrawn_in IS NULL AND type = 'CONTRADICTS'
   ) x JOIN statement s ON s.id = x."statementId" AND s.review IN ${STANDING}
   ORDER BY x."ownerId", x.type, s.article_ordinal, s.position, s.id`,
);

/** What others say of a statement, each read from the other one: "that one SUPERSEDES this". */
export const relationsToStatements = batch<RelationRow>(
  'relations-to-statements',
  `SELECT r.to_id AS "ownerId", r.type, r.from_id AS "statementId", r.rationale, r.origin
   FROM statement_relation r JOIN statement s ON s.id = r.from_id AND s.review IN ${STANDING}
   WHERE r.to_id = ANY ($1::uuid[]) AND r.withdrawn_in IS NULL
   ORDER BY r.to_id, r.type, s.article_ordinal, s.position, s.id`,
);

export const renderingsOfUtterances = batch<StatementRow>(
  'renderings-of-utterances',
  `SELECT s.utterance_id AS "ownerId", ${ENTITIES.Statement.columns}
   FROM statement s WHERE s.utterance_id = ANY ($1::uuid[]) AND s.review IN ${STANDING}
   ORDER BY s.utterance_id, s.article_ordinal, s.position, s.id`,
);

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
       SELECT h.actor_id FROM attribution_hop h JOIN actor c ON c.id = h.actor_id
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

export const creditsOfArticles = batch<CreditRow>(
  'credits-of-articles',
  `SELECT k.article_id AS "ownerId", k.role, k.actor_id AS "actorId", array_agg(k.quote_id::text ORDER BY q.start_offset) AS "quoteIds"
   FROM credit k JOIN quote q ON q.id = k.quote_id
   WHERE k.article_id = ANY ($1::uuid[]) AND k.withdrawn_in IS NULL
   GROUP BY k.article_id, k.role, k.actor_id ORDER BY k.article_id, k.role, min(q.start_offset)`,
);

export const furnitureOfArticles = batch<FurnitureRow>(
  'furniture-of-articles',
  `SELECT f.article_id AS "ownerId", f.kind, f.quote_id AS "quoteId"
   FROM furniture f JOIN quote q ON q.id = f.quote_id
   WHERE f.article_id = ANY ($1::uuid[]) AND f.withdrawn_in IS NULL ORDER BY f.article_id, q.start_offset`,
);

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

/** An article's version before another one, by the later one's id. */
export const previousVersions = batch<{ readonly id: string }>(
  'previous-versions',
  `SELECT v.id AS "ownerId", p.id FROM article_version v
   JOIN article_version p ON p.article_id = v.article_id AND p.number = v.number - 1
   WHERE v.id = ANY ($1::uuid[])`,
);

/** The most places that are given for one spelling or description; `Actor.mentions` pages through all of them. */
const CALLED_AT = 100;

/** The words by which actors are named and described, each with its places, the first ones first. */
export const callingsOfActors = batch<CallingRow>(
  'callings-of-actors',
  `SELECT m.actor_id AS "ownerId", m.kind, q.exact AS words,
     (array_agg(q.id::text ORDER BY a.ordinal, q.start_offset))[:${String(CALLED_AT)}] AS "quoteIds"
   FROM actor_mention m JOIN quote q ON q.id = m.quote_id JOIN article a ON a.id = q.article_id
   WHERE m.actor_id = ANY ($1::uuid[]) AND m.withdrawn_in IS NULL
   GROUP BY m.actor_id, m.kind, q.exact
   ORDER BY m.actor_id, m.kind, min(a.ordinal), min(q.start_offset), q.exact COLLATE "C"`,
);

export const participantsOfEvents = batch<ParticipantRow>(
  'participants-of-events',
  `SELECT event_id AS "ownerId", actor_id AS "actorId", role FROM participant
   WHERE event_id = ANY ($1::uuid[]) AND withdrawn_in IS NULL ORDER BY event_id, ordinal`,
);

/** Where quotes stand in the current versions of their articles, through all versions in between. */
export const anchorsOfQuotes = batch<AnchorRow>(
  'anchors-of-quotes',
  `WITH RECURSIVE step AS (
     SELECT q.id AS owner_id, q.id AS quote_id, q.version_id, 'ANCHORED'::anchor_state AS state
     FROM quote q WHERE q.id = ANY ($1::uuid[])
     UNION ALL
     SELECT step.owner_id, a.target_id, a.version_id,
       CASE WHEN a.state = 'ORPHANED' THEN a.state WHEN step.state = 'MOVED' THEN step.state ELSE a.state END
     FROM step JOIN quote_anchor a ON a.quote_id = step.quote_id
   )
   SELECT step.owner_id AS "ownerId", state, quote_id AS "quoteId"
   FROM step JOIN quote q ON q.id = step.owner_id JOIN article a ON a.id = q.article_id
   WHERE step.version_id = a.current_version_id OR step.state = 'ORPHANED'`,
);

const CORPUS: SqlStatement = {
  name: 'corpus',
  text: `SELECT
     (SELECT coalesce(max(number), 0) FROM revision) AS revision,
     (SELECT count(*)::int FROM article) AS articles,
     (SELECT count(*)::int FROM statement WHERE review IN ${STANDING}) AS statements,
     (SELECT count(*)::int FROM quote) AS quotes,
     (SELECT count(*)::int FROM actor) AS actors,
     (SELECT count(*)::int FROM event) AS events`,
};

/** The state of the whole corpus. */
export async function corpusState(sql: SqlClient): Promise<CorpusRow> {
  const [row] = await sql.query<CorpusRow>(CORPUS);
  if (!row) throw new Error('the corpus has no state');
  return row;
}
