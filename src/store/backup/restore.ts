import { VerbatimError } from '../../domain/errors.ts';
import { indexPassages } from '../comparison/index-passages.ts';
import { outageOf } from '../outage.ts';
import { momentClient, type SqlClient } from '../sql.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import type { CheckResult } from '../verify/check.ts';
import { againstCheckpoint } from '../verify/ledger-check.ts';
import { verifyStore } from '../verify/verify-store.ts';
import { inWriteTransaction } from '../write-transaction.ts';
import { BACKED_UP_TABLES } from './backed-up-tables.ts';
import type { BackupHeader, BackupRow } from './backup-lines.ts';
import { newestMigration } from './newest-migration.ts';
import { readBackup, type ReadLine } from './read-backup.ts';

/** So many rows go in one statement, or fewer when they are long, in UTF-16 code units of their JSON. */
const ROWS_AT_ONCE = 2_000;
const LENGTH_AT_ONCE = 8_000_000;

/** What was restored. */
export interface Restored {
  /** Revisions. */
  readonly size: number;
  /** The head of the ledger, in hexadecimal digits. */
  readonly rootHash: string;
  readonly rows: number;
}

/**
 * Puts a backup into a store in which nothing is recorded, and looks at everything that always holds before it keeps any of it. The
 * database's guards are off meanwhile, since what they guard was written before; that takes the database's owner.
 *
 * @param onResult called as each check is done
 * @throws VerbatimError CONFLICT when something is recorded in the store, BAD_USER_INPUT when the backup is not whole or of another
 *   migration, INVARIANT_VIOLATED when it holds what no store would; nothing is changed then
 */
export function restore(
  store: Store,
  lines: AsyncIterable<ReadLine>,
  onResult: (result: CheckResult) => void,
): Promise<Restored> {
  return inWriteTransaction(store, async (tx) => {
    // Only what this transaction does is free of them.
    await tx.$executeRaw`SELECT set_config('role', 'none', true), set_config('statement_timeout', '0', true)`;
    const sql = momentClient((text, values) => tx.$queryRawUnsafe<unknown[]>(text, ...values));
    const { header, rows } = await readBackup(lines);
    await assertFits(sql, header);
    const count = await withoutGuards(tx, sql, () => insertAll(tx, rows));
    await deriveRest(tx);
    await assertHolds(sql, header, onResult);
    await tx.$executeRaw`SELECT pg_notify('verbatim_revision', ${String(header.ledger.size)})`;
    return { ...header.ledger, rows: count };
  });
}

async function assertFits(sql: SqlClient, { migration }: BackupHeader): Promise<void> {
  const [found] = await sql.query<{ empty: boolean; owned: boolean }>({
    name: '',
    text: `SELECT NOT EXISTS (SELECT FROM revision) AND NOT EXISTS (SELECT FROM api_key) AS empty,
      pg_has_role(relowner, 'MEMBER') AS owned FROM pg_class WHERE oid = 'revision'::regclass`,
  });
  if (found?.owned !== true) {
    throw new VerbatimError(
      'FORBIDDEN',
      'A backup is restored by the owner of the database, since its guards are off meanwhile: name that one in DATABASE_URL.',
    );
  }
  if (!found.empty) {
    throw new VerbatimError(
      'CONFLICT',
      'There is something in this store, and a backup takes the place of nothing. Name an empty one by VERBATIM_DATA or DATABASE_URL.',
    );
  }
  const own = await newestMigration(sql);
  if (own === migration) return;
  throw new VerbatimError(
    'BAD_USER_INPUT',
    `The backup is of a store whose newest migration is ${migration}, and here it is ${own}. Restore it with the version of Verbatim that made it; ` +
      'this one then migrates what was restored.',
  );
}

/** Lets somebody write without triggers and foreign keys. The keys are looked at afterwards, all at once. */
async function withoutGuards<Result>(tx: Transaction, sql: SqlClient, write: () => Promise<Result>): Promise<Result> {
  const tables = BACKED_UP_TABLES.map(({ name }) => name);
  const foreignKeys = await sql.query<{ table: string; name: string; definition: string }>(
    {
      name: '',
      text: `SELECT c.conrelid::regclass::text AS table, c.conname::text AS name, pg_get_constraintdef(c.oid) AS definition
        FROM pg_constraint c WHERE c.contype = 'f' AND c.conrelid = ANY ($1::text[]::regclass[]) ORDER BY 1, 2`,
    },
    [tables],
  );
  const run = (text: string) => tx.$executeRawUnsafe(text);
  for (const table of tables) await run(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  for (const { table, name } of foreignKeys) await run(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`);
  const result = await write();
  for (const { table, name, definition } of foreignKeys)
    await run(`ALTER TABLE ${table} ADD CONSTRAINT "${name}" ${definition}`).catch((cause: unknown) => {
      throw damaged(cause);
    });
  for (const table of tables) await run(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  return result;
}

async function insertAll(tx: Transaction, rows: AsyncIterable<BackupRow>): Promise<number> {
  const known = new Set(BACKED_UP_TABLES.map(({ name }) => name));
  let batch: BackupRow[] = [];
  let [length, count] = [0, 0];
  const insert = async () => {
    const [{ table } = { table: '' }] = batch;
    const json = `[${batch.map((row) => row.json).join(',')}]`;
    [batch, length] = [[], 0];
    if (!known.has(table))
      throw new VerbatimError(
        'BAD_USER_INPUT',
        `The backup tells of a table "${table}", which no store has. Nothing was changed.`,
      );
    await tx
      .$executeRawUnsafe(
        `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::text::jsonb)`,
        json,
      )
      .catch((cause: unknown) => {
        throw damaged(cause);
      });
  };
  for await (const row of rows) {
    const isFull = batch.length >= ROWS_AT_ONCE || length + row.json.length > LENGTH_AT_ONCE;
    if (batch.length > 0 && (isFull || batch[0]?.table !== row.table)) await insert();
    batch.push(row);
    length += row.json.length;
    count++;
  }
  if (batch.length > 0) await insert();
  return count;
}

/** For what the database does not take. The store may be what is at fault, and then says so. */
const damaged = (cause: unknown): unknown =>
  outageOf(cause) === null
    ? new VerbatimError(
        'BAD_USER_INPUT',
        'The backup holds rows that no store can: it was damaged. Nothing was changed.',
        { cause },
      )
    : cause;

/** Makes anew what is made of what was recorded. */
async function deriveRest(tx: Transaction): Promise<void> {
  await tx.$executeRaw`INSERT INTO search_entry (kind, id, title, body, article_ordinal, vector)
    SELECT kind, id, title, body, article_ordinal, search_vector(title, body, article_ordinal) FROM search_source`;
  const versions = await tx.articleVersion.findMany({
    select: { id: true },
    orderBy: [{ revision: 'asc' }, { id: 'asc' }],
  });
  await indexPassages(
    tx,
    versions.map(({ id }) => id),
  );
  // What is looked at next is planned by how much there is.
  await tx.$executeRaw`ANALYZE`;
}

async function assertHolds(
  sql: SqlClient,
  { ledger }: BackupHeader,
  onResult: (result: CheckResult) => void,
): Promise<void> {
  const holds = await verifyStore(sql, onResult);
  const asBefore = await againstCheckpoint(sql, ledger);
  onResult(asBefore);
  if (holds && asBefore.broken === 0) return;
  throw new VerbatimError(
    'INVARIANT_VIOLATED',
    'The backup does not hold what a store may hold: it was changed after it was made, or made of a store that was. Nothing was restored.',
  );
}
