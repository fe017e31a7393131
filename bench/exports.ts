import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { EXPORT_FORMATS } from '../src/export/export-formats.ts';
import { CorpusLoader } from './load-corpus.ts';
import { machine, say, withBench, writeResult } from './run.ts';
import { syntheticCorpus, type SyntheticArticle } from './synthetic/corpus.ts';
import { toRecords } from './synthetic/to-records.ts';

/**
 * What an export takes of time and memory, and whether more statements take more memory: node …/exports.js [statements …], sizes in
 * ascending order. Needs the built program.
 */
const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [10_000, 100_000];
const MAIN = join(import.meta.dirname, '../../../dist/cli/main.js');
const BATCH = 500;

/** Makes a process tell its greatest resident memory, in kB, when it ends. */
const TELL = `data:text/javascript,process.on('exit',()=>process.stderr.write('most '+process.resourceUsage().maxRSS))`;

interface Export {
  readonly bytes: number;
  readonly seconds: number;
  /** MB that the process had resident at most, with program and model. */
  readonly memory: number;
}

async function exportAll(format: string, database: string): Promise<Export> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['--import', TELL, MAIN, 'export', format], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: database, NODE_ENV: 'production' },
  });
  let [bytes, told] = [0, ''];
  child.stdout.on('data', ({ length }: Buffer) => (bytes += length));
  child.stderr.on('data', (words: Buffer) => (told += words.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  const most = /most (\d+)$/.exec(told)?.[1];
  if (status !== 0 || most === undefined) throw new Error(`The export as ${format} failed: ${told}`);
  return { bytes, seconds: (performance.now() - begun) / 1000, memory: Number(most) / 1024 };
}

await withBench(async ({ store, pool, url }) => {
  const articles = syntheticCorpus({ articles: Math.max(...sizes), seed: 1, copyRate: 0.3 });
  const loader = new CorpusLoader(store);
  const lines: string[] = [];
  let statements = 0;
  for (const size of sizes) {
    while (statements < size) {
      await loader.load(
        toRecords(Array.from({ length: BATCH }, () => articles.next().value as SyntheticArticle)),
        false,
      );
      const { rows } = await pool.query<{ count: string }>('SELECT count(*) FROM statement');
      statements = Number(rows[0]?.count);
      say(`${String(statements)} statements`);
    }
    await pool.query('VACUUM ANALYZE');
    for (const format of Object.keys(EXPORT_FORMATS)) {
      const { bytes, seconds, memory } = await exportAll(format, url);
      lines.push(
        `| ${format} | ${statements.toLocaleString('en-GB')} | ${(bytes / 1e6).toFixed(1)} | ${seconds.toFixed(1)} | ${memory.toFixed(0)} |`,
      );
      say(lines.at(-1) ?? '');
    }
  }
  await writeResult('exports.md', report(lines));
});

function report(lines: readonly string[]): string {
  return [
    '# What an export takes',
    '',
    '`verbatim export FORMAT` of made-up statements on PostgreSQL, into a pipe; the time holds the start of the program. Memory: what the process had resident at most,',
    'with the program itself.',
    `Repeat by \`npm run bench -- exports\`. Machine: ${machine()}.`,
    '',
    '| format | statements | MB | seconds | memory, MB |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...lines,
    '',
  ].join('\n');
}
