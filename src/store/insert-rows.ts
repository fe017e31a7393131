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

/** Rows with the revision that records them, which the database would otherwise look up once a row. */
export const recordedIn = <Row extends object>(
  revision: number,
  rows: readonly Row[],
): (Row & { readonly recordedIn: number })[] => rows.map((row) => ({ ...row, recordedIn: revision }));

/** So many things whose rows go into several tables go in one command. */
const THINGS_AT_ONCE = 1_000;

/**
 * Adds things whose rows go into several tables, the rows of each in one command: constraints and triggers look when all of them
 * are there.
 *
 * @param tablesOf the rows of some of the things by table
 */
export async function insertTogether<Thing>(
  tx: Transaction,
  things: readonly Thing[],
  tablesOf: (some: readonly Thing[]) => Readonly<Record<string, readonly object[]>>,
): Promise<void> {
  for (let start = 0; start < things.length; start += THINGS_AT_ONCE) {
    const parts = Object.entries(tablesOf(things.slice(start, start + THINGS_AT_ONCE)))
      .filter(([, rows]) => rows.length > 0)
      .map(([table, rows]) => Prisma.sql`${Prisma.raw(`"into_${table}"`)} AS (${insertion(table, rows)})`);
    await tx.$executeRaw`WITH ${Prisma.join(parts)} SELECT`;
  }
}

function insertion(table: string, rows: readonly object[], onConflict: 'refuse' | 'ignore' = 'refuse'): Prisma.Sql {
  const names = columnsOf(rows[0] ?? {}).map((column) => `"${column}"`);
  const columns = Prisma.raw(names.join(', '));
  const name = Prisma.raw(`"${table}"`);
  const ignore = onConflict === 'ignore' ? Prisma.sql`ON CONFLICT DO NOTHING` : Prisma.empty;
  return Prisma.sql`INSERT INTO ${name} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, ${JSON.stringify(rows.map(asRow))}::jsonb) ${ignore}`;
}
