import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { ArticleQueue } from '../../src/ingest/queue/article-queue.ts';
import { openEmbeddedStore } from '../../src/store/open-embedded-store.ts';
import { openPostgresStore } from '../../src/store/open-postgres-store.ts';
import { describeOnPostgres } from '../support/describe-on-postgres.ts';
import { Follower } from '../support/follower.ts';
import { incoming } from '../support/incoming.ts';
import { keyOf } from '../support/keys.ts';
import { metricsAt, serveObserved, type ObservedCorpus } from '../support/observed-corpus.ts';
import { postGraphql } from '../support/served-corpus.ts';
import { createDatabase } from '../support/stores.ts';

const OPS = join(import.meta.dirname, '../../ops');
const PAGE = join(import.meta.dirname, '../../docs/observability.md');
const OWN_PORT = { listen: { host: '127.0.0.1', port: 0 }, key: null };
const STATEMENTS = 'query Some($first: Int!) { statements(first: $first) { nodes { id } } }';
const INGEST = 'mutation ($a: ArticleInput!) { ingestArticle(article: $a) { outcome } }';
const ARTICLE = { text: 'The dam\n\n“It holds,” Ida Marsh said.\n', title: 'The dam' };

/** Names of metrics, as the lines that tell their types have them. */
async function namesAt(url: string | null): Promise<string[]> {
  const text = await (await fetch(url ?? '')).text();
  return [...text.matchAll(/^# TYPE (\S+) /gm)].map(([, name = '']) => name).sort();
}

/** Names of samples, without labels. */
const namesOf = (samples: ReadonlyMap<string, number>): Set<string> =>
  new Set([...samples.keys()].map((key) => key.replace(/\{.*/s, '')));

/** Names of metrics that an expression asks for; all of ours and of the process begin so. */
const namesIn = (expression: string): string[] => expression.match(/\b(?:verbatim|process|nodejs)_\w+/g) ?? [];

describeOnPostgres('the metrics of a server on PostgreSQL', (server) => {
  let corpus: ObservedCorpus;
  let queue: ArticleQueue;
  let editor: string;
  beforeAll(async () => {
    const url = await createDatabase(server);
    corpus = await serveObserved({
      level: 'warn',
      metrics: OWN_PORT,
      open: (observer) => openPostgresStore(url, [url], observer),
    });
    queue = await ArticleQueue.open(url);
    editor = await keyOf(corpus.store, 'EDITOR');
  });
  afterAll(async () => {
    await queue.close();
    await corpus.stop();
  });

  /** How much numbers grow while something is done. They are counted when an answer is out, a moment after its client has it. */
  const grown = async (act: () => Promise<unknown>, expected: Readonly<Record<string, number>>): Promise<void> => {
    const before = await metricsAt(corpus.metricsUrl);
    await act();
    const keys = Object.keys(expected);
    let now: Record<string, number> = {};
    for (let tries = 0; tries < 200; tries++) {
      const after = await metricsAt(corpus.metricsUrl);
      now = Object.fromEntries(keys.map((key) => [key, (after.get(key) ?? 0) - (before.get(key) ?? 0)]));
      if (keys.every((key) => now[key] === expected[key])) return;
    }
    expect(now).toEqual(expected);
  };
  const ask = (query: string, variables: object = {}, key?: string) =>
    postGraphql(corpus.url, { query, variables }, key);

  it('count requests by kind and status, nodes, and statements by role', async () => {
    await grown(() => ask(STATEMENTS, { first: 11 }), {
      'verbatim_requests_total{kind="query",status="200"}': 1,
      'verbatim_request_duration_seconds_count{kind="query"}': 1,
      'verbatim_request_duration_seconds_bucket{kind="query",le="+Inf"}': 1,
      verbatim_requested_nodes_total: 12,
      'verbatim_sql_duration_seconds_count{role="replica"}': 1,
      'verbatim_sql_duration_seconds_count{role="writing"}': 0,
    });
    await grown(() => ask(INGEST, { a: ARTICLE }, editor), {
      'verbatim_requests_total{kind="mutation",status="200"}': 1,
      'verbatim_articles_total{outcome="NEW"}': 1,
      verbatim_extraction_duration_seconds_count: 1,
      verbatim_revision: 1,
    });
  });

  it('count refusals by code and limit, once a request', async () => {
    const refused = (code: string, limit: string) => `verbatim_refusals_total{code="${code}",limit="${limit}"}`;
    await grown(() => ask('{ nothing nothing2 nothing3 }'), {
      [refused('GRAPHQL_VALIDATION_FAILED', '')]: 1,
      'verbatim_requests_total{kind="unread",status="400"}': 1,
    });
    await grown(() => ask(INGEST, { a: ARTICLE }), { [refused('UNAUTHENTICATED', '')]: 1 });
    await grown(
      () => ask('{ statements(first: 100) { nodes { article { statements(first: 100) { nodes { id } } } } } }'),
      {
        [refused('QUERY_TOO_LARGE', 'nodes')]: 1,
      },
    );
    await grown(() => ask('{ __typename }', {}, 'verbatim_wrong'), { [refused('UNAUTHENTICATED', '')]: 1 });
  });

  it('count kept answers', async () => {
    const get = (headers: Record<string, string> = {}) =>
      fetch(`${corpus.url}/graphql?query=${encodeURIComponent('{ articles(first: 2) { nodes { id } } }')}`, {
        headers: { 'apollo-require-preflight': '1', ...headers },
      });
    // Kept from the moment on at which the server hears of writes.
    const etag = (await get()).headers.get('etag') ?? '';
    for (let hits = 0; hits === 0;) {
      await get();
      hits = (await metricsAt(corpus.metricsUrl)).get('verbatim_kept_answers_total{outcome="hit"}') ?? 0;
    }
    await grown(() => get(), { 'verbatim_kept_answers_total{outcome="hit"}': 1 });
    await grown(() => get({ 'if-none-match': etag }), {
      'verbatim_kept_answers_total{outcome="unchanged"}': 1,
      'verbatim_requests_total{kind="query",status="304"}': 1,
    });
  });

  it('tell what is open now: subscriptions, connections, and what is on the queue', async () => {
    const follower = new Follower(corpus.url);
    await follower.connected;
    await queue.add([incoming('dam.txt', ARTICLE.text)]);
    await queue.putAside({ article: incoming('weir.txt', ARTICLE.text), message: 'No.' });
    const metrics = await metricsAt(corpus.metricsUrl);
    expect(metrics.get('verbatim_open_subscriptions')).toBe(1);
    expect(metrics.get('verbatim_pool_waiting{pool="primary"}')).toBe(0);
    expect(metrics.get('verbatim_pool_connections{pool="primary",state="idle"}')).toBeGreaterThan(0);
    expect(metrics.get('verbatim_queue_jobs{state="waiting"}')).toBe(1);
    expect(metrics.get('verbatim_queue_jobs{state="refused"}')).toBe(1);
    await grown(
      () => {
        follower.stop();
        return Promise.resolve();
      },
      { 'verbatim_requests_total{kind="subscription",status="200"}': 1, verbatim_open_subscriptions: -1 },
    );
  });

  it('have no more labels, whatever clients send', async () => {
    const series = async () =>
      [...(await metricsAt(corpus.metricsUrl)).keys()].filter((key) => key.startsWith('verbatim_'));
    const name = fc.stringMatching(/^[A-Za-z_]\w{0,200}$/);
    const header = fc.stringMatching(/^[!-~]{0,300}$/);
    const send = (operationName: string, word: string) =>
      Promise.all([
        ask(`query ${operationName} { __typename }`),
        postGraphql(corpus.url, { query: `query ${operationName} { __typename }`, operationName: word }),
        ask(`{ ${operationName}: __typename statements(filter: { search: ${JSON.stringify(word)} }) { totalCount } }`),
        ask(`mutation ${operationName} { ${operationName} }`),
        fetch(`${corpus.url}/${encodeURIComponent(word)}`, {
          headers: { 'x-request-id': word, 'user-agent': word },
        }).catch(() => null),
        fetch(`${corpus.url}/graphql?${encodeURIComponent(word)}=${encodeURIComponent(word)}`),
        ask('{ __typename }', {}, word || 'x'),
      ]);
    // Each of these ways once, so that all that they are told apart by is there.
    await send('First', 'word');
    const before = await series();
    await fc.assert(
      fc.asyncProperty(name, header, async (operationName, word) => {
        await send(operationName, word);
      }),
      { numRuns: 25 },
    );
    const hostile = (await series()).filter((key) => !before.includes(key));
    // A status or a code may have come up for the first time; none is a client's word.
    expect(
      hostile.filter(
        (key) =>
          !/^verbatim_(?:requests_total\{kind="\w+",status="\d{3}"\}|refusals_total\{code="[A-Z_]{1,40}",limit="[a-z]{0,20}"\})$/.test(
            key,
          ),
      ),
    ).toEqual([]);
    expect(hostile.length).toBeLessThan(10);
  });

  it('are all that the dashboard and the alerts ask for', async () => {
    const samples = namesOf(await metricsAt(corpus.metricsUrl));
    const types = new Set(await namesAt(corpus.metricsUrl));
    const dashboard = JSON.parse(readFileSync(join(OPS, 'grafana-dashboard.json'), 'utf8')) as {
      readonly panels: readonly { readonly targets?: readonly { readonly expr: string }[] }[];
    };
    const rules = parse(readFileSync(join(OPS, 'prometheus-rules.yml'), 'utf8')) as {
      readonly groups: readonly { readonly rules: readonly { readonly expr: string }[] }[];
    };
    const panels = dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
    const alerts = rules.groups.flatMap((group) => group.rules.map(({ expr }) => expr));
    const asked = new Set([...panels, ...alerts].flatMap(namesIn));
    expect(asked.size).toBeGreaterThan(15);
    // What has no number on this store, or not before a garbage collection, is a metric all the same.
    const missing = [...asked].filter(
      (name) => !samples.has(name) && !types.has(name.replace(/_(?:sum|count|bucket)$/, '')),
    );
    expect(missing).toEqual([]);
    const ofThisStore = [...asked].filter((name) => !/^(?:nodejs_gc|verbatim_store_free)/.test(name));
    expect(ofThisStore.filter((name) => !samples.has(name))).toEqual([]);
    // Every expression has a metric, and every metric of ours is shown.
    expect([...panels, ...alerts].filter((expression) => namesIn(expression).length === 0)).toEqual([]);
    const shown = new Set([...asked].map((name) => name.replace(/_(?:sum|count|bucket)$/, '')));
    expect([...types].filter((name) => name.startsWith('verbatim_') && !shown.has(name))).toEqual([]);
  });

  it('are all that the page tells of, with their types', async () => {
    const page = readFileSync(PAGE, 'utf8');
    const told = [...page.matchAll(/^\| `((?:verbatim|process|nodejs)_\w+)` +\| (\w+) /gm)].map(
      ([, name = '', type = '']) => `${name} ${type}`,
    );
    const text = await (await fetch(corpus.metricsUrl ?? '')).text();
    const there = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => `${name} ${type}`);
    expect(told.sort()).toEqual(there.sort());
  });
});

describe('the metrics of a server on the embedded store', () => {
  let folder: string;
  let corpus: ObservedCorpus;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'verbatim-metrics-'));
    corpus = await serveObserved({
      level: 'warn',
      metrics: { listen: null, key: KEY },
      fill: () => Promise.resolve(),
      open: (observer) => openEmbeddedStore(join(folder, 'data'), observer),
    });
  });
  afterAll(async () => {
    await corpus.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const KEY = 'a-key-for-metrics-alone';

  it('are at the server’s own port for who has the key', async () => {
    expect(corpus.metricsUrl).toBe(`${corpus.url}/metrics`);
    const metrics = await metricsAt(corpus.metricsUrl, { authorization: `Bearer ${KEY}` });
    expect(metrics.get('verbatim_store_free_bytes')).toBeGreaterThan(0);
    expect(metrics.get('verbatim_revision')).toBe(0);
    expect([...metrics.keys()].filter((key) => /^verbatim_(?:pool|queue)/.test(key))).toEqual([]);
  });

  it.each([
    ['no key', {}, 'GET', 401],
    ['another key', { authorization: `Bearer ${KEY}x` }, 'GET', 401],
    ['another scheme', { authorization: `Basic ${KEY}` }, 'GET', 401],
    ['another method', { authorization: `Bearer ${KEY}` }, 'POST', 405],
  ])('are refused to %s', async (_, headers: Record<string, string>, method, status) => {
    const answer = await fetch(`${corpus.url}/metrics`, { method, headers });
    expect([answer.status, await answer.json()]).toEqual([status, { errors: [expect.anything()] }]);
  });

  it('are nowhere by default', async () => {
    const other = await serveObserved({ level: 'warn', fill: () => Promise.resolve() });
    expect(other.metricsUrl).toBeNull();
    expect((await fetch(`${other.url}/metrics`)).status).toBe(404);
    await other.stop();
  });
});
