import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { openPostgresStore } from '../../src/store/open-postgres-store.ts';
import type { Store } from '../../src/store/store.ts';
import { verifyStore } from '../../src/store/verify/verify-store.ts';
import { inTransaction } from '../../src/store/write-transaction.ts';
import { createKey } from '../../src/store/keys/create-key.ts';
import { asOwner } from '../support/as-owner.ts';
import { ChangingCorpus } from '../support/changing-corpus.ts';
import { describeOnPostgres } from '../support/describe-on-postgres.ts';
import { ferries } from '../support/small-seeds.ts';
import { createDatabase } from '../support/stores.ts';

/** What goes around evidence, or the guards on it. */
const WRITES: readonly [string, string][] = [
  ['to change a quote', "UPDATE quote SET exact = 'other words'"],
  ['to change a text', "UPDATE article_version SET text = 'other words'"],
  ['to change the words of a statement', "UPDATE statement SET text = 'other words'"],
  ['to change when a revision was made', 'UPDATE revision SET recorded_at = now()'],
  ['to change what a row was', "UPDATE row_history SET row = '{}'"],
  ['to say what a row was', "INSERT INTO row_history VALUES ('actor', 'x', 1, '{}')"],
  ['to seal', 'SELECT seal_revision(1)'],
  ['to seal by hand', "INSERT INTO ledger_entry VALUES (2, '', '{}')"],
  ['to change what was sealed', "UPDATE ledger_entry SET records = ''"],
  ['to delete a statement', 'DELETE FROM statement'],
  ['to delete a key', 'DELETE FROM api_key'],
  ['to give a key another role', "UPDATE api_key SET role = 'ADMIN'"],
  ['to empty a table', 'TRUNCATE quote CASCADE'],
  ['to switch a guard off', 'ALTER TABLE quote DISABLE TRIGGER ALL'],
  ['to switch all guards off', "SET session_replication_role = 'replica'"],
  ['to drop a guard', 'DROP TRIGGER refuse_change ON quote'],
  [
    'to put something in place of a guard',
    'CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE sql AS $$SELECT NULL$$',
  ],
  ['to make a table', 'CREATE TABLE mine (id int)'],
  ['to say what was migrated', "UPDATE _prisma_migrations SET checksum = ''"],
];

/** What only somebody who writes may do. */
const ALLOWED_TO_WRITERS: readonly [string, string][] = [
  [
    'to rename an actor',
    "WITH next AS (INSERT INTO revision (number, summary) VALUES (2, '')) UPDATE actor SET name = 'other'",
  ],
  ['to begin a revision', "INSERT INTO revision (number, summary) VALUES (2, '')"],
  ['to forget what search knows', 'DELETE FROM search_entry'],
  ['to revoke a key', 'UPDATE api_key SET revoked_at = now()'],
];

const DENIED = /permission denied|must be owner|must be superuser/;

describeOnPostgres('the roles of a store', (server) => {
  let url: string;
  let store: Store;
  beforeAll(async () => {
    url = await createDatabase(server);
    store = await openPostgresStore(url);
    await new ChangingCorpus(store).sow(ferries());
  });
  afterAll(() => store.close());

  it('are there, and taken', async () => {
    expect(store.description).not.toContain('without');
    const [read] = await store.sql.query<{ user: string }>({ name: '', text: 'SELECT current_user AS user' });
    const [written] = await inTransaction(store, (tx) => tx.$queryRaw<{ user: string }[]>`SELECT current_user AS user`);
    const [after] = await store.sql.query<{ user: string }>({ name: '', text: 'SELECT current_user AS user' });
    expect([read, written, after]).toEqual(
      ['reader', 'writer', 'reader'].map((role) => ({ user: `verbatim_${role}` })),
    );
  });

  it.each([...WRITES, ...ALLOWED_TO_WRITERS])('do not allow who reads %s', async (_, text) => {
    await expect(store.sql.query({ name: '', text })).rejects.toThrow(DENIED);
  });

  it.each(WRITES)('do not allow who writes %s', async (_, text) => {
    await expect(inTransaction(store, (tx) => tx.$executeRawUnsafe(text))).rejects.toThrow(DENIED);
  });

  it.each(ALLOWED_TO_WRITERS)('allow who writes %s', async (_, text) => {
    const undone = new Error('enough');
    const written = inTransaction(store, async (tx) => {
      await tx.$executeRawUnsafe(text);
      throw undone;
    });
    await expect(written).rejects.toBe(undone);
  });

  it('allow who reads to read all of it, the past too', async () => {
    const tables = await store.sql.query<{ name: string }>({
      name: '',
      text: `SELECT schemaname || '.' || relname AS name FROM pg_stat_user_tables
        UNION SELECT schemaname || '.' || viewname FROM pg_views WHERE schemaname IN ('public', 'as_of')`,
    });
    expect(tables.length).toBeGreaterThan(50);
    for (const { name } of tables) await store.sql.asOf(1).query({ name: '', text: `SELECT * FROM ${name} LIMIT 1` });
  });

  it('leave the owner’s hand free', async () => {
    await asOwner(store, 'CREATE TABLE aside (id int)', 'DROP TABLE aside');
  });

  it('can be taken by who owns nothing, who can then do no more', async () => {
    const login = await makeLogin('GRANT verbatim_reader, verbatim_writer TO');
    const own = await openPostgresStore(login.url);
    try {
      expect(own.migrated).toEqual([]);
      expect(own.description).not.toContain('without');
      await createKey(own, { name: 'made with little', role: 'EDITOR', expiresAt: null });
      expect(await new ChangingCorpus(own).bringIn('snow', 'Snow fell. “It is cold,” Ida Marsh said.\n')).toBe(2);
      expect(await verifyStore(own.sql, () => undefined)).toBe(true);
      await expect(asOwner(own, 'ALTER TABLE quote DISABLE TRIGGER ALL')).rejects.toThrow(DENIED);
    } finally {
      await own.close();
    }
  });

  it('are done without by an owner who may not take them', async () => {
    const login = await makeLogin();
    const database = new URL(await createDatabase(server)).pathname.slice(1);
    await onServer(`ALTER DATABASE ${database} OWNER TO ${login.name}`);
    const own = await openPostgresStore(login.url.replace(/[^/]+$/, database));
    try {
      expect(own.description).toMatch(/, without its roles$/);
      await new ChangingCorpus(own).sow(ferries());
      expect(await verifyStore(own.sql, () => undefined)).toBe(true);
    } finally {
      await own.close();
    }
  });

  /** Somebody who can log in, and has what they are given. */
  async function makeLogin(gift?: string): Promise<{ readonly name: string; readonly url: string }> {
    const name = `login_${randomUUID().replaceAll('-', '')}`;
    await onServer(`CREATE ROLE ${name} LOGIN`);
    if (gift !== undefined) await onServer(`${gift} ${name}`);
    const as = new URL(url);
    as.username = name;
    return { name, url: as.href };
  }

  async function onServer(text: string): Promise<void> {
    const client = new Client({ connectionString: `${server}postgres` });
    await client.connect();
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  }
});
