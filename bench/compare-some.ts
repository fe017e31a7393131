import type { Pool } from 'pg';
import { compareAgain } from '../src/store/review/compare-again.ts';
import type { Store } from '../src/store/store.ts';
import { beginRevision, COMMAND_LINE, inWriteTransaction } from '../src/store/write-transaction.ts';

const COMPARED_ARTICLES = 400;

/** Loading compares nothing: some articles are compared with all others, so that there are utterances with several renderings. */
export async function compareSome(store: Store, pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM article ORDER BY md5(id::text) LIMIT ${String(COMPARED_ARTICLES)}`,
  );
  await inWriteTransaction(store, async (transaction) => {
    const revision = await beginRevision(transaction, { summary: 'compare some', author: COMMAND_LINE });
    await compareAgain(
      transaction,
      rows.map(({ id }) => id),
      revision,
    );
  });
}
