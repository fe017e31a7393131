import { seed } from '../../src/ingest/seed.ts';
import { openPostgresStore } from '../../src/store/open-postgres-store.ts';
import { describeOnPostgres } from '../support/describe-on-postgres.ts';
import { keyOf } from '../support/keys.ts';
import { LockedDatabase } from '../support/locked-database.ts';
import { withFolder } from '../support/seed-folder.ts';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';
import { ferries } from '../support/small-seeds.ts';
import { createDatabase } from '../support/stores.ts';

const PLANNED = '{ statements(first: 5) { nodes { text } } }';
const KNOWN = 'query ($first: Int) { statements(first: $first) { nodes { text } } }';
const RESOLVED = '{ changes(since: 0) { changes { statement { text } } } }';
const PAST = '{ statements(first: 5, asOf: 1) { nodes { text } } }';
const QUICK = '{ revisions(first: 1) { nodes { number } } }';
const SOON = 400;
const LONG = 20_000;

interface Told {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** A corpus on a PostgreSQL database of its own, which somebody else can lock. */
async function served(server: string, requestTimeout: number): Promise<[ServedCorpus, LockedDatabase]> {
  const url = await createDatabase(server);
  const corpus = await serveCorpus(
    { kind: 'PostgreSQL', open: () => openPostgresStore(url) },
    (store) => withFolder(ferries(), (folder) => seed(store, folder)),
    { requestTimeout },
  );
  return [corpus, await LockedDatabase.open(url)];
}

let asked = 0;
/** A query that was never asked before: no answer of it is kept. */
const anew = (query: string) => `${query} #${String(asked++)}`;

type Send = (url: string, signal?: AbortSignal) => Promise<Response>;
const post =
  (body: () => object, headers: Readonly<Record<string, string>> = {}): Send =>
  (url, signal) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
      body: JSON.stringify(body()),
      ...(signal ? { signal } : {}),
    });
const get: Send = (url, signal) =>
  fetch(`${url}/graphql?query=${encodeURIComponent(anew(PLANNED))}`, {
    headers: { 'apollo-require-preflight': '1' },
    ...(signal ? { signal } : {}),
  });
const READS: readonly (readonly [string, Send])[] = [
  ['planned', post(() => ({ query: anew(PLANNED) }))],
  [
    'planned, of a client that knows JSON alone',
    post(() => ({ query: anew(PLANNED) }), { accept: 'application/json' }),
  ],
  ['known from before', post(() => ({ query: KNOWN, variables: { first: 50 + (asked++ % 50) } }))],
  ['read piece by piece', post(() => ({ query: anew(RESOLVED) }))],
  ['of the past', post(() => ({ query: anew(PAST) }))],
  ['by GET', get],
];

describeOnPostgres('a request that takes too long', (server) => {
  let corpus: ServedCorpus;
  let database: LockedDatabase;
  beforeAll(async () => {
    [corpus, database] = await served(server, SOON);
    for (const first of [1, 2, 3]) await corpus.ask(KNOWN, { first });
  }, 60_000);
  afterEach(() => database.unlock());
  afterAll(async () => {
    await database.close();
    await corpus.stop();
  });

  it.each(READS)('is answered 503 and leaves nothing behind in the database: %s', async (_, send) => {
    await database.lock('statement');
    const response = await send(corpus.url);
    const { data, errors } = (await response.json()) as Told;
    expect([response.status, data, errors?.map(({ extensions }) => extensions.code)]).toEqual([
      503,
      undefined,
      ['TIMEOUT'],
    ]);
    expect(errors?.[0]?.message).toMatch(/longer than 0.4 s/);
    // It would take as long again.
    expect(response.headers.get('retry-after')).toBeNull();
    await database.untilWaiting(0);
    await database.unlock();
    expect((await send(corpus.url)).status).toBe(200);
  });

  it('leaves the pool as it was, a hundred times in a row', async () => {
    await database.lock('statement');
    const statuses = new Set<number>();
    for (let round = 0; round < 10; round++) {
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => corpus.ask(anew(PLANNED)).then(({ status }) => status)),
      );
      for (const status of answers) statuses.add(status);
    }
    expect([...statuses]).toEqual([503]);
    await database.untilWaiting(0);
    await database.unlock();
    const answers = await Promise.all(Array.from({ length: 20 }, () => corpus.ask(anew(PLANNED))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await database.count()).toBeLessThanOrEqual(10);
    expect(await database.count(`state <> 'idle'`)).toBe(0);
  }, 60_000);

  it('has changed nothing where it writes, says so, and can be sent again', async () => {
    const key = await keyOf(corpus.store, 'REVIEWER');
    const { id, reviewedIn } = await corpus.store.prisma.statement.findFirstOrThrow();
    const global = Buffer.from(`Statement:${id}`).toString('base64url');
    const retract = `mutation { retractStatement(id: "${global}", ifRevision: ${String(reviewedIn)}, reason: "no") { revision statement { review } } }`;
    await database.lock('review');
    const refused = await corpus.ask(retract, {}, key);
    expect([refused.status, refused.errors.map(({ extensions }) => extensions.code)]).toEqual([503, ['TIMEOUT']]);
    expect(refused.errors[0]?.message).toMatch(/Nothing was changed/);
    await database.untilWaiting(0);
    await database.unlock();
    const done = await corpus.ask(retract, {}, key);
    expect([done.status, done.errors, done.data]).toEqual([
      200,
      [],
      { retractStatement: { revision: 2, statement: { review: 'RETRACTED' } } },
    ]);
  }, 30_000);
});

