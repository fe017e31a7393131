import type { KeyRole } from '../domain/vocabulary.ts';
import type { ApiKeyRow } from '../store/keys/api-key-row.ts';
import { createKey, type KeyWish } from '../store/keys/create-key.ts';
import { shortKeyId } from '../store/keys/key-text.ts';
import { listKeys } from '../store/keys/list-keys.ts';
import { revokeKey } from '../store/keys/revoke-key.ts';
import type { Store } from '../store/store.ts';
import { askServer, type ServerOfStore } from './server-of-store.ts';
import { withStoreOrServer } from './with-store.ts';

/** A key as commands show it. Its times are RFC 3339. */
export interface ShownKey {
  /** The 22 characters behind "verbatim_" in the key. */
  readonly id: string;
  readonly name: string;
  readonly role: KeyRole;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

/** A new key: itself, and what else is known of it. */
interface CreatedKey {
  readonly secret: string;
  readonly key: ShownKey;
}

/** The keys of a store. */
interface Keys {
  create(wish: KeyWish): Promise<CreatedKey>;
  list(): Promise<readonly ShownKey[]>;
  /** @param id the short one */
  revoke(id: string): Promise<ShownKey>;
}

/** Works on the keys of the store that the environment names, through its server where there is one. */
export const withKeys = <Result>(use: (keys: Keys) => Promise<Result>): Promise<Result> =>
  withStoreOrServer(
    (store) => use(keysOfStore(store)),
    (server) => use(keysOfServer(server)),
  );

const keysOfStore = (store: Store): Keys => ({
  create: async (wish) => {
    const { key, row } = await createKey(store, wish);
    return { secret: key, key: shown(row) };
  },
  list: async () => (await listKeys(store.sql)).map(shown),
  revoke: async (id) => shown(await revokeKey(store, id)),
});

const shown = ({ id, name, role, createdAt, expiresAt, revokedAt }: ApiKeyRow): ShownKey => ({
  id: shortKeyId(id),
  name,
  role,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt?.toISOString() ?? null,
  revokedAt: revokedAt?.toISOString() ?? null,
});

const FIELDS = 'id name role createdAt expiresAt revokedAt';

const keysOfServer = (server: ServerOfStore): Keys => ({
  create: async (input) => {
    const query = `mutation CreateKey($input: CreateKeyInput!) { createKey(input: $input) { secret key { ${FIELDS} } } }`;
    return (await askServer<{ createKey: CreatedKey }>(server, query, { input })).createKey;
  },
  list: async () => (await askServer<{ keys: ShownKey[] }>(server, `query Keys { keys { ${FIELDS} } }`)).keys,
  revoke: async (id) => {
    const query = `mutation RevokeKey($id: ID!) { revokeKey(id: $id) { key { ${FIELDS} } } }`;
    return (await askServer<{ revokeKey: { key: ShownKey } }>(server, query, { id })).revokeKey.key;
  },
});
