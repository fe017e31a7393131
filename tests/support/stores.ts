import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { openMemoryStore } from '../../src/store/open-embedded-store.ts';
import { openPostgresStore } from '../../src/store/open-postgres-store.ts';
import type { Store } from '../../src/store/store.ts';

/** A kind of store that a suite runs on, each time with an empty one of its own. */
export interface StoreKind {
  readonly kind: 'embedded' | 'PostgreSQL';
  readonly open: () => Promise<Store>;
}

const server = process.env['TEST_POSTGRES_URL'];

/** The kinds of store that this machine has: the embedded one, and PostgreSQL where it is installed. */
export const STORES: readonly StoreKind[] = [
  { kind: 'embedded', open: openMemoryStore },
  ...(server === undefined ? [] : [{ kind: 'PostgreSQL', open: () => openOnServer(server) } as const]),
];

/** The URL of an empty database on the test server. */
export async function createDatabase(serverUrl: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new Client({ connectionString: `${serverUrl}postgres` });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name}`);
  } finally {
    await client.end();
  }
  return `${serverUrl}${name}`;
}

async function openOnServer(serverUrl: string): Promise<Store> {
  return openPostgresStore(await createDatabase(serverUrl));
}