describeOnPostgres('a client that leaves', (server) => {
  let corpus: ServedCorpus;
  let database: LockedDatabase;
  beforeAll(async () => {
    [corpus, database] = await served(server, LONG);
    for (const first of [1, 2, 3]) await corpus.ask(KNOWN, { first });
  }, 60_000);
  afterEach(() => database.unlock());
  afterAll(async () => {
    await database.close();
    await corpus.stop();
  });

  const stream: Send = (url, signal) =>
    fetch(`${url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: 'subscription { changes(since: 0) { changes { statement { text } } } }' }),
      ...(signal ? { signal } : {}),
    }).then(async (response) => {
      await response.text();
      return response;
    });

  it.each([...READS, ['by a subscription', stream] as const])(
    'takes its statement along, out of the database: %s',
    async (_, send) => {
      await database.lock('statement');
      const leaving = new AbortController();
      const answer = send(corpus.url, leaving.signal);
      const left = expect(answer).rejects.toThrow(/abort/);
      await database.untilWaiting(1);
      leaving.abort();
      await left;
      await database.untilWaiting(0);
    },
    30_000,
  );

  it('leaves behind what it wrote, which is done all the same', async () => {
    const key = await keyOf(corpus.store, 'REVIEWER');
    const { id, reviewedIn } = await corpus.store.prisma.statement.findFirstOrThrow();
    const global = Buffer.from(`Statement:${id}`).toString('base64url');
    const query = `mutation { retractStatement(id: "${global}", ifRevision: ${String(reviewedIn)}, reason: "no") { revision } }`;
    await database.lock('review');
    const leaving = new AbortController();
    const answer = post(() => ({ query }), { authorization: `Bearer ${key}` })(corpus.url, leaving.signal);
    const left = expect(answer).rejects.toThrow(/abort/);
    await database.untilWaiting(1);
    leaving.abort();
    await left;
    await database.unlock();
    await database.untilWaiting(0);
    for (let review = ''; review !== 'RETRACTED';) {
      review = (await corpus.store.prisma.statement.findUniqueOrThrow({ where: { id } })).review;
    }
    expect((await corpus.ask(QUICK)).data).toEqual({ revisions: { nodes: [{ number: 2 }] } });
  }, 30_000);

  it('does not keep one waiting for whom there is no connection', async () => {
    await database.lock('statement');
    const leaving = new AbortController();
    const waiting = Array.from({ length: 14 }, () =>
      post(() => ({ query: anew(PLANNED) }))(corpus.url, leaving.signal),
    );
    const left = Promise.allSettled(waiting);
    await database.untilWaiting(10);
    leaving.abort();
    expect(new Set((await left).map(({ status }) => status))).toEqual(new Set(['rejected']));
    await database.untilWaiting(0);
    await database.unlock();
    expect((await corpus.ask(anew(PLANNED))).status).toBe(200);
  }, 30_000);
});
