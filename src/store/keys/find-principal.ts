import { VerbatimError } from '../../domain/errors.ts';
import type { Principal } from '../../domain/principal.ts';
import type { SqlClient, SqlStatement } from '../sql.ts';
import type { ApiKeyRow } from './api-key-row.ts';
import { isSecretOf } from './is-secret-of.ts';
import { readKeyText } from './key-text.ts';

const KEY_BY_ID: SqlStatement = {
  name: 'api-key-by-id',
  text: `SELECT name, role, expires_at AS "expiresAt", revoked_at AS "revokedAt", secret_sha256 AS "secretSha256"
   FROM api_key WHERE id = $1::uuid`,
};

type KeyWithHash = Omit<ApiKeyRow, 'id' | 'createdAt'> & { readonly secretSha256: string };

/** What the secret of an unknown key is compared with: the hash of nothing that is known. */
const NO_HASH = '0'.repeat(64);

/**
 * Whose key it is. One statement, and nothing is remembered, so that a key that was revoked is refused from then on.
 *
 * @param presented what is said to be a key
 * @throws VerbatimError UNAUTHENTICATED when it is none, is unknown, has expired or was revoked. Only who has the right secret is
 *   told of the last two: a wrong secret and an unknown id are refused in the same words.
 */
export async function findPrincipal(sql: SqlClient, presented: string, now: Date): Promise<Principal> {
  const parts = readKeyText(presented);
  if (!parts)
    throw refuse('This is no key of Verbatim. One begins with "verbatim_" and has 75 characters: send all of it.');
  const [row] = await sql.query<KeyWithHash>(KEY_BY_ID, [parts.id]);
  const isRight = isSecretOf(parts.secret, row?.secretSha256 ?? NO_HASH);
  if (!row || !isRight) throw refuse('This key is not known here. Look whether all of it was copied, and from where.');
  const { name, role, expiresAt, revokedAt } = row;
  if (revokedAt)
    throw refuse(`This key (${JSON.stringify(name)}) was revoked at ${revokedAt.toISOString()}. Ask for a new one.`);
  if (expiresAt && expiresAt <= now)
    throw refuse(`This key (${JSON.stringify(name)}) expired at ${expiresAt.toISOString()}. Ask for a new one.`);
  return { name, role, keyId: parts.id };
}

const refuse = (message: string): VerbatimError => new VerbatimError('UNAUTHENTICATED', message);
