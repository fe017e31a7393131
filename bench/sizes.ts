import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Pool } from 'pg';
import { compareSome } from './compare-some.ts';
import { CorpusLoader } from './load-corpus.ts';
import { plot } from './plot.ts';
import { QUESTIONS } from './queries/questions.ts';
import { wrkScript } from './queries/wrk-script.ts';
import { machine, quantile, say, withBench, writeResult } from './run.ts';
import { syntheticCorpus, type SyntheticArticle } from './synthetic/corpus.ts';
import { toRecords } from './synthetic/to-records.ts';

/**
 * How long answers take as the corpus grows, how soon the server is there on a filled store, and how fast rows go in:
 * node …/sizes.js [largest size] [least sentences of an article] [most]. Needs wrk and the built program.
 */
const [largest = 1_000_000, least = 2, most = 6] = process.argv.slice(2).map(Number);
const SIZES = [1_000, 10_000, 100_000, 1_000_000].filter((size) => size <= largest);
const BATCH = 500;
/** So many articles before each size are made up beforehand, to time the loading alone. */
const TIMED = 10 * BATCH;
const STARTS = 3;
const SECONDS = 4;
const MAIN = join(import.meta.dirname, '../../../dist/cli/main.js');

interface Loaded {
  readonly statements: number;
  readonly quotes: number;
  readonly seconds: number;
}

interface Step {
  readonly articles: number;
  readonly statements: number;
  readonly megabytes: number;
  readonly loaded: Loaded;
  /** Milliseconds from starting the program until it has answered a question, of each start. */
  readonly starts: readonly number[];
  /** Milliseconds an answer, by question. */
  readonly answers: ReadonlyMap<string, number>;
  /** Of the server after all questions. */
  readonly memoryMegabytes: number;
}

