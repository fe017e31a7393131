import { connect } from 'node:net';
import { once } from 'node:events';
import { createClient } from 'graphql-sse';
import pino from 'pino';
import { Client } from 'pg';
import { startServer, type RunningServer } from '../../src/server/start-server.ts';
import { openPostgresStore } from '../../src/store/open-postgres-store.ts';
import type { SqlClient } from '../../src/store/sql.ts';
import type { Store } from '../../src/store/store.ts';
import { ChangingCorpus } from '../support/changing-corpus.ts';
import { CHANGES, Follower, until, type Message, type RevisionMessage } from '../support/follower.ts';
import { keyOf, revokedKey } from '../support/keys.ts';
import { article } from '../support/seed-folder.ts';
import { IN_PROCESS, postGraphql, serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';
import { ferries, trains } from '../support/small-seeds.ts';
import { createDatabase, STORES } from '../support/stores.ts';
import { describeOnPostgres } from '../support/describe-on-postgres.ts';

const RADIO = 'Fog at the pier\n\n“Nobody can see the pier,” Eva Lund told the Pier Radio on Monday.\n';
const GONE = 'Fog at the pier\n\nEva Lund told the Pier Radio on Monday what she saw.\n';
const [ICE, WAITS, SNOW] = ['There is ice in the locks.', 'The town waits.', 'Snow fell in the night.'];

const serve = (store: Store, mostStreams?: number, port = 0): Promise<RunningServer> =>
  startServer({
    store,
    extractor: IN_PROCESS,
    host: '127.0.0.1',
    port,
    log: pino({ level: 'silent' }),
    ...(mostStreams === undefined ? {} : { connectionLimits: { streams: mostStreams } }),
  });

/** A message in short: "KIND words (as it stood): reason → replacement". */
const inShort = ({ changes }: RevisionMessage): string[] =>
  changes.map(
    ({ kind, reason, statement, replacement }) =>
      `${kind} ${statement.text} (${statement.review})${reason ? `: ${reason}` : ''}${replacement ? ` → ${replacement.text}` : ''}`,
  );

describe.each(STORES)('subscriptions to the $kind store', (kind) => {
  let corpus: ServedCorpus;
  let writes: ChangingCorpus;
  const followers: Follower[] = [];
  beforeAll(async () => {
    corpus = await serveCorpus(kind, (store) => new ChangingCorpus(store).sow({ ...ferries(), ...trains }));
    writes = new ChangingCorpus(corpus.store);
  });
  afterEach(() => {
    for (const follower of followers.splice(0)) follower.stop();
  });
  afterAll(() => corpus.stop());

  async function follow(variables = {}, query = CHANGES, key?: string): Promise<Follower> {
    const follower = new Follower(corpus.url, variables, query, key);
    followers.push(follower);
    await follower.connected;
    return follower;
  }
  const newest = async () =>
    ((await corpus.ask('{ corpus { revision } }')).data as { corpus: { revision: number } }).corpus.revision;
  /** What a follower has heard once it has heard of a revision. */
  async function heard(follower: Follower, revision: number): Promise<string[][]> {
    await until(() => follower.revisions.includes(revision));
    return follower.messages.map(({ data }) => (data ? inShort(data.changes) : []));
  }

  it('tell what comes from now on, each revision as it was', async () => {
    const live = await follow();
    const start = await newest();
    await writes.review(ICE, 'RETRACT', 'It melted.');
    await writes.review(ICE, 'RESTORE');
    await writes.review(ICE, 'REJECT');
    await writes.review(ICE, 'RESTORE');
    await writes.review(ICE, 'ACCEPT');
    const correction = { text: 'There was ice.', content: [{ exact: 'ice 🧊 in the locks', prefix: '', suffix: '' }] };
    await writes.correct(ICE, correction, 'Not any more.');
    await writes.bringIn('fog', RADIO);
    const last = await writes.bringIn('fog', GONE);
    const messages = await heard(live, last);
    expect(messages).toEqual([
      [`RETRACTED ${ICE} (RETRACTED): It melted.`],
      [`RESTORED ${ICE} (PROPOSED)`],
      [`REJECTED ${ICE} (REJECTED)`],
      [`RESTORED ${ICE} (PROPOSED)`],
      [`ACCEPTED ${ICE} (ACCEPTED)`],
      [`ADDED There was ice. (ACCEPTED)`, `CORRECTED ${ICE} (RETRACTED): Not any more. → There was ice.`],
      ['PROPOSED Nobody can see the pier, (PROPOSED)'],
      ['PROPOSED what she saw (PROPOSED)', 'EVIDENCE_ORPHANED Nobody can see the pier, (PROPOSED)'],
    ]);
    expect(live.revisions).toEqual(messages.map((_, index) => start + 1 + index));
    expect(live.messages[0]?.data?.changes).toMatchObject({ totalCount: 1, revision: { author: 'command line' } });

    // Who comes later is told the very same, though nothing of it is so any more.
    const late = await follow({ since: start });
    await heard(late, last);
    expect(late.messages).toEqual(live.messages);
    const all = await follow({ since: 0 });
    expect((await heard(all, last)).slice(1)).toEqual(messages);
  });

  it('tell of an article, an actor or an event alone', async () => {
    const { articleId } = await writes.find(SNOW);
    const id = Buffer.from(`Article:${articleId}`).toString('base64url');
    const [bySlug, byId, byActor, byEvent] = [
      await follow({ article: 'trains' }),
      await follow({ article: id }),
      await follow({ actor: 'nils-holm' }),
      await follow({ event: 'closing' }),
    ];
    const snow = await writes.review(SNOW, 'RETRACT', 'It was rain.');
    const choice = await writes.review('The harbour had no choice.', 'RETRACT', 'It had.');
    const closed = await writes.review('The harbour closed on Monday.', 'RETRACT', 'On Sunday.');
    const restored = await writes.review(SNOW, 'RESTORE');
    await until(() => bySlug.messages.length > 1 && byId.messages.length > 1);
    expect([bySlug.revisions, byId.revisions]).toEqual([
      [snow, restored],
      [snow, restored],
    ]);
    await heard(byActor, choice);
    await heard(byEvent, closed);
    expect([byActor.revisions, byEvent.revisions]).toEqual([[choice], [closed]]);
  });

  it('go on where a client stopped', async () => {
    const start = await newest();
    const first = await follow();
    const one = await writes.review(SNOW, 'REJECT');
    await heard(first, one);
    first.stop();
    const two = await writes.review(SNOW, 'RESTORE');
    const second = await follow({ since: first.revisions.at(-1) });
    const three = await writes.review(SNOW, 'ACCEPT');
    await heard(second, three);
    expect([...first.revisions, ...second.revisions]).toEqual([one, two, three]);
    expect(one).toBe(start + 1);
  });

  it('tell the same to programs that ask from time to time', async () => {
    const query = `query ($since: Int!, $until: Int, $first: Int, $skip: Int, $article: ID) {
      changes(since: $since, until: $until, first: $first, article: $article) {
        revision { number } totalCount changes(first: 2, skip: $skip) { kind statement { text review } }
      }
    }`;
    const ask = async (variables: object) =>
      ((await corpus.ask(query, variables as Record<string, unknown>)).data as { changes: RevisionMessage[] }).changes;
    const numbers = (messages: RevisionMessage[]) => messages.map(({ revision }) => revision.number);
    const start = await newest();
    await writes.review(SNOW, 'RETRACT', 'It was rain.');
    const restored = await writes.review(SNOW, 'RESTORE');
    const all = await follow({ since: 0 });
    await heard(all, restored);
    expect(numbers(await ask({ since: 0, first: 100 }))).toEqual(all.revisions);
    expect(numbers(await ask({ since: start, first: 1 }))).toEqual([start + 1]);
    expect(numbers(await ask({ since: start, until: 1_000 }))).toEqual([start + 1, restored]);
    expect(numbers(await ask({ since: start, until: start + 1 }))).toEqual([start + 1]);
    expect(await ask({ since: restored })).toEqual([]);
    const [sown] = await ask({ since: 0, article: 'ferries' });
    const [rest] = await ask({ since: 0, article: 'ferries', skip: 2 });
    expect([sown?.totalCount, sown?.changes.length, rest?.changes.length]).toEqual([4, 2, 2]);
    // Statements are told as they are now, or else as of a revision that is asked for.
    const [now] = await ask({ since: 0, article: 'trains' });
    expect(now?.changes).toEqual([{ kind: 'ADDED', statement: { text: SNOW, review: 'PROPOSED' } }]);
    const past = await corpus.ask(query.replace('first: $first', 'first: $first, asOf: 1'), {
      since: 0,
      article: 'trains',
    });
    expect((past.data as { changes: RevisionMessage[] }).changes.map(({ changes }) => changes)).toEqual([
      [{ kind: 'ADDED', statement: { text: SNOW, review: 'ACCEPTED' } }],
    ]);
    const few = await corpus.countStatements(query, { since: 0, first: 1 });
    expect(await corpus.countStatements(query, { since: 0, first: 9 })).toBe(few);
  });

  it.each([
    ['revisions to come', { since: 1_000_000 }, '"since" must be a revision from 0 to'],
    ['revisions before all', { since: -1 }, '"since" must be a revision from 0 to'],
    ['no revision', { since: 'x' }, 'cannot represent non-integer value'],
    ['an article that is not there', { article: 'no-such-article' }, 'There is no article of the slug'],
    ['an actor that is not there', { actor: 'no-such-actor' }, 'There is no actor of the slug'],
    ['an event that is not there', { event: 'no-such-event' }, 'There is no event of the slug'],
    ['what is no name', { event: 'No such event' }, 'must be the id or slug of an Event'],
  ])('are refused for %s', async (_, variables, words) => {
    const { messages, end } = await refused(variables);
    expect([messages.length, messages[0]?.errors?.[0]?.extensions.code, end]).toEqual([
      1,
      'BAD_USER_INPUT',
      'complete',
    ]);
    expect(messages[0]?.errors?.[0]?.message).toContain(words);
  });

  const nested = (levels: number) => 'article { statements { nodes { '.repeat(levels) + 'id' + ' } } }'.repeat(levels);
  it.each([
    ['what is no GraphQL', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
    ['fields that are not there', 'subscription { changes { nothing } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['two at once', 'subscription { changes { totalCount } b: changes { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a query', '{ corpus { revision } }', 'BAD_USER_INPUT'],
    ['a mutation', 'mutation { __typename }', 'BAD_USER_INPUT'],
    [
      'two operations without a name',
      'subscription A { changes { totalCount } } query B { __typename }',
      'BAD_USER_INPUT',
    ],
    ['too many tokens', `subscription { changes { ${'totalCount '.repeat(2_000)} } }`, 'GRAPHQL_PARSE_FAILED'],
    ['too much depth', `subscription { changes { changes { statement { ${nested(5)} } } } }`, 'QUERY_TOO_LARGE'],
    [
      'too many aliases',
      `subscription { changes { ${Array.from({ length: 31 }, (_, n) => `a${String(n)}: totalCount`).join(' ')} } }`,
      'QUERY_TOO_LARGE',
    ],
    ['too many directives', `subscription { changes { totalCount ${'@include(if: true) '.repeat(21)} } }`, undefined],
    [
      'too many nodes',
      'subscription { changes { changes { statement { article { statements(first: 100) { nodes { id } } } } } } }',
      'QUERY_TOO_LARGE',
    ],
  ])('are refused for %s', async (_, query, code) => {
    const { messages, end } = await refused({}, query);
    expect([messages.length, messages[0]?.data, end]).toEqual([1, undefined, 'complete']);
    if (code !== undefined) expect(messages[0]?.errors?.[0]?.extensions.code).toBe(code);
    expect(JSON.stringify(messages)).not.toMatch(/stack|node_modules/);
  });

  async function refused(variables: object, query = CHANGES): Promise<Follower> {
    const follower = await follow(variables, query);
    await until(() => follower.end !== null);
    return follower;
  }

  it('take a valid key or none, as everything else does', async () => {
    const keyed = await follow({ since: 0 }, CHANGES, await keyOf(corpus.store, 'REVIEWER'));
    await until(() => keyed.messages.length > 0);
    for (const authorization of ['Bearer nonsense', `Bearer ${await revokedKey(corpus.store)}`]) {
      const answer = await post({ query: CHANGES }, { authorization });
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });

  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${corpus.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
      body: JSON.stringify(body),
    });

  it('are told by GET, too, in the words of the protocol', async () => {
    const query = 'subscription { changes(since: 0) { totalCount } }';
    const url = `${corpus.url}/graphql/stream?query=${encodeURIComponent(query)}&variables=${encodeURIComponent('{}')}`;
    const answer = await fetch(url, { headers: { 'apollo-require-preflight': 'true' } });
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    let text = '';
    for await (const chunk of answer.body ?? []) {
      text += new TextDecoder().decode(chunk as Uint8Array);
      if (text.includes('data:')) break;
    }
    expect(text).toMatch(
      /^:\n\nevent: next\ndata: \{"data":\{"changes":\{"totalCount":5\}\},"extensions":\{"cost":\{"requested":1,"limit":10000,"actual":1\}\}\}\n\n/,
    );
    expect((await fetch(url)).status).toBe(400);
  });

  it.each([
    ['another method', { method: 'PUT' }, 405],
    ['a client that wants JSON', { method: 'POST', headers: { accept: 'application/json' } }, 406],
    ['a form', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'query=1' }, 415],
    ['no JSON', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }, 400],
    ['a browser that asks first', { method: 'OPTIONS' }, 204],
  ])('answer %s by a status', async (_, init, status) => {
    const answer = await fetch(`${corpus.url}/graphql/stream`, init);
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([status, '*']);
  });

  it('are refused at /graphql, which says where they are served', async () => {
    const { status, errors } = await postGraphql(corpus.url, { query: 'subscription { changes { totalCount } }' });
    expect([status, errors[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(errors[0]?.message).toContain('/graphql/stream');
  });

  it('are so many at once and no more', async () => {
    const server = await serve(corpus.store, 2);
    const [one, two] = [new Follower(server.url), new Follower(server.url)];
    await Promise.all([one.connected, two.connected]);
    const ask = () =>
      fetch(`${server.url}/graphql/stream`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: CHANGES, variables: { since: 1_000_000 } }),
      });
    const full = await ask();
    expect([full.status, full.headers.get('retry-after')]).toEqual([503, '10']);
    expect(await full.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    one.stop();
    let answer = await ask();
    for (let n = 0; answer.status === 503 && n < 500; n++) answer = await ask();
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('event: complete') as string]);
    await server.stop();
    two.stop();
  });

  it('end when the server stops, as an interruption, and hold nothing up', async () => {
    const server = await serve(corpus.store);
    const [waiting, deaf] = [new Follower(server.url), new Follower(server.url, { since: 0 })];
    await Promise.all([waiting.connected, deaf.connected]);
    const before = Date.now();
    await server.stop();
    expect(Date.now() - before).toBeLessThan(5_000);
    await until(() => waiting.end !== null);
    expect(waiting.end).not.toBe('complete');
    expect(waiting.messages).toEqual([]);
  });

  it('go on by themselves, with a client that remembers, when a server is started anew', async () => {
    const first = await serve(corpus.store);
    const variables = { since: await newest() };
    const seen: number[] = [];
    const client = createClient({ url: `${first.url}/graphql/stream`, retry: () => pause(50), retryAttempts: 200 });
    const stop = client.subscribe(
      { query: CHANGES, variables },
      {
        next: (message) => {
          const { number } = (message as unknown as Message).data?.changes.revision ?? { number: -1 };
          seen.push((variables.since = number));
        },
        error: () => seen.push(-2),
        complete: () => seen.push(-3),
      },
    );
    const start = variables.since;
    await writes.review(WAITS, 'RETRACT', 'It left.');
    await until(() => seen.length === 1);
    await first.stop();
    await writes.review(WAITS, 'RESTORE');
    const second = await serve(corpus.store, undefined, Number(new URL(first.url).port));
    await writes.review(WAITS, 'ACCEPT');
    await until(() => seen.length === 3);
    expect(seen).toEqual([start + 1, start + 2, start + 3]);
    stop();
    await second.stop();
  });

  it('wait for a client that does not read', async () => {
    const long = `Long\n\n${'Snow fell in the night. '.repeat(1_500)}\nThe end.\n`;
    await writes.sow(article('long', long, { statements: [{ key: 'end', text: 'It ends.', content: 'The end.' }] }));
    const start = await newest();
    for (let n = 0; n < 20; n++) {
      await writes.review('It ends.', 'RETRACT', 'No.');
      await writes.review('It ends.', 'RESTORE');
      await writes.review('It ends.', 'ACCEPT');
    }
    const counting = new CountingPasts(corpus.store.sql);
    const server = await serve({ ...corpus.store, sql: counting });
    const texts = Array.from({ length: 25 }, (_, n) => `a${String(n)}: text`).join(' ');
    const query = `subscription { changes(since: ${String(start)}) { changes { statement { article { currentVersion { ${texts} } } } } } }`;
    const body = JSON.stringify({ query });
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1').pause();
    await once(socket, 'connect');
    socket.write(
      `POST /graphql/stream HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${String(body.length)}\r\n\r\n${body}`,
    );
    let before = -1;
    while (counting.pasts === 0 || counting.pasts > before) {
      before = counting.pasts;
      await pause(1_500);
    }
    expect(counting.pasts).toBeLessThan(40);
    let events = 0;
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      events += chunk.split('event: next').length - 1;
    });
    socket.resume();
    await until(() => counting.pasts === 60);
    await until(() => events >= 59);
    socket.destroy();
    await server.stop();
  });

  it('tell everybody each revision once and in order, whoever comes and goes', async () => {
    const random = randomNumbers(7);
    const start = await newest();
    const clients = Array.from({ length: 6 }, () => ({ seen: [] as number[], follower: null as Follower | null }));
    const isOdd = (n: number) => n % 2 === 1;
    for (let n = 0; n < 40; n++) {
      for (const client of clients) {
        if (random() < 0.25) {
          if (client.follower) {
            client.follower.stop();
            client.seen.push(...client.follower.revisions);
            client.follower = null;
          } else {
            const since = client.seen.at(-1) ?? start;
            client.follower = new Follower(corpus.url, { since });
            followers.push(client.follower);
            if (random() < 0.5) await client.follower.connected;
          }
        }
      }
      await writes.review(WAITS, n === 0 ? 'RETRACT' : isOdd(n) ? 'RESTORE' : 'REJECT', 'Why not.');
    }
    const last = await newest();
    const expected = Array.from({ length: last - start }, (_, index) => start + 1 + index);
    expect(expected).toHaveLength(40);
    for (const client of clients) {
      client.follower ??= new Follower(corpus.url, { since: client.seen.at(-1) ?? start });
      followers.push(client.follower);
      const { follower, seen } = client;
      await until(() => seen.at(-1) === last || follower.revisions.at(-1) === last);
      expect([...seen, ...follower.revisions]).toEqual(expected);
    }
  });
});

