import type { ChangeKind } from '../../domain/vocabulary.ts';
import { prepared, type SqlClient } from '../sql.ts';
import { STANDING, type Owned } from './details.ts';
import type { Named } from './entities.ts';
import { Parameters } from './parameters.ts';
import { named, saidBy } from './statement-filter.ts';

/** Changes of which statements are asked for; null or left out where it does not matter. */
export interface ChangeFilter {
  /** Reported in this article. */
  readonly article?: Named | null;
  /** Said by this actor, or by whom it stands under. Who that is is what is known when the changes are read. */
  readonly actor?: Named | null;
  /** About this event. */
  readonly event?: Named | null;
}

/** What one revision did to a statement, or to the words that it rests on. */
export interface ChangeRow {
  readonly kind: ChangeKind;
  readonly statementId: string;
  /** Why, in the words of who did it; null where nobody has to say. */
  readonly reason: string | null;
  /** What stands in the place of a corrected statement. */
  readonly replacementId: string | null;
}

/** A kind of row that tells of changes, joined with the statement `s` that it is about. */
interface ChangeSource {
  readonly from: string;
  readonly where: string;
  /** SQL of the revision that made the change, which an index answers. */
  readonly revision: string;
  readonly kind: string;
  readonly reason: string;
  readonly replacement: string;
}

const RECORDED: ChangeSource = {
  from: 'statement s',
  where: 'true',
  revision: 's.revision',
  // What it was recorded as is where its first review found it.
  kind: `CASE coalesce((SELECT first.state_before FROM review first WHERE first.statement_id = s.id ORDER BY first.revision LIMIT 1), s.review)
    WHEN 'PROPOSED' THEN 'PROPOSED' ELSE 'ADDED' END`,
  reason: 'NULL',
  replacement: 'NULL::uuid',
};

const REVIEWED: ChangeSource = {
  from: 'review r JOIN statement s ON s.id = r.statement_id',
  where: 'true',
  revision: 'r.revision',
  kind: `CASE r.action WHEN 'ACCEPT' THEN 'ACCEPTED' WHEN 'REJECT' THEN 'REJECTED' WHEN 'RETRACT' THEN 'RETRACTED'
    WHEN 'CORRECT' THEN 'CORRECTED' WHEN 'RESTORE' THEN 'RESTORED' END`,
  reason: 'r.reason',
  replacement: 'r.replacement_id',
};

/** A column of a statement after the revision of a new version: as it was before its next change, else as it is. */
const after = (column: string): string => `coalesce(later.row ->> '${column}', s.${column}::text)`;

/** A new version made the evidence of a standing statement worse than it was before. */
const WORSE_EVIDENCE: ChangeSource = {
  from: `article_version v JOIN statement s ON s.article_id = v.article_id AND s.revision < v.revision
    JOIN row_history was ON was.table_name = 'statement' AND was.key = s.id::text AND was.until = v.revision
    LEFT JOIN LATERAL (
      SELECT h.row FROM row_history h WHERE h.table_name = 'statement' AND h.key = s.id::text AND h.until > v.revision
      ORDER BY h.until LIMIT 1
    ) later ON true`,
  where: `v.number > 1 AND ${after('evidence')}::anchor_state > (was.row ->> 'evidence')::anchor_state
    AND ${after('review')} IN ${STANDING}`,
  revision: 'v.revision',
  kind: `'EVIDENCE_' || ${after('evidence')}`,
  reason: 'NULL',
  replacement: 'NULL::uuid',
};

/** In the order in which the changes of a revision are told. */
const SOURCES: readonly ChangeSource[] = [RECORDED, REVIEWED, WORSE_EVIDENCE];

/**
 * The revisions after one and up to another that hold a change, in order.
 *
 * @param most how many at most, the earliest
 */
export async function changedRevisions(
  sql: SqlClient,
  range: { readonly after: number; readonly upTo: number },
  filter: ChangeFilter,
  most: number,
): Promise<number[]> {
  const parameters = new Parameters();
  const [from, to] = [parameters.add(range.after, 'integer'), parameters.add(range.upTo, 'integer')];
  const limit = parameters.add(most, 'integer');
  const meets = conditions(filter, parameters);
  // Each part ends by itself as soon as it has enough: a long history is not read to its end.
  const parts = SOURCES.map(
    (source) => `(SELECT DISTINCT ${source.revision} AS number FROM ${source.from}
      WHERE ${source.revision} > ${from} AND ${source.revision} <= ${to} AND ${source.where}${meets} ORDER BY 1 LIMIT ${limit})`,
  );
  const text = `SELECT number FROM (${parts.join(' UNION ')}) changed ORDER BY number LIMIT ${limit}`;
  const rows = await sql.query<{ readonly number: number }>(prepared(text), parameters.values);
  return rows.map(({ number }) => number);
}

/** A part of the changes of a revision. */
export interface ChangePage {
  /** How many at most. */
  readonly first: number;
  /** How many to leave out before them. */
  readonly skip: number;
}

/** Changes of revisions: what is new first, then reviews, then evidence, each in the order of articles and texts. */
export function changesOfRevisions(
  sql: SqlClient,
  revisions: readonly string[],
  filter: ChangeFilter,
  { first, skip }: ChangePage,
): Promise<Owned<ChangeRow>[]> {
  const parameters = new Parameters();
  const owners = parameters.add(revisions, 'int[]');
  const order = 'c.rank, c.article_ordinal, c.position, c."statementId"';
  const text = `SELECT o.number::text AS "ownerId", c.kind, c."statementId", c.reason, c."replacementId"
    FROM unnest(${owners}) AS o (number) CROSS JOIN LATERAL (
      SELECT * FROM (${changesOf('o.number', filter, parameters)}) c ORDER BY ${order}
      LIMIT ${parameters.add(first, 'integer')} OFFSET ${parameters.add(skip, 'integer')}
    ) c ORDER BY o.number, ${order}`;
  return sql.query(prepared(text), parameters.values);
}

/** How many changes there are in revisions. */
export function countChanges(
  sql: SqlClient,
  revisions: readonly string[],
  filter: ChangeFilter,
): Promise<Owned<{ readonly count: number }>[]> {
  const parameters = new Parameters();
  const owners = parameters.add(revisions, 'int[]');
  const text = `SELECT o.number::text AS "ownerId", n.count FROM unnest(${owners}) AS o (number)
    CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM (${changesOf('o.number', filter, parameters)}) c) n`;
  return sql.query(prepared(text), parameters.values);
}

/** SQL of all changes of a revision. UNION, since two versions of one article in one revision tell of the same change. */
function changesOf(revision: string, filter: ChangeFilter, parameters: Parameters): string {
  const meets = conditions(filter, parameters);
  return SOURCES.map(
    (
      source,
      rank,
    ) => `SELECT ${String(rank)} AS rank, ${source.kind} AS kind, s.id AS "statementId", ${source.reason} AS reason,
        ${source.replacement} AS "replacementId", s.article_ordinal, s.position
      FROM ${source.from} WHERE ${source.revision} = ${revision} AND ${source.where}${meets}`,
  ).join(' UNION ');
}

function conditions({ article, actor, event }: ChangeFilter, parameters: Parameters): string {
  const wanted = [
    article ? named('s.article_id', 'article', article)(parameters) : null,
    actor ? saidBy(actor)(parameters) : null,
    event
      ? `s.id IN (SELECT m.statement_id FROM statement_event m WHERE m.withdrawn_in IS NULL AND ${named('m.event_id', 'event', event)(parameters)})`
      : null,
  ];
  return wanted.flatMap((condition) => (condition === null ? [] : [` AND ${condition}`])).join('');
}
