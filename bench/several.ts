import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { openPostgresStore } from '../src/store/open-postgres-store.ts';
import { corpusRevision } from '../src/store/read/details.ts';
import type { Store } from '../src/store/store.ts';
import { ChangingCorpus } from '../tests/support/changing-corpus.ts';
import { startReplica } from '../tests/support/postgres-cluster.ts';
import { POSTGRES } from '../tests/support/programs.mjs';
import { CorpusLoader } from './load-corpus.ts';
import { QUESTIONS } from './queries/questions.ts';
import { wrkScript } from './queries/wrk-script.ts';
import { machine, quantile, say, withBench, writeResult } from './run.ts';
import { syntheticCorpus, type SyntheticArticle } from './synthetic/corpus.ts';
import { toRecords } from './synthetic/to-records.ts';

/**
 * What several processes, several servers and a streaming replica on one machine give together, and how long a write takes to be
 * known elsewhere: node …/several.js [articles] [rounds]. Needs wrk and the built program.
 */
const [size = 10_000, rounds = 3] = process.argv.slice(2).map(Number);
const BATCH = 500;
const SECONDS = 4;
const CONNECTIONS = 16;
const WRITES = 40;
/** So many articles are on a queue for so many processes. */
const INGESTED = 600;
const PROCESSES = [1, 2];
const MAIN = join(import.meta.dirname, '../../../dist/cli/main.js');
const ASKED = ['Q1', 'Q2'];

/** How the servers of a way are started: how many, with how many workers each, and whether they read from the replica too. */
interface Way {
  readonly name: string;
  readonly servers: number;
  readonly workers: number;
  readonly replica: boolean;
}
const WAYS: readonly Way[] = [
  { name: 'one process', servers: 1, workers: 1, replica: false },
  { name: 'two workers of one server', servers: 1, workers: 2, replica: false },
  { name: 'two servers', servers: 2, workers: 1, replica: false },
  { name: 'one process and a replica', servers: 1, workers: 1, replica: true },
  { name: 'two workers and a replica', servers: 1, workers: 2, replica: true },
];

await withBench(async ({ store, pool, url }) => {
  const articles = syntheticCorpus({ articles: size + WRITES + INGESTED * PROCESSES.length, seed: 1, copyRate: 0.3 });
  const loader = new CorpusLoader(store);
  const take = (count: number) => Array.from({ length: count }, () => articles.next().value as SyntheticArticle);
  for (let loaded = 0; loaded < size; loaded += BATCH) await loader.load(toRecords(take(BATCH)));
  await loader.finish();
  await pool.query('VACUUM ANALYZE');
  const [base, database] = [url.slice(0, url.lastIndexOf('/') + 1), url.slice(url.lastIndexOf('/') + 1)];
  const replica = await startReplica(POSTGRES.find() ?? '', { url: base });
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-several-'));
  try {
    const replicaUrl = replica.url + database;
    const lines: string[] = [];
    for (const question of QUESTIONS.filter(({ name }) => ASKED.includes(name))) {
      const bodies = (await question.variables(pool)).map((variables) =>
        JSON.stringify({ query: question.query, variables }),
      );
      const script = join(folder, question.name);
      await writeFile(`${script}.jsonl`, `${bodies.join('\n')}\n`);
      await writeFile(`${script}.lua`, wrkScript(`${script}.jsonl`));
      const rates = new Map<string, number[]>(WAYS.map(({ name }) => [name, []]));
      // The first round warms up.
      for (let round = 0; round <= rounds; round++) {
        for (const way of WAYS) {
          const rate = await measure(way, url, replicaUrl, `${script}.lua`);
          if (round > 0) rates.get(way.name)?.push(rate);
        }
      }
      const alone = rates.get('one process') ?? [];
      for (const [name, own] of rates) {
        const ratio = quantile(
          own.map((rate, round) => rate / (alone[round] ?? Number.NaN)),
          0.5,
        );
        lines.push(`| ${question.about} | ${name} | ${quantile(own, 0.5).toFixed(0)} | ${ratio.toFixed(2)} |`);
        say(lines.at(-1) ?? '');
      }
    }
    const told = await delays(store, url, replicaUrl, take(WRITES));
    const shared = await ingestShared(url, folder, () => take(INGESTED));
    await writeResult('several.md', report(lines, told, shared));
  } finally {
    await rm(folder, { recursive: true, force: true });
    await replica.stop();
  }
});

