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
  const [first] = rows;
  if (!first) return;
  const columns = Prisma.raw(
    columnsOf(first)
      .map((column) => `"${column}"`)
      .join(', '),
  );
  const name = Prisma.raw(`"${table}"`);
  const ignore = onConflict === 'ignore' ? Prisma.sql`ON CONFLICT DO NOTHING` : Prisma.empty;
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const json = JSON.stringify(rows.slice(start, start + AT_ONCE).map(asRow));
    await tx.$executeRaw`INSERT INTO ${name} (${columns})
      SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, ${json}::jsonb) ${ignore}`;
  }
}
