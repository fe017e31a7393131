import type { EvidenceRole } from '../../domain/vocabulary.ts';
import type { SqlClient, SqlStatement } from '../sql.ts';
import { ENTITIES, STANDING_ACTOR } from './entities.ts';
import type {
  AnchorRow,
  ArticleVersionRow,
  CallingRow,
  CorpusRow,
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
export interface Batch<Row> {
  (sql: SqlClient, ownerIds: readonly string[]): Promise<Owned<Row>[]>;
  /** The statement, whose only value is `$1::uuid[]`, the ids of the owners. */
  readonly text: string;
}

/** A read of rows that belong to owners, by a statement that takes the owners' ids. */
export const batch = <Row>(name: string, text: string): Batch<Row> =>
  Object.assign((sql: SqlClient, ownerIds: readonly string[]) => sql.query<Owned<Row>>({ name, text }, [ownerIds]), {
    text,
  });

/** Rows that belong to owners, as pieces of SQL: for reading those of many owners, and for writing them into larger statements. */
export interface OwnedRows {
  readonly name: string;
  readonly columns: string;
  readonly from: string;
  /** The column with the owner's id. */
  readonly owner: string;
  readonly conditions?: string;
  /** In which order an owner has them. */
  readonly order: string;
}

/** A read of rows by their pieces. */
const batchOf = <Row>({ name, columns, from, owner, conditions, order }: OwnedRows): Batch<Row> =>
  batch(
    name,
    `SELECT ${owner} AS "ownerId", ${columns} FROM ${from}
     WHERE ${owner} = ANY ($1::uuid[])${conditions === undefined ? '' : ` AND ${conditions}`} ORDER BY ${owner}, ${order}`,
  );

/** Statements that readers see unless they ask for others. */
export const STANDING = `('PROPOSED', 'ACCEPTED')`;

/** Dates by their own id. */
export const DATES: OwnedRows = {
  name: 'dates-by-id',
  columns: 'd.id, d.value, d.earliest, d.latest, d.basis, d.reasoning',
  from: 'sourced_date d',
  owner: 'd.id',
  order: 'd.id',
};
export const datesById = batchOf<SourcedDateRow>(DATES);

/** The words that give a date, in order. */
export const QUOTES_OF_DATE: OwnedRows = {
  name: 'quotes-of-dates',
  columns: ENTITIES.Quote.columns,
  from: 'sourced_date_quote w JOIN quote q ON q.id = w.quote_id',
  owner: 'w.date_id',
  order: 'w.ordinal',
};
export const quotesOfDates = batchOf<QuoteRow>(QUOTES_OF_DATE);

/** From the article's own voice inwards. */
export const HOPS: OwnedRows = {
  name: 'hops-of-statements',
  columns: 'h.position, h.actor_id AS "actorId", h.role, h.cue_id AS "cueId", h.source_id AS "sourceId"',
  from: 'attribution_hop h',
  owner: 'h.statement_id',
  order: 'h.position',
};
export const hopsOfStatements = batchOf<HopRow>(HOPS);

/** The words said, in order. */
export const CONTENT: OwnedRows = {
  name: 'content-of-statements',
  columns: ENTITIES.Quote.columns,
  from: 'statement_content w JOIN quote q ON q.id = w.quote_id',
  owner: 'w.statement_id',
  order: 'w.ordinal',
};
export const contentOfStatements = batchOf<QuoteRow>(CONTENT);

/** Takes the roles as `$2::text[]`. */
export const EVIDENCE: SqlStatement = {
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

/** The standing statements that render an utterance. */
export const RENDERINGS: OwnedRows = {
  name: 'renderings-of-utterances',
  columns: ENTITIES.Statement.columns,
  from: 'statement s',
  owner: 's.utterance_id',
  conditions: `s.review IN ${STANDING}`,
  order: 's.article_ordinal, s.position, s.id',
};
export const renderingsOfUtterances = batchOf<StatementRow>(RENDERINGS);

export const creditsOfArticles = batch<CreditRow>(
  'credits-of-articles',
  `SELECT k.article_id AS "ownerId", k.role, k.actor_id AS "actorId", array_agg(k.quote_id::text ORDER BY q.start_offset) AS "quoteIds"
   FROM credit k JOIN quote q ON q.id = k.quote_id
   WHERE k.article_id = ANY ($1::uuid[]) AND k.withdrawn_in IS NULL
   GROUP BY k.article_id, k.role, k.actor_id ORDER BY k.article_id, k.role, min(q.start_offset)`,
);

export const FURNITURE: OwnedRows = {
  name: 'furniture-of-articles',
  columns: 'f.kind, f.quote_id AS "quoteId"',
  from: 'furniture f JOIN quote q ON q.id = f.quote_id',
  owner: 'f.article_id',
  conditions: 'f.withdrawn_in IS NULL',
  order: 'q.start_offset',
};
export const furnitureOfArticles = batchOf<FurnitureRow>(FURNITURE);

/** An article's version before another one, by the later one's id. */
export const previousVersions = batch<{ readonly id: string }>(
  'previous-versions',
  `SELECT v.id AS "ownerId", p.id FROM article_version v
   JOIN article_version p ON p.article_id = v.article_id AND p.number = v.number - 1
   WHERE v.id = ANY ($1::uuid[])`,
);

/** All versions of articles. */
export const versionsByNumber = batch<ArticleVersionRow>(
  'versions-by-number',
  `SELECT v.article_id AS "ownerId", ${ENTITIES.ArticleVersion.columns} FROM article_version v
   WHERE v.article_id = ANY ($1::uuid[]) ORDER BY v.article_id, v.number`,
);

/** The most places that are given for one spelling or description; `Actor.mentions` pages through all of them. */
const CALLED_AT = 100;

/** The words by which actors are named and described, each with its places, the first ones first. */
export const callingsOfActors = batch<CallingRow>(
  'callings-of-actors',
  `SELECT ${STANDING_ACTOR('c')} AS "ownerId", m.kind, q.exact AS words,
     (array_agg(q.id::text ORDER BY a.ordinal, q.start_offset))[:${String(CALLED_AT)}] AS "quoteIds"
   FROM actor c JOIN actor_mention m ON m.actor_id = c.id JOIN quote q ON q.id = m.quote_id JOIN article a ON a.id = q.article_id
   WHERE (c.id = ANY ($1::uuid[]) OR c.merged_into_id = ANY ($1::uuid[])) AND m.withdrawn_in IS NULL
   GROUP BY 1, m.kind, q.exact
   ORDER BY 1, m.kind, min(a.ordinal), min(q.start_offset), q.exact COLLATE "C"`,
);

export const PARTICIPANTS: OwnedRows = {
  name: 'participants-of-events',
  columns: 'p.actor_id AS "actorId", p.role',
  from: 'participant p',
  owner: 'p.event_id',
  conditions: 'p.withdrawn_in IS NULL',
  order: 'p.ordinal',
};
export const participantsOfEvents = batchOf<ParticipantRow>(PARTICIPANTS);

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

/** The state of the whole corpus, as `CorpusRow` has it. */
export const CORPUS: SqlStatement = {
  name: 'corpus',
  text: `SELECT
     (SELECT coalesce(max(number), 0) FROM revision) AS revision,
     (SELECT count(*)::int FROM article) AS articles,
     (SELECT count(*)::int FROM statement WHERE review IN ${STANDING}) AS statements,
     (SELECT count(*)::int FROM quote) AS quotes,
     (SELECT count(*)::int FROM actor WHERE merged_into_id IS NULL) AS actors,
     (SELECT count(*)::int FROM event) AS events`,
};

/** The newest revision, 0 of an empty corpus. */
export async function corpusRevision(sql: SqlClient, name = 'corpus-revision'): Promise<number> {
  const [row] = await sql.query<{ readonly revision: number }>({
    name,
    text: 'SELECT coalesce(max(number), 0) AS revision FROM revision',
  });
  return row?.revision ?? 0;
}

/** The state of the whole corpus. */
export async function corpusState(sql: SqlClient): Promise<CorpusRow> {
  const [row] = await sql.query<CorpusRow>(CORPUS);
  if (!row) throw new Error('the corpus has no state');
  return row;
}
