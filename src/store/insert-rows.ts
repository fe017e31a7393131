import { asRow, columnsOf } from './columns.ts';
import { Prisma } from './prisma/client.ts';
import type { Transaction } from './transaction.ts';

/** So many rows go in one statement. */
const AT_ONCE = 5_000;

/**
 * Adds rows to a table, thousands in one statement: worked out row by row by a query layer they cost many times as much.
 *
 * @param rows of one shape; what a row leaves out gets the column's default
 * @param onConflict "ignore" leaves a row alone that is there already
 */
export async function insertRows(
  tx: Transaction,
  table: string,
  rows: readonly object[],
  onConflict: 'refuse' | 'ignore' = 'refuse',
): Promise<void> {
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    await tx.$executeRaw(insertion(table, rows.slice(start, start + AT_ONCE), onConflict));
  }
}

/** Adds rows to tables that belong together, in one statement where they are few. */
export async function insertTables(
  tx: Transaction,
  tables: Readonly<Record<string, readonly object[]>>,
): Promise<void> {
  const filled = Object.entries(tables).filter(([, rows]) => rows.length > 0);
  if (filled.reduce((sum, [, rows]) => sum + rows.length, 0) > AT_ONCE) {
    for (const [table, rows] of filled) await insertRows(tx, table, rows);
    return;
  }
  if (filled.length === 0) return;
  // Constraints and triggers look at the end of the statement, when the rows of all tables are there.
  const parts = filled.map(
    ([table, rows]) => Prisma.sql`${Prisma.raw(`"into_${table}"`)} AS (${insertion(table, rows)})`,
  );
  await tx.$executeRaw`WITH ${Prisma.join(parts)} SELECT`;
}

function insertion(table: string, rows: readonly object[], onConflict: 'refuse' | 'ignore' = 'refuse'): Prisma.Sql {
  const names = columnsOf(rows[0] ?? {}).map((column) => `"${column}"`);
  const columns = Prisma.raw(names.join(', '));
  const name = Prisma.raw(`"${table}"`);
  const ignore = onConflict === 'ignore' ? Prisma.sql`ON CONFLICT DO NOTHING` : Prisma.empty;
  return Prisma.sql`INSERT INTO ${name} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, ${JSON.stringify(rows.map(asRow))}::jsonb) ${ignore}`;
}
