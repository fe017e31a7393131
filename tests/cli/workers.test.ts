import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../../src/store/open-store.ts';
import { runCommand, startCommand, type RunningCommand } from '../support/command.ts';
import { keyOf } from '../support/keys.ts';
import { postGraphql } from '../support/served-corpus.ts';
import { createDatabase } from '../support/stores.ts';
import { describeOnPostgres } from '../support/describe-on-postgres.ts';

const TIMEOUT = 120_000;

/** The processes that a process has started. */
const childrenOf = (pid = 0): number[] =>
  readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8')
    .split(' ')
    .filter(Boolean)
    .map(Number);

describe('verbatim serve --workers', () => {
  it.each([
    ['none', '0', 'It must be a number from 1 to 99.'],
    ['no number', 'many', 'It must be a number from 1 to 99.'],
    ['several on the embedded store', '2', 'Several workers need a PostgreSQL server'],
  ])('says what is wrong with it: %s', async (_, workers, message) => {
    const folder = await mkdtemp(join(tmpdir(), 'verbatim-workers-'));
    const { code, stderr } = await runCommand(['serve', '--workers', workers], { VERBATIM_DATA: folder });
    await rm(folder, { recursive: true });
    expect(code).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });
});

describeOnPostgres('several workers on one PostgreSQL server', (server) => {
  let url = '';
  let environment: Record<string, string>;
  let serving: RunningCommand;
  beforeAll(async () => {
    environment = { DATABASE_URL: await createDatabase(server) };
    serving = startCommand(['serve', '--workers', '2'], environment);
    url = /http:\S+(?=\/graphql)/.exec(await serving.printed('/graphql'))?.[0] ?? '';
  }, TIMEOUT);
  afterAll(() => serving.process.kill('SIGKILL'));

  /** Asks by a connection of its own, which any worker may take. */
  const articles = async (): Promise<number> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ query: '{ articles { totalCount } }' }),
      // A connection that is being handed to a worker while that one is killed is never answered.
      signal: AbortSignal.timeout(5_000),
    });
    return ((await response.json()) as { data: { articles: { totalCount: number } } }).data.articles.totalCount;
  };

  it('answer on one port', async () => {
    expect(childrenOf(serving.process.pid)).toHaveLength(2);
    expect(await Promise.all(Array.from({ length: 20 }, articles))).toEqual(new Array(20).fill(5));
  });

  it(
    'see what another one of them wrote, and never an older state again',
    async () => {
      const store = await openStore({ url: environment['DATABASE_URL'] ?? '' });
      const key = await keyOf(store, 'EDITOR').finally(() => store.close());
      const text = 'The dam\n\n“The dam will hold,” said Ida Marsh, the mayor.\n';
      const mutation = 'mutation ($article: ArticleInput!) { ingestArticle(article: $article) { outcome } }';
      const { errors } = await postGraphql(url, { query: mutation, variables: { article: { text } } }, key);
      expect(errors).toEqual([]);
      // News of it take some milliseconds to the others.
      for (let seen = 0, asked = 0; seen < 20; asked++) {
        expect(asked).toBeLessThan(200);
        seen = (await articles()) === 6 ? seen + 1 : 0;
        if (seen === 0) await sleep(25);
      }
    },
    TIMEOUT,
  );

  it(
    'go on when one of them is killed, and another one takes its place',
    async () => {
      const before = childrenOf(serving.process.pid);
      // One that ends right after its start is not replaced: it would end again.
      await sleep(5_000);
      process.kill(before[0] ?? 0, 'SIGKILL');
      const answers = await Promise.all(Array.from({ length: 20 }, () => articles().catch(() => null)));
      // Only one at a time is being handed to a worker.
      expect(answers.filter((count) => count !== 6).length).toBeLessThanOrEqual(1);
      for (let waited = 0; childrenOf(serving.process.pid).length < 2; waited++) {
        expect(waited).toBeLessThan(100);
        await sleep(100);
      }
      expect(childrenOf(serving.process.pid)).not.toContain(before[0]);
      expect(await Promise.all(Array.from({ length: 20 }, articles))).toEqual(new Array(20).fill(6));
    },
    TIMEOUT,
  );

  it(
    'stop together when they are told to',
    async () => {
      const before = childrenOf(serving.process.pid);
      serving.process.kill('SIGTERM');
      const { code, stdout, stderr } = await serving.ended();
      expect(code).toBe(0);
      expect(stdout).toContain('Stopping');
      expect(stderr).toContain('another one takes its place');
      for (const pid of before) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    },
    TIMEOUT,
  );
});

describeOnPostgres('the metrics of several workers', (server) => {
  const KEY = 'a-key-for-metrics-alone';
  /** Asks so many times, each by a connection of its own, and gives how many queries the metrics then count. */
  async function countAfter(asked: number, environment: Record<string, string>, headers: Record<string, string>) {
    const serving = startCommand(['serve', '--workers', '2'], {
      DATABASE_URL: await createDatabase(server),
      ...environment,
    });
    try {
      const printed = await serving.printed('Stop it with');
      const url = /http:\S+(?=\/graphql)/.exec(printed)?.[0] ?? '';
      const metricsUrl = /http:\S+\/metrics/.exec(printed)?.[0] ?? `${url}/metrics`;
      for (let number = 0; number < asked; number++) {
        await (
          await fetch(`${url}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', connection: 'close' },
            body: '{"query":"{ articles { totalCount } }"}',
          })
        ).text();
      }
      const answered = new Set<number>();
      for (let tries = 0; tries < 50; tries++) {
        const response = await fetch(metricsUrl, { headers: { connection: 'close', ...headers } });
        const count = Number(
          /^verbatim_requests_total\{kind="query",status="200"\} (\d+)$/m.exec(await response.text())?.[1] ?? 0,
        );
        answered.add(count);
        if (tries > 4 && count === asked) break;
      }
      return [...answered];
    } finally {
      serving.process.kill('SIGTERM');
      await serving.ended();
    }
  }

  it.each([
    ['on a port of their own', { METRICS_PORT: '0' }, {}],
    ['on the port of all workers, whichever answers', { METRICS_KEY: KEY }, { authorization: `Bearer ${KEY}` }],
  ])(
    'are those of all of them, %s',
    async (_, environment: Record<string, string>, headers: Record<string, string>) => {
      // Counted a moment after the answer is out, and never more than there were.
      const counted = await countAfter(20, environment, headers);
      expect(counted.at(-1)).toBe(20);
      expect(counted.filter((count) => count < 18)).toEqual([]);
    },
    TIMEOUT,
  );
});
