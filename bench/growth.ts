import { findProposals } from '../src/store/comparison/find-proposals.ts';
import { indexPassages } from '../src/store/comparison/index-passages.ts';
import { recordCorpus } from '../src/store/record-corpus.ts';
import { COMMAND_LINE, inTransaction } from '../src/store/write-transaction.ts';
import { checkAgainstTrigrams } from './check-against-trigrams.ts';
import { CorpusLoader } from './load-corpus.ts';
import { plot } from './plot.ts';
import { machine, quantile, say, withBench, writeResult, type Bench } from './run.ts';
import { syntheticCorpus, type SyntheticArticle } from './synthetic/corpus.ts';
import { toRecords } from './synthetic/to-records.ts';
import { keepTruth } from './truth.ts';

/**
 * How the cost of comparing grows with the corpus, and what checking a quotation costs at the end of it:
 * node …/growth.js [largest size] [articles for the check]
 */
const [largest = 100_000, forCheck = 160_000] = process.argv.slice(2).map(Number);
const SIZES = [1_000, 3_000, 10_000, 30_000, 100_000].filter((size) => size <= largest);
const BATCH = 500;
/** So many articles are added one by one at each size, half of them to time the parts. */
const ADDED = 80;

interface Step {
  readonly articles: number;
  readonly loadSeconds: number;
  readonly indexMegabytes: number;
  readonly databaseMegabytes: number;
  readonly memoryMegabytes: number;
  /** Milliseconds: to find everything an article has to do with others; to put it into the index; to record and compare it in all. */
  readonly find: readonly number[];
  readonly index: readonly number[];
  readonly whole: readonly number[];
}

await withBench(async (bench) => {
  const articles = syntheticCorpus({
    articles: Math.max(largest, forCheck) + ADDED * SIZES.length,
    seed: 1,
    copyRate: 0.3,
  });
  const loader = new CorpusLoader(bench.store);
  const steps: Step[] = [];
  let [loaded, seconds] = [0, 0];
  const loadUpTo = async (size: number) => {
    while (loaded < size) {
      const batch = take(articles, Math.min(BATCH, size - loaded));
      const started = performance.now();
      const records = toRecords(batch);
      await loader.load(records);
      seconds += (performance.now() - started) / 1000;
      await keepTruth(bench.pool, batch, records);
      loaded += batch.length;
      if (loaded % 10_000 === 0) say(`${String(loaded)} articles loaded in ${seconds.toFixed(0)} s`);
    }
  };
  for (const size of SIZES) {
    await loadUpTo(size);
    await loader.finish();
    await bench.pool.query('VACUUM ANALYZE');
    const step = await measure(bench, loader, loaded, seconds, take(articles, ADDED));
    loaded += ADDED;
    steps.push(step);
    say(
      `${String(size)} articles: find ${quantile(step.find, 0.5).toFixed(1)} ms, whole ${quantile(step.whole, 0.5).toFixed(1)} ms, index ${step.indexMegabytes.toFixed(0)} MB`,
    );
    await report(steps);
  }
  await loadUpTo(forCheck);
  await loader.finish();
  await checkAgainstTrigrams(bench);
});

function take(articles: Generator<SyntheticArticle>, count: number): SyntheticArticle[] {
  return Array.from({ length: count }, () => articles.next().value as SyntheticArticle);
}

async function measure(
  { store, pool }: Bench,
  loader: CorpusLoader,
  articles: number,
  loadSeconds: number,
  added: readonly SyntheticArticle[],
): Promise<Step> {
  const [find, index, whole]: [number[], number[], number[]] = [[], [], []];
  for (const [number, article] of added.entries()) {
    const records = toRecords([article]);
    if (number % 2 === 0) {
      whole.push(
        await timed(() =>
          recordCorpus(store, { summary: 'one more', author: COMMAND_LINE }, () => Promise.resolve(records)),
        ),
      );
      continue;
    }
    await loader.load(records, false);
    index.push(
      await timed(() =>
        inTransaction(store, (transaction) => indexPassages(transaction, [records.versions[0]?.id ?? ''])),
      ),
    );
    find.push(await timed(() => findProposals(store.prisma, [records.articles[0]?.id ?? ''])));
  }
  const size = await pool.query<{ index: number; database: number }>(
    `SELECT pg_total_relation_size('passage_key') / 1e6 AS index, pg_database_size(current_database()) / 1e6 AS database`,
  );
  return {
    articles,
    loadSeconds,
    indexMegabytes: Number(size.rows[0]?.index),
    databaseMegabytes: Number(size.rows[0]?.database),
    memoryMegabytes: process.memoryUsage().rss / 1e6,
    find,
    index,
    whole,
  };
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

async function report(steps: readonly Step[]): Promise<void> {
  const ms = (values: readonly number[]) =>
    `${quantile(values, 0.5).toFixed(1)} / ${quantile(values, 0.95).toFixed(1)}`;
  const lines = [
    '# How comparing grows with the corpus',
    '',
    `Made-up news of 1,600 characters an article, three in ten made from others. At each size ${String(ADDED)} articles are added one by one.`,
    `Repeat by \`npm run bench -- growth\`. Machine: ${machine()}.`,
    '',
    'Milliseconds are median / 95th percentile. *Find* is what comparing costs: looking up who may share anything, reading them, comparing word by word.',
    '*Index* is putting the passages of one article in. *Whole* is recording the article with everything in it, find and index included.',
    '',
    '| articles | find | index | whole | load, s | index of passages, MB | database, MB | program, MB |',
    '| --: | --: | --: | --: | --: | --: | --: | --: |',
    ...steps.map(
      (step) =>
        `| ${step.articles.toLocaleString('en')} | ${ms(step.find)} | ${ms(step.index)} | ${ms(step.whole)} | ${step.loadSeconds.toFixed(0)} | ${step.indexMegabytes.toFixed(0)} | ${step.databaseMegabytes.toFixed(0)} | ${step.memoryMegabytes.toFixed(0)} |`,
    ),
    '',
    '![Milliseconds to add an article](growth-time.svg)',
    '',
    '![Kilobytes of index an article](growth-index.svg)',
    '',
  ];
  await writeResult('growth.md', lines.join('\n'));
  const line = (name: string, value: (step: Step) => number) => ({
    name,
    points: steps.map((step) => [step.articles, value(step)] as const),
  });
  await writeResult(
    'growth-time.svg',
    plot('One more article', 'articles in the corpus', 'milliseconds, median', [
      line('recorded and compared in all', ({ whole }) => quantile(whole, 0.5)),
      line('find what it has to do with others', ({ find }) => quantile(find, 0.5)),
      line('put into the index', ({ index }) => quantile(index, 0.5)),
    ]),
  );
  await writeResult(
    'growth-index.svg',
    plot('Size of the index of passages', 'articles in the corpus', 'kilobytes an article', [
      line('index', ({ indexMegabytes, articles }) => (1000 * indexMegabytes) / articles),
    ]),
  );
}
