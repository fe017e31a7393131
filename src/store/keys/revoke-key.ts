import { VerbatimError } from '../../domain/errors.ts';
import type { Store } from '../store.ts';
import { API_KEY_COLUMNS, type ApiKeyRow } from './api-key-row.ts';
import { inTransaction } from '../write-transaction.ts';
import { readShortKeyId } from './key-text.ts';

/**
 * Revokes a key, for good. Its row stays, so that the history can name it; revoking it again changes nothing.
 *
 * @param shortId its id as people see it
 * @throws VerbatimError BAD_USER_INPUT when that is no id of a key, NOT_FOUND when there is no such key
 */
export async function revokeKey(store: Store, shortId: string): Promise<ApiKeyRow> {
  const id = readShortKeyId(shortId);
  if (id === null) {
    throw new VerbatimError(
      'BAD_USER_INPUT',
      `${JSON.stringify(shortId.slice(0, 40))} is no id of a key. Query.keys and "verbatim key list" show it: it is the 22 characters behind "verbatim_" in the key.`,
    );
  }
  const row = await inTransaction(store, async (tx) => {
    await tx.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
    return tx.apiKey.findUnique({ where: { id }, select: API_KEY_COLUMNS });
  });
  if (!row)
    throw new VerbatimError(
      'NOT_FOUND',
      `There is no key ${shortId}. Query.keys and "verbatim key list" show those that there are.`,
    );
  return row;
}
