import { VerbatimError } from '../../domain/errors.ts';
import { sha256 } from '../../domain/sha256.ts';
import type { KeyRole } from '../../domain/vocabulary.ts';
import { assertStorable } from '../../text/storable.ts';
import type { Store } from '../store.ts';
import { COMMAND_LINE, inTransaction, SEEDS } from '../write-transaction.ts';
import { API_KEY_COLUMNS, type ApiKeyRow } from './api-key-row.ts';
import { keyText, newKey } from './key-text.ts';

/** What a key is to be. */
export interface KeyWish {
  /** Who or what is to use it; the history shows it beside whatever is written with the key. */
  readonly name: string;
  readonly role: KeyRole;
  /** Null for one that does not expire. */
  readonly expiresAt: Date | null;
}

/** A new key. */
export interface CreatedKey {
  /** The key itself. Nobody can read it again: the store keeps a hash of it. */
  readonly key: string;
  readonly row: ApiKeyRow;
}

/** How many code points a name may have. */
const LONGEST_NAME = 100;
/** What writes without a key. Nobody else may look like it in the history. */
const RESERVED_NAMES: ReadonlySet<string> = new Set([SEEDS.name, COMMAND_LINE.name]);

/**
 * Makes a key. Keys are no content of the corpus: they make no revision, and do not wait for other processes that do.
 *
 * @throws VerbatimError BAD_USER_INPUT when the name cannot be used, or the key would have expired already
 */
export async function createKey(store: Store, { name, role, expiresAt }: KeyWish): Promise<CreatedKey> {
  checkName(name);
  if (expiresAt && expiresAt.getTime() <= Date.now()) {
    throw new VerbatimError(
      'BAD_USER_INPUT',
      `A key that expires at ${expiresAt.toISOString()} could never be used: that is past.`,
    );
  }
  const parts = newKey();
  const row = await inTransaction(store, (tx) =>
    tx.apiKey.create({
      data: { id: parts.id, name, role, expiresAt, secretSha256: sha256(parts.secret) },
      select: API_KEY_COLUMNS,
    }),
  );
  return { key: keyText(parts), row };
}

function checkName(name: string): void {
  assertStorable(name, 'The name of the key');
  const refuse = (why: string) => new VerbatimError('BAD_USER_INPUT', `The name of a key ${why}.`);
  const length = [...name].length;
  if (length > LONGEST_NAME)
    throw refuse(`may have ${String(LONGEST_NAME)} characters, and this one has ${String(length)}`);
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name)) throw refuse('must be a single line without control characters');
  // As it looks: without what cannot be seen, and without regard to case.
  const seen = name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();
  if (seen === '') throw refuse('must not be empty: say who or what is to use it');
  if (RESERVED_NAMES.has(seen))
    throw refuse(`cannot be "${seen}", which the history shows for what is written without a key`);
}
