import { intArray } from '../int-array.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { inTransaction } from '../write-transaction.ts';
import { keyColumns } from './key-columns.ts';

/** So many texts are in memory at once. */
const AT_ONCE = 200;

/**
 * Puts the passages of versions into the index by which sentences are found that share words near each other. Derived from
 * the texts alone: it makes no revision, and versions that are there already are left as they are.
 */
export async function indexPassages(tx: Transaction, versionIds: readonly string[]): Promise<void> {
  for (let start = 0; start < versionIds.length; start += AT_ONCE) {
    const numbered = await tx.$queryRaw<{ number: number; text: string }[]>`
      WITH added AS (
        INSERT INTO indexed_version (version_id) SELECT unnest(${versionIds.slice(start, start + AT_ONCE)}::uuid[])
        ON CONFLICT DO NOTHING RETURNING number, version_id
      ) SELECT added.number, v.text FROM added JOIN article_version v ON v.id = added.version_id`;
    const { keys, versions, sentences } = keyColumns(numbered);
    if (keys.length === 0) continue;
    // In the order of the index: neighbours go on the same page.
    await tx.$executeRaw`INSERT INTO passage_key (key, version, sentence) SELECT DISTINCT key, version, sentence FROM unnest(
        ${intArray(keys)}::int[], ${intArray(versions)}::int[], ${intArray(sentences)}::int[]
      ) AS found (key, version, sentence) ORDER BY key, version, sentence`;
  }
}

/** Puts in what an older Verbatim, which had no such index, has recorded. */
export async function completeIndex(store: Store): Promise<void> {
  for (;;) {
    const [counts] = await store.prisma.$queryRaw<{ missing: number }[]>`
      SELECT ((SELECT count(*) FROM article_version) - (SELECT count(*) FROM indexed_version))::int AS missing`;
    if (!counts || counts.missing === 0) return;
    const missing = await store.prisma.$queryRaw<{ id: string }[]>`
      SELECT v.id::text AS id FROM article_version v
      WHERE NOT EXISTS (SELECT FROM indexed_version i WHERE i.version_id = v.id) ORDER BY v.revision, v.id LIMIT ${AT_ONCE}`;
    const ids = missing.map(({ id }) => id);
    await inTransaction(store, (tx) => indexPassages(tx, ids));
  }
}