/** Answers a second of all servers together. Each is started anew, so that none has more of the machine's memory warm. */
async function measure(way: Way, url: string, replicaUrl: string, script: string): Promise<number> {
  const servers = await Promise.all(Array.from({ length: way.servers }, () => start(way, url, replicaUrl)));
  const asking = (address: string, seconds: number) =>
    promisify(execFile)('wrk', [
      '-t1',
      `-c${String(CONNECTIONS / way.servers)}`,
      `-d${String(seconds)}s`,
      '-s',
      script,
      address,
    ]);
  await Promise.all(servers.map(({ address }) => asking(address, 2)));
  const outputs = await Promise.all(servers.map(({ address }) => asking(address, SECONDS)));
  for (const { child } of servers) child.kill();
  await Promise.all(servers.map(({ child }) => new Promise((resolve) => child.once('exit', resolve))));
  return outputs.reduce((sum, { stdout }) => {
    const [requests = 0, microseconds = 1, , errors = 0] = (/^result (.*)$/m.exec(stdout)?.[1] ?? '')
      .split(' ')
      .map(Number);
    if (errors > 0 || requests === 0) throw new Error(stdout);
    return sum + requests / (microseconds / 1e6);
  }, 0);
}

async function start(
  { workers, replica }: Way,
  url: string,
  replicaUrl: string,
): Promise<{ readonly child: ChildProcess; readonly address: string }> {
  const child = spawn(process.execPath, [MAIN, 'serve', '--no-seed', '--workers', String(workers)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: '0',
      DATABASE_URL: url,
      ANSWER_CACHE_MB: '0',
      DATABASE_REPLICA_URLS: replica ? replicaUrl : '',
    },
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/[\d.]+:\d+\/graphql/.exec(line)?.[0];
    if (address !== undefined) return { child, address };
  }
  throw new Error('the server did not start');
}

interface Delays {
  /** Milliseconds from the moment at which a writer hears that it is done, of each write. */
  readonly news: readonly number[];
  readonly replica: readonly number[];
}

/** How long after a write another server is told of it, and how long until the replica has it. */
async function delays(
  store: Store,
  url: string,
  replicaUrl: string,
  articles: readonly SyntheticArticle[],
): Promise<Delays> {
  const other = await openPostgresStore(url);
  const behind = await openPostgresStore(url, [replicaUrl]);
  const writer = new ChangingCorpus(store);
  const [news, replica]: [number[], number[]] = [[], []];
  const told: number[] = [];
  const end = other.news.subscribe(() => {
    told.push(performance.now());
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  for (const { text, slug } of articles) {
    told.length = 0;
    const revision = await writer.bringIn(slug, text);
    const done = performance.now();
    const reading = await behind.reading(0);
    while ((await corpusRevision(reading)) < revision);
    replica.push(performance.now() - done);
    while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    news.push(Math.max(0, (told[0] ?? done) - done));
  }
  end();
  await other.close();
  await behind.close();
  return { news, replica };
}

/** Articles a second by processes that work on one queue, each number of them with articles of its own. */
async function ingestShared(
  url: string,
  folder: string,
  take: () => readonly SyntheticArticle[],
): Promise<ReadonlyMap<number, number>> {
  const rates = new Map<number, number>();
  const command = (...args: string[]) =>
    promisify(execFile)(process.execPath, [MAIN, ...args], { env: { ...process.env, DATABASE_URL: url } });
  for (const processes of PROCESSES) {
    const list = join(folder, `${String(processes)}.jsonl`);
    await writeFile(
      list,
      take()
        .map(({ slug, text }) => `${JSON.stringify({ id: slug, text })}\n`)
        .join(''),
    );
    await command('ingest', list, '--queue');
    const started = performance.now();
    await Promise.all(Array.from({ length: processes }, () => command('work', '--until-empty', '--json')));
    rates.set(processes, INGESTED / ((performance.now() - started) / 1000));
    say(`${String(processes)} processes on the queue: ${rates.get(processes)?.toFixed(1) ?? ''} articles a second`);
  }
  return rates;
}

function report(lines: readonly string[], { news, replica }: Delays, shared: ReadonlyMap<number, number>): string {
  const ms = (values: readonly number[]) =>
    `${quantile(values, 0.5).toFixed(1)} / ${quantile(values, 0.95).toFixed(1)}`;
  return [
    '# Several processes, servers and a replica',
    '',
    `${size.toLocaleString('en')} made-up articles on PostgreSQL; ${String(CONNECTIONS)} connections in all that ask as soon as they are answered (wrk), ${String(SECONDS)} s a time, the ways in turn, ${String(rounds)} rounds; medians. No answers are kept.`,
    `Repeat by \`npm run bench -- several\`. Machine: ${machine()}. Load generator, servers, database and replica share the cores.`,
    '',
    '| question | servers | answers a second | by one process’s |',
    '| --- | --- | --: | --: |',
    ...lines,
    '',
    '| from the moment at which a writer hears that it is done, milliseconds, median / 95th percentile | |',
    '| --- | --: |',
    `| until another server is told of it | ${ms(news)} |`,
    `| until the replica has it | ${ms(replica)} |`,
    '',
    '| processes that work on a queue of articles | articles a second |',
    '| --: | --: |',
    ...[...shared].map(([processes, rate]) => `| ${String(processes)} | ${rate.toFixed(1)} |`),
    '',
  ].join('\n');
}
