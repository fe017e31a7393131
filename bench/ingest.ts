import { monitorEventLoopDelay } from 'node:perf_hooks';
import { workerExtractor } from '../src/ingest/extractor.ts';
import { ingestSources } from '../src/ingest/ingest-sources.ts';
import { articleFrom } from '../src/ingest/sources/article-from.ts';
import type { IncomingArticle } from '../src/ingest/sources/incoming-article.ts';
import { COMMAND_LINE } from '../src/store/write-transaction.ts';
import { machine, say, withBench, writeResult } from './run.ts';
import { syntheticCorpus } from './synthetic/corpus.ts';

/**
 * What it costs to bring articles in from end to end: read, extracted by workers, recorded, compared with all others:
 * node …/ingest.js [articles]
 */
const [articles = 2_000] = process.argv.slice(2).map(Number);
const SIGHT = 500;

interface Sight {
  readonly articles: number;
  readonly seconds: number;
  readonly statements: number;
  /** CPU of this program, workers among it, in milliseconds an article. */
  readonly cpu: number;
}

await withBench(async ({ store, pool }) => {
  const extractor = workerExtractor();
  const sights: Sight[] = [];
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  let [done, proposed, started] = [0, 0, performance.now()];
  let cpu = process.cpuUsage();
  try {
    for await (const outcome of ingestSources({ store, author: COMMAND_LINE, extractor }, incoming(), { strict: true })) {
      if ('message' in outcome) throw new Error(outcome.message);
      done++;
      proposed += outcome.proposed;
      if (done % SIGHT !== 0) continue;
      const used = process.cpuUsage(cpu);
      const seconds = (performance.now() - started) / 1000;
      sights.push({ articles: done, seconds, statements: proposed, cpu: (used.user + used.system) / 1000 / SIGHT });
      say(`${String(done)} articles: ${(SIGHT / seconds).toFixed(1)} a second, ${String(proposed)} statements`);
      [proposed, started, cpu] = [0, performance.now(), process.cpuUsage()];
      await pool.query('ANALYZE');
    }
  } finally {
    await extractor.close();
  }
  const rows = sights.map(
    ({ articles: size, seconds, statements, cpu: ms }) =>
      `| ${String(size)} | ${(SIGHT / seconds).toFixed(1)} | ${(statements / SIGHT).toFixed(1)} | ${ms.toFixed(1)} |`,
  );
  await writeResult(
    'ingest.md',
    [
      '# Bringing articles in',
      '',
      'Made-up news, read, extracted by worker threads, recorded and compared with the rest, on PostgreSQL.',
      `Repeat by \`npm run bench -- ingest\`. Machine: ${machine()}.`,
      '',
      '| articles | articles a second | statements proposed an article | CPU of the program, ms an article |',
      '| --: | --: | --: | --: |',
      ...rows,
      '',
      `The thread that writes was held up for ${(delay.percentile(99) / 1e6).toFixed(0)} ms at the 99th percentile, ${(delay.max / 1e6).toFixed(0)} ms at most.`,
      '',
    ].join('\n'),
  );
});

async function* incoming(): AsyncGenerator<IncomingArticle> {
  for (const { slug, text } of syntheticCorpus({ articles, seed: 1, copyRate: 0.3 })) {
    yield articleFrom(text, 'text', { id: slug, published: '2020-01-01' }, slug);
  }
}
