import { asRow, columnsOf } from './columns.ts';
import { Prisma } from './prisma/client.ts';
import type { Transaction } from './transaction.ts';

/**
 * Sets columns of rows that have an id, all in one statement.
 *
 * @param rows of one shape, each with the id of a stored row; columns that they leave out stay as they are
 */
export async function updateRows(
  tx: Transaction,
  table: string,
  rows: readonly { readonly id: string }[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const name = Prisma.raw(`"${table}"`);
  const changes = columnsOf(first)
    .filter((column) => column !== 'id')
    .map((column) => `"${column}" = changed."${column}"`);
  await tx.$executeRaw`UPDATE ${name} stored SET ${Prisma.raw(changes.join(', '))}
    FROM jsonb_populate_recordset(NULL::${name}, ${JSON.stringify(rows.map(asRow))}::jsonb) changed
    WHERE stored.id = changed.id`;
}