await withBench(async ({ store, pool, url }) => {
  const articles = syntheticCorpus({ articles: largest, seed: 1, copyRate: 0.3, sentences: [least, most] });
  const take = (count: number) => Array.from({ length: count }, () => articles.next().value as SyntheticArticle);
  const loader = new CorpusLoader(store);
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-sizes-'));
  const steps: Step[] = [];
  try {
    let loaded = 0;
    for (const size of SIZES) {
      for (; loaded < size - TIMED; loaded += BATCH) {
        await loader.load(toRecords(take(BATCH)));
        if (loaded % 50_000 === 0) say(`${String(loaded)} articles, ${new Date().toISOString()}`);
      }
      await loader.finish();
      const rate = await timeLoading(loader, take, size - loaded);
      loaded = size;
      await compareSome(store, pool);
      await pool.query('VACUUM ANALYZE');
      await pool.query('CHECKPOINT');
      steps.push(await measure(pool, url, folder, size, rate));
      await report(steps);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

async function timeLoading(
  loader: CorpusLoader,
  take: (count: number) => SyntheticArticle[],
  count: number,
): Promise<Loaded> {
  const batches = Array.from({ length: count / BATCH }, () => toRecords(take(BATCH)));
  const started = performance.now();
  for (const records of batches) await loader.load(records);
  await loader.finish();
  const sum = (of: (records: ReturnType<typeof toRecords>) => number) =>
    batches.reduce((total, records) => total + of(records), 0);
  return {
    statements: sum(({ statements }) => statements.length),
    quotes: sum(({ quotes }) => quotes.length),
    seconds: (performance.now() - started) / 1000,
  };
}

async function measure(pool: Pool, url: string, folder: string, articles: number, loaded: Loaded): Promise<Step> {
  const starts: number[] = [];
  for (let number = 0; number < STARTS; number++) {
    const { child, milliseconds } = await start(url);
    starts.push(milliseconds);
    await stop(child);
  }
  const { child, address } = await start(url);
  const answers = new Map<string, number>();
  for (const { name, query, variables } of QUESTIONS) {
    const bodies = (await variables(pool)).map((values) => JSON.stringify({ query, variables: values }));
    const script = join(folder, name);
    await writeFile(`${script}.jsonl`, `${bodies.join('\n')}\n`);
    await writeFile(`${script}.lua`, wrkScript(`${script}.jsonl`));
    const asking = (seconds: number) =>
      execFileSync('wrk', ['-t1', '-c1', `-d${String(seconds)}s`, '-s', `${script}.lua`, address], {
        encoding: 'utf8',
      });
    asking(SECONDS / 2);
    const [requests = 0, microseconds = 0, , errors = 0] = (/^result (.*)$/m.exec(asking(SECONDS))?.[1] ?? '')
      .split(' ')
      .map(Number);
    if (errors > 0 || requests === 0) throw new Error(`${name} at ${String(articles)} articles`);
    answers.set(name, microseconds / 1000 / requests);
  }
  const memory = await readFile(`/proc/${String(child.pid)}/statm`, 'utf8');
  await stop(child);
  const { rows } = await pool.query<{ statements: number; size: number }>(
    'SELECT (SELECT count(*) FROM statement)::int AS statements, pg_database_size(current_database()) / 1e6 AS size',
  );
  const step = {
    articles,
    statements: rows[0]?.statements ?? 0,
    megabytes: Number(rows[0]?.size),
    loaded,
    starts,
    answers,
    memoryMegabytes: (Number(memory.split(' ')[1]) * 4096) / 1e6,
  };
  say(rowOf(step));
  return step;
}

interface Started {
  readonly child: ChildProcess;
  readonly address: string;
  readonly milliseconds: number;
}

/** Starts the program as its users do, without keeping answers, and asks it something. */
async function start(url: string): Promise<Started> {
  const begun = performance.now();
  const child = spawn(process.execPath, [MAIN, 'serve', '--no-seed'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', DATABASE_URL: url, ANSWER_CACHE_MB: '0' },
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/[\d.]+:\d+\/graphql/.exec(line)?.[0];
    if (address === undefined) continue;
    const body = JSON.stringify({ query: '{ articles(first: 1) { nodes { title } } }' });
    const response = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    await response.text();
    return { child, address, milliseconds: performance.now() - begun };
  }
  throw new Error('the server did not start');
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await ended;
}

function rate({ statements, seconds }: Loaded): string {
  return (statements / seconds).toFixed(0);
}

function rowOf({ articles, statements, megabytes, loaded, starts, answers, memoryMegabytes }: Step): string {
  const cells = [
    articles.toLocaleString('en'),
    statements.toLocaleString('en'),
    megabytes.toFixed(0),
    ...QUESTIONS.map(({ name }) => answers.get(name)?.toFixed(2) ?? ''),
    (quantile(starts, 0.5) / 1000).toFixed(2),
    memoryMegabytes.toFixed(0),
    rate(loaded),
    (loaded.quotes / loaded.seconds).toFixed(0),
  ];
  return `| ${cells.join(' | ')} |`;
}

async function report(steps: readonly Step[]): Promise<void> {
  await writeResult(
    'sizes.md',
    [
      '# Answers as the corpus grows',
      '',
      `Made-up articles of ${String(least)} to ${String(most)} sentences and what others add to them, on PostgreSQL; some hundred of each size are compared with all others.`,
      'Milliseconds an answer, asked by one connection as soon as it is answered (wrk), nothing kept; seconds from starting the program until it has answered',
      'something; the memory of its process after all questions; and how many statements and quotes a second go in, in writes of 500 articles, with every',
      'constraint and trigger on, search and the index of passages included, and compared with nothing.',
      `Repeat by \`npm run bench -- sizes ${String(largest)} ${String(least)} ${String(most)}\`. Machine: ${machine()}.`,
      '',
      `| articles | statements | database, MB | ${QUESTIONS.map(({ name }) => name).join(' | ')} | start, s | memory, MB | statements a second | quotes a second |`,
      `| --: | --: | --: | ${QUESTIONS.map(() => '--:').join(' | ')} | --: | --: | --: | --: |`,
      ...steps.map(rowOf),
      '',
      ...QUESTIONS.map(({ name, about }) => `- ${name}: ${about}`),
      '',
      '![Milliseconds an answer](sizes.svg)',
      '',
    ].join('\n'),
  );
  await writeResult(
    'sizes.svg',
    plot(
      'Answers as the corpus grows',
      'articles in the corpus',
      'milliseconds an answer',
      QUESTIONS.map(({ name }) => ({
        name,
        points: steps.map(({ articles, answers }) => [articles, answers.get(name) ?? 0] as const),
      })),
    ),
  );
}
