import type { KeyRole } from '../../src/domain/vocabulary.ts';
import { createKey } from '../../src/store/keys/create-key.ts';
import { newKey, keyText, readKeyText, shortKeyId } from '../../src/store/keys/key-text.ts';
import { revokeKey } from '../../src/store/keys/revoke-key.ts';
import type { Store } from '../../src/store/store.ts';

/** A valid key of a role. */
export async function keyOf(store: Store, role: KeyRole, name = `a ${role.toLowerCase()}`): Promise<string> {
  return (await createKey(store, { name, role, expiresAt: null })).key;
}

/** A key of ADMIN that was revoked. */
export async function revokedKey(store: Store): Promise<string> {
  const { key, row } = await createKey(store, { name: 'revoked', role: 'ADMIN', expiresAt: null });
  await revokeKey(store, shortKeyId(row.id));
  return key;
}

/** A key of ADMIN that expires at a moment and has expired when it is returned. */
export async function expiredKey(store: Store, expiresAt = new Date(Date.now() + 50)): Promise<string> {
  const { key } = await createKey(store, { name: 'expired', role: 'ADMIN', expiresAt });
  while (new Date() < expiresAt) await new Promise((resolve) => setTimeout(resolve, 10));
  return key;
}

/** A key with the id of another one and a secret of its own. */
export function wrongKey(key: string): string {
  const id = readKeyText(key)?.id ?? '';
  return keyText({ id, secret: newKey().secret });
}
