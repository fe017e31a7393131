import { createHash } from 'node:crypto';
import { ledgerHead } from '../ledger/ledger-proofs.ts';
import { corpusRevision } from '../read/details.ts';
import type { SqlClient } from '../sql.ts';
import type { Store } from '../store.ts';
import { BACKED_UP_TABLES } from './backed-up-tables.ts';
import { rowLine, type BackupEnd, type BackupHeader } from './backup-lines.ts';
import { newestMigration } from './newest-migration.ts';

/** So many rows are in memory at once; of those that may hold whole texts or long lists of hashes, fewer. */
const ROWS_AT_ONCE = 1_000;
const LONG_ROWS_AT_ONCE = 20;
const LONG_ROWS: ReadonlySet<string> = new Set(['article_version', 'ledger_entry']);

/**
 * Everything that a store holds, as lines of JSON, each with its line end: what it was at one moment, while others read and write. Equal
 * stores give equal lines, whatever they are on. The hashes of keys are among them, so that keys hold in the restored store; the
 * ledger's own key is not.
 */
export async function* backUp(store: Store): AsyncGenerator<string> {
  const snapshot = await store.snapshot();
  try {
    const hash = createHash('sha256');
    const written = (line: string): string => {
      hash.update(line);
      return line;
    };
    yield written(`${JSON.stringify(await headerOf(snapshot.sql))}\n`);
    let rows = 0;
    for (const { name, order } of BACKED_UP_TABLES) {
      for await (const some of rowsOf(snapshot.sql, name, order)) {
        rows += some.length;
        yield written(some.map((json) => `${rowLine({ table: name, json })}\n`).join(''));
      }
    }
    const end: BackupEnd = { end: true, rows, sha256: hash.digest('hex') };
    yield `${JSON.stringify(end)}\n`;
  } finally {
    await snapshot.close();
  }
}

async function headerOf(sql: SqlClient): Promise<BackupHeader> {
  const size = await corpusRevision(sql);
  const ledger = { size, rootHash: await ledgerHead(sql, size) };
  return { verbatim: 'backup', format: 1, migration: await newestMigration(sql), ledger };
}

/** The rows of a table, some at a time, each found where the last one ended. */
async function* rowsOf(
  sql: SqlClient,
  table: string,
  order: Readonly<Record<string, string>>,
): AsyncGenerator<readonly string[]> {
  const atOnce = LONG_ROWS.has(table) ? LONG_ROWS_AT_ONCE : ROWS_AT_ONCE;
  const columns = Object.entries(order);
  // Text has an order of its own on every server but this one.
  const sorted = columns.map(([column, type]) => (type === 'text' ? `${column} COLLATE "C"` : column)).join(', ');
  const values = columns.map(([, type], index) => `$${String(index + 1)}::text::${type}`).join(', ');
  const select = `SELECT to_jsonb(t)::text AS json, ARRAY[${columns.map(([column]) => `${column}::text`).join(', ')}] AS place FROM ${table} t`;
  const first = columns
    .slice(0, 1)
    .map(([column, type]) => `${column} >= $1::text::${type}`)
    .join('');
  const behind = `${first} AND (${sorted}) > (${values})`;
  for (let place: readonly string[] | null = null; ;) {
    const text = `${select} ${place ? `WHERE ${behind}` : ''} ORDER BY ${sorted} LIMIT ${String(atOnce)}`;
    const found: { json: string; place: string[] }[] = await sql.query({ name: '', text }, place ?? []);
    const last = found.at(-1);
    if (!last) return;
    yield found.map(({ json }) => json);
    if (found.length < atOnce) return;
    place = last.place;
  }
}