describeOnPostgres('two servers on one PostgreSQL', (cluster) => {
  let url: string;
  let stores: readonly [Store, Store];
  let servers: readonly [RunningServer, RunningServer];
  beforeAll(async () => {
    url = await createDatabase(cluster);
    stores = [await openPostgresStore(url), await openPostgresStore(url)];
    await new ChangingCorpus(stores[0]).sow({ ...ferries(), ...trains });
    servers = [await serve(stores[0]), await serve(stores[1])];
  });
  afterAll(async () => {
    for (const server of servers) await server.stop();
    for (const store of stores) await store.close();
  });

  it('hear of what is written through the other one', async () => {
    const followers = servers.map((server) => new Follower(server.url));
    await Promise.all(followers.map(({ connected }) => connected));
    const [one, other] = stores.map((store) => new ChangingCorpus(store));
    await one?.review(SNOW, 'RETRACT', 'It was rain.');
    await other?.review(SNOW, 'RESTORE');
    await one?.review(SNOW, 'REJECT');
    for (const follower of followers) {
      await until(() => follower.messages.length === 3);
      expect(follower.revisions).toEqual([2, 3, 4]);
      follower.stop();
    }
  });

  it('go on when the connection is lost by which they hear', async () => {
    const follower = new Follower(servers[0].url, { since: 4 });
    await follower.connected;
    const client = new Client({ connectionString: url });
    await client.connect();
    const cut = await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'verbatim news' AND datname = current_database()`,
    );
    expect(cut.rowCount).toBe(2);
    await client.end();
    const other = new ChangingCorpus(stores[1]);
    await other.review(SNOW, 'RESTORE');
    await other.review(SNOW, 'REJECT');
    await until(() => follower.messages.length === 2);
    await other.review(SNOW, 'RESTORE');
    await until(() => follower.messages.length === 3);
    expect(follower.revisions).toEqual([5, 6, 7]);
    follower.stop();
  });
});

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Counts how often a message was worked out: each begins by reading the past. */
class CountingPasts implements SqlClient {
  pasts = 0;

  constructor(private readonly client: SqlClient) {}

  query<Row>(...call: Parameters<SqlClient['query']>): Promise<Row[]> {
    return this.client.query<Row>(...call);
  }

  asOf(revision: number): SqlClient {
    this.pasts++;
    return this.client.asOf(revision);
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
