import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { corpusRevision } from '../../src/store/read/details.ts';
import { openPostgresStore } from '../../src/store/open-postgres-store.ts';
import type { Store } from '../../src/store/store.ts';
import { ChangingCorpus } from '../support/changing-corpus.ts';
import { startPostgres, startReplica, type PostgresCluster } from '../support/postgres-cluster.ts';
import { POSTGRES } from '../support/programs.mjs';
import { postGraphql, serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';
import { createDatabase } from '../support/stores.ts';

const programs = POSTGRES.find();
const AT_LEAST = 'verbatim-at-least-revision';
const REVISION = 'query ($first: Int!) { revisions(first: $first) { nodes { number } } }';
const ARTICLES = { query: '{ articles { totalCount } }' };

interface ServedRevision {
  readonly revisions: { readonly nodes: readonly { readonly number: number }[] };
}

(programs === null ? describe.skip : describe)('a server that reads from a streaming replica', () => {
  let primary: PostgresCluster;
  let replica: PostgresCluster;
  let onReplica: Client;
  let store: Store;
  let corpus: ServedCorpus;
  let changing: ChangingCorpus;
  beforeAll(async () => {
    primary = await startPostgres(programs ?? '');
    const url = await createDatabase(primary.url);
    replica = await startReplica(programs ?? '', primary);
    const replicaUrl = replica.url + url.slice(primary.url.length);
    onReplica = new Client({ connectionString: replicaUrl });
    // It ends in the middle of the tests.
    onReplica.on('error', () => undefined);
    corpus = await serveCorpus(
      { kind: 'PostgreSQL', open: async () => (store = await openPostgresStore(url, [replicaUrl])) },
      (empty) => new ChangingCorpus(empty).bringIn('dam', 'The dam\n\n“It holds,” Ida Marsh said.\n'),
    );
    await onReplica.connect();
    changing = new ChangingCorpus(store);
    await caughtUp(1);
  });
  afterAll(async () => {
    await corpus.stop();
    await replica.stop();
    await primary.stop();
  });

  const isOfReplica = async (atLeast: number): Promise<boolean> => {
    const sql = await store.reading(atLeast);
    const [row] = await sql.query<{ replica: boolean }>({ name: '', text: 'SELECT pg_is_in_recovery() AS replica' });
    return row?.replica === true;
  };
  let asked = 0;
  /** The newest revision that an answer sees, by the same query with other variables each time: no answer was kept of it. */
  const seen = async (headers: Record<string, string> = {}): Promise<number | undefined> => {
    const { data } = await postGraphql(
      corpus.url,
      { query: REVISION, variables: { first: 1 + (asked++ % 100) } },
      undefined,
      headers,
    );
    return (data as ServedRevision).revisions.nodes[0]?.number;
  };
  const caughtUp = async (revision: number): Promise<void> => {
    for (;;) {
      const { rows } = await onReplica
        .query<{ number: number }>('SELECT coalesce(max(number), 0) AS number FROM revision')
        .catch(() => ({ rows: [] }));
      if ((rows[0]?.number ?? 0) >= revision) return;
      await sleep(20);
    }
  };

  it('tells that it does', () => {
    expect(store.description).toMatch(/, read from 1 replica too$/);
  });

  it('reads there what is asked without a key', async () => {
    expect(await isOfReplica(0)).toBe(true);
    expect(await seen()).toBe(1);
  });

  it('gives who has written what was written, though the replica is behind', async () => {
    await onReplica.query('SELECT pg_wal_replay_pause()');
    const revision = await changing.bringIn('river', 'The river\n\n“It is high,” Nils Brook said.\n');
    expect([await isOfReplica(0), await isOfReplica(revision)]).toEqual([true, false]);
    // Whichever way a query goes: planned, known from before, or by resolvers.
    for (let times = 0; times < 3; times++) {
      expect(await seen()).toBe(revision - 1);
      expect(await seen({ [AT_LEAST]: String(revision) })).toBe(revision);
    }
    const { data } = await postGraphql(
      corpus.url,
      { query: '{ changes(since: 1) { revision { number } } }' },
      undefined,
      {
        [AT_LEAST]: String(revision),
      },
    );
    expect(data).toEqual({ changes: [{ revision: { number: revision } }] });
    await onReplica.query('SELECT pg_wal_replay_resume()');
    await caughtUp(revision);
    expect(await isOfReplica(revision)).toBe(true);
    expect(await seen({ [AT_LEAST]: String(revision) })).toBe(revision);
  });

  it('keeps no answer of a replica that is behind', async () => {
    const revision = await corpusRevision(store.sql);
    expect((await postGraphql(corpus.url, ARTICLES)).data).toEqual({ articles: { totalCount: revision } });
    await onReplica.query('SELECT pg_wal_replay_pause()');
    await changing.bringIn('bridge', 'The bridge\n\n“It is shut,” Ida Marsh said.\n');
    expect((await postGraphql(corpus.url, ARTICLES)).data).toEqual({ articles: { totalCount: revision } });
    await onReplica.query('SELECT pg_wal_replay_resume()');
    await caughtUp(revision + 1);
    expect((await postGraphql(corpus.url, ARTICLES)).data).toEqual({ articles: { totalCount: revision + 1 } });
  });

  it('reads the past there once it has come that far', async () => {
    const revision = await corpusRevision(store.sql);
    await onReplica.query('SELECT pg_wal_replay_pause()');
    const newer = await changing.bringIn('ferry', 'The ferry\n\n“It is late,” Nils Brook said.\n');
    const asOf = async (number: number) =>
      (await postGraphql(corpus.url, { query: `{ articles(asOf: ${String(number)}) { totalCount } }` })).data;
    expect(await asOf(newer)).toEqual({ articles: { totalCount: newer } });
    expect(await asOf(revision)).toEqual({ articles: { totalCount: revision } });
    await onReplica.query('SELECT pg_wal_replay_resume()');
    await caughtUp(newer);
  });

  it.each([
    ['of a revision that is not there yet', '999', 'There is no revision 999 yet: the newest one is'],
    ['of no number', 'newest', 'takes the number of a revision'],
    ['of a negative number', '-1', 'takes the number of a revision'],
  ])('refuses to wait for an answer %s', async (_, number, message) => {
    const { status, errors } = await postGraphql(corpus.url, ARTICLES, undefined, { [AT_LEAST]: number });
    expect([status, errors[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(errors[0]?.message).toContain(message);
  });

  it('goes on without a replica that is gone', async () => {
    const before = await seen();
    await replica.stop();
    for (let times = 0; times < 5; times++) expect(await seen()).toBe(before);
    expect(await isOfReplica(0)).toBe(false);
  });
});
