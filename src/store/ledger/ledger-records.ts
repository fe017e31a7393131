import { canonicalJson } from '../../ledger/canonical-json.ts';
import { prepared, type SqlClient } from '../sql.ts';
import { LEDGERED_TABLES, type LedgeredTable } from './ledgered-tables.ts';

/** A row as a revision recorded or left it: what the ledger holds the hash of. */
export interface LedgerRecord {
  readonly revision: number;
  readonly table: string;
  /** The values of the row's key, joined by spaces. */
  readonly key: string;
  /** Canonical JSON (RFC 8785). */
  readonly json: string;
}

interface RecordRow {
  readonly revision: number;
  readonly key: string;
  readonly record: object;
}

/**
 * The records of some revisions, worked out from tables and history by this program: the database that sealed them is not asked
 * to do it again.
 *
 * @param from the first revision
 * @param to the last one; a row that claims another revision belongs to no record
 */
export async function ledgerRecords(sql: SqlClient, from: number, to: number): Promise<LedgerRecord[]> {
  const read = await Promise.all(
    LEDGERED_TABLES.map(async (table) => {
      const rows = await sql.query<RecordRow>(prepared(recordsIn(table)), [from, to]);
      return rows.map((row) => asRecord(table, row));
    }),
  );
  return read.flat();
}

/**
 * The records of some rows as they are, by their ids.
 *
 * @param revision the newest revision to look at; a row that is newer is not there
 */
export async function latestRecords(
  sql: SqlClient,
  tableName: string,
  ids: readonly string[],
  revision: number,
): Promise<LedgerRecord[]> {
  const table = LEDGERED_TABLES.find(({ name }) => name === tableName);
  if (!table) throw new RangeError(`${tableName} is in no ledger`);
  const rows = await sql.query<RecordRow>(prepared(latestIn(table)), [ids, revision]);
  return rows.map((row) => asRecord(table, row));
}

const asRecord = ({ name }: LedgeredTable, { revision, key, record }: RecordRow): LedgerRecord => ({
  revision,
  table: name,
  key,
  json: canonicalJson({ ...record, table: name }),
});

/** SQL of all records of a table in revisions from $1 to $2. */
const recordsIn = (table: LedgeredTable): string =>
  table.changes
    ? `SELECT touched.revision, touched.key, ${recordOf(table)} AS record FROM (
         SELECT t, t.${table.since} AS revision, ${keyOf(table, 't')} AS key FROM ${table.name} t WHERE t.${table.since} BETWEEN $1 AND $2
         UNION ALL
         SELECT t, h.until, h.key FROM row_history h JOIN ${table.name} t ON ${sameKey(table)}
         WHERE h.until BETWEEN $1 AND $2 AND h.table_name = '${table.name}'
       ) touched ${stateAt(table, 'touched.revision')}`
    : `SELECT s.${table.since} AS revision, ${keyOf(table, 's')} AS key, ${recordOf(table)} AS record
       FROM ${table.name} s WHERE s.${table.since} BETWEEN $1 AND $2`;

/** SQL of the newest records of rows with the ids $1, up to revision $2. */
const latestIn = (table: LedgeredTable): string =>
  table.changes
    ? `SELECT coalesce(changed.until, touched.since) AS revision, touched.key, ${recordOf(table)} AS record FROM (
         SELECT t, t.${table.since} AS since, ${keyOf(table, 't')} AS key FROM ${table.name} t WHERE t.id = ANY ($1::uuid[]) AND t.${table.since} <= $2::int
       ) touched LEFT JOIN LATERAL (
         SELECT h.until FROM row_history h WHERE h.table_name = '${table.name}' AND h.key = touched.key AND h.until <= $2::int
         ORDER BY h.until DESC LIMIT 1
       ) changed ON true ${stateAt(table, '$2::int')}`
    : `SELECT s.${table.since} AS revision, ${keyOf(table, 's')} AS key, ${recordOf(table)} AS record
       FROM ${table.name} s WHERE s.id = ANY ($1::uuid[]) AND s.${table.since} <= $2::int`;

/** SQL that joins s, a row of "touched" as it was after a revision: history holds it up to the next change. */
const stateAt = ({ name }: LedgeredTable, revision: string): string =>
  `LEFT JOIN LATERAL (
     SELECT h.row FROM row_history h WHERE h.table_name = '${name}' AND h.key = touched.key AND h.until > ${revision} ORDER BY h.until LIMIT 1
   ) was ON true CROSS JOIN LATERAL jsonb_populate_record(touched.t, was.row) s`;

function recordOf({ says, along = {} }: LedgeredTable): string {
  const row = Object.entries(says).map(([column, sql]) => `'${column}', ${sql ?? `s.${column}`}`);
  const more = Object.entries(along).map(([name, sql]) => `, '${name}', ${sql}`);
  return `json_build_object('row', json_build_object(${row.join(', ')})${more.join('')})`;
}

const columnOfKey = (part: string): string => part.split(' ')[0] ?? '';
const keyOf = ({ key }: LedgeredTable, row: string): string =>
  key.map((part) => `${row}.${columnOfKey(part)}::text`).join(` || ' ' || `);
const sameKey = ({ key }: LedgeredTable): string =>
  key
    .map((part, index) => {
      const [column = '', type = ''] = part.split(' ');
      return `t.${column} = split_part(h.key, ' ', ${String(index + 1)})::${type}`;
    })
    .join(' AND ');
