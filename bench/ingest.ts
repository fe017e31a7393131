import { Readable } from 'node:stream';
import pino from 'pino';
import { workerExtractor } from '../src/ingest/extractor.ts';
import { ingestSources } from '../src/ingest/ingest-sources.ts';
import { articleFrom } from '../src/ingest/sources/article-from.ts';
import type { IncomingArticle } from '../src/ingest/sources/incoming-article.ts';
import { startServer } from '../src/server/start-server.ts';
import { COMMAND_LINE } from '../src/store/write-transaction.ts';
import { machine, quantile, say, withBench, writeResult } from './run.ts';
import { syntheticCorpus } from './synthetic/corpus.ts';

/**
 * What it costs to bring articles in from end to end (read, extracted by workers, recorded, compared with all others), and how fast
 * the same process answers readers meanwhile: node …/ingest.js [articles]
 */
const [articles = 2_000] = process.argv.slice(2).map(Number);
const SIGHT = 500;
/** Milliseconds between two questions of a reader, and how long one reads where nothing is brought in. */
const EVERY = 50;
const READING = 20_000;

const QUERY = `{ statements(first: 20, orderBy: TEXT_POSITION) { nodes { text review speaker { name } quotes { exact start end } } } }`;

interface Sight {
  readonly articles: number;
  readonly seconds: number;
  readonly statements: number;
  /** CPU of this program, workers and server among it, in milliseconds an article. */
  readonly cpu: number;
}

/** Asks at a fixed rate, however long answers take. */
class Reader {
  #stopped = false;

  constructor(private readonly url: string) {}

  async read(): Promise<number[]> {
    const times: Promise<number>[] = [];
    for (let due = performance.now(); !this.#stopped; due += EVERY) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      times.push(this.#ask(due));
    }
    return Promise.all(times);
  }

  stop(): void {
    this.#stopped = true;
  }

  async #ask(due: number): Promise<number> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: QUERY }),
    });
    if (!response.ok) throw new Error(await response.text());
    await response.text();
    return performance.now() - due;
  }
}

async function readFor(url: string): Promise<number[]> {
  const reader = new Reader(url);
  setTimeout(() => {
    reader.stop();
  }, READING);
  return reader.read();
}

function* incoming(): Generator<IncomingArticle> {
  for (const { slug, text } of syntheticCorpus({ articles, seed: 1, copyRate: 0.3 })) {
    yield articleFrom(text, 'text', { id: slug, published: '2020-01-01' }, slug);
  }
}

await withBench(async ({ store, pool }) => {
  const extractor = workerExtractor();
  const server = await startServer({ store, extractor, host: '127.0.0.1', port: 0, log: pino({ level: 'silent' }) });
  try {
    const sights: Sight[] = [];
    const reader = new Reader(server.url);
    const busy = reader.read();
    let [done, proposed, started] = [0, 0, performance.now()];
    let cpu = process.cpuUsage();
    for await (const outcome of ingestSources({ store, author: COMMAND_LINE, extractor }, Readable.from(incoming()), {
      strict: true,
    })) {
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
    reader.stop();
    const [meanwhile, alone] = [await busy, await readFor(server.url)];
    const ms = (values: readonly number[], part: number) => quantile(values, part).toFixed(0);
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
        ...sights.map(
          ({ articles: size, seconds, statements, cpu: used }) =>
            `| ${String(size)} | ${(SIGHT / seconds).toFixed(1)} | ${(statements / SIGHT).toFixed(1)} | ${used.toFixed(1)} |`,
        ),
        '',
        `A reader asks the same process for twenty statements every ${String(EVERY)} ms, timed from when the question was due:`,
        '',
        '| | questions | median, ms | 95th percentile, ms | 99th percentile, ms |',
        '| --- | --: | --: | --: | --: |',
        ...(
          [
            ['while articles come in', meanwhile],
            ['without', alone],
          ] as const
        ).map(
          ([when, times]) =>
            `| ${when} | ${String(times.length)} | ${ms(times, 0.5)} | ${ms(times, 0.95)} | ${ms(times, 0.99)} |`,
        ),
        '',
      ].join('\n'),
    );
  } finally {
    await server.stop();
    await extractor.close();
  }
});
