import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { openPostgresStore } from '../src/store/open-postgres-store.ts';
import { createDatabase } from '../tests/support/stores.ts';
import { CorpusLoader } from './load-corpus.ts';
import { machine, say, withBench, writeResult } from './run.ts';
import { syntheticCorpus, type SyntheticArticle } from './synthetic/corpus.ts';
import { toRecords } from './synthetic/to-records.ts';

/**
 * How fast statements go in, beside the least that their rows can cost: PostgreSQL's own COPY of the same rows into the same tables
 * with their indexes, checked by nothing. node …/loading.js [articles in the store before] [articles that are timed]
 */
const [before = 2_000, timed = 2_000] = process.argv.slice(2).map(Number);
const BATCH = 500;
/**
 * How many sentences articles have at least and at most, before others add to them, and in how many of them somebody speaks. The last
 * are as long, and speak as much, as news in which every attribution was annotated: 24 in 4,900 characters (PolNeAR).
 */
const KINDS = [
  { sentences: [2, 6], sayingRate: 0.5 },
  { sentences: [6, 30], sayingRate: 0.5 },
  { sentences: [36, 48], sayingRate: 0.6 },
] as const;

interface Sight {
  readonly statements: number;
  readonly rows: number;
  /** What is timed of them, and all that the store holds in the end. */
  readonly loaded: { readonly statements: number; readonly seconds: number };
  /** Seconds of COPY for all. */
  readonly copied: number;
  /** That part of them in which no table is filled that is derived from others. */
  readonly copiedEvidence: number;
}

const DERIVED = ['search_entry', 'passage_key', 'indexed_version', 'ledger_entry'];

async function measure(kind: (typeof KINDS)[number]): Promise<Sight> {
  return withBench(async ({ store, pool, url }) => {
    const articles = syntheticCorpus({ articles: before + timed, seed: 1, copyRate: 0.3, ...kind });
    const take = (count: number) => Array.from({ length: count }, () => articles.next().value as SyntheticArticle);
    const loader = new CorpusLoader(store);
    for (let loaded = 0; loaded < before; loaded += BATCH) await loader.load(toRecords(take(BATCH)));
    await loader.finish();
    await pool.query('VACUUM ANALYZE');
    const batches = Array.from({ length: timed / BATCH }, () => toRecords(take(BATCH)));
    const started = performance.now();
    for (const records of batches) await loader.load(records);
    await loader.finish();
    const seconds = (performance.now() - started) / 1000;
    const statements = batches.reduce((sum, records) => sum + records.statements.length, 0);
    return { loaded: { statements, seconds }, ...(await copyAll(pool, url)) };
  });
}

/** Copies every row of a database into the tables of another one, with triggers and foreign keys off. */
async function copyAll(from: Pool, url: string): Promise<Omit<Sight, 'loaded'>> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-copies-'));
  // The server, which may be somebody else's process, writes the files.
  await chmod(folder, 0o777);
  const other = await createDatabase(url.slice(0, url.lastIndexOf('/') + 1));
  await (await openPostgresStore(other)).close();
  const into = new Pool({ connectionString: other, max: 1 });
  try {
    await into.query("SET session_replication_role = 'replica'");
    const { rows: tables } = await from.query<{ name: string }>(
      "SELECT relname::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations'",
    );
    let [rows, copied, copiedEvidence] = [0, 0, 0];
    for (const { name } of tables) {
      const file = join(folder, name);
      const { rowCount } = await from.query(`COPY ${name} TO '${file}'`);
      const started = performance.now();
      await into.query(`COPY ${name} FROM '${file}'`);
      const seconds = (performance.now() - started) / 1000;
      rows += rowCount ?? 0;
      copied += seconds;
      if (!DERIVED.includes(name)) copiedEvidence += seconds;
    }
    const { rows: counts } = await into.query<{ count: number }>('SELECT count(*)::int AS count FROM statement');
    return { statements: counts[0]?.count ?? 0, rows, copied, copiedEvidence };
  } finally {
    await into.end();
    await rm(folder, { recursive: true, force: true });
  }
}

const lines: string[] = [];
for (const kind of KINDS) {
  const { loaded, statements, rows, copied, copiedEvidence } = await measure(kind);
  const rate = loaded.statements / loaded.seconds;
  const floor = statements / copied;
  lines.push(
    `| ${kind.sentences.join(' to ')} | ${(statements / (before + timed)).toFixed(1)} | ${(rows / statements).toFixed(0)} | ${rate.toFixed(0)} | ${floor.toFixed(0)} | ${(statements / copiedEvidence).toFixed(0)} | ${(rate / floor).toFixed(2)} |`,
  );
  say(lines.at(-1) ?? '');
}
await writeResult(
  'loading.md',
  [
    '# Loading',
    '',
    `How many statements a second go into a store on PostgreSQL that holds ${before.toLocaleString('en')} made-up articles, in writes of ${String(BATCH)} articles, with every constraint and trigger on, sealed in the`,
    'ledger, put into search and into the index of passages, and compared with nothing; and how many `COPY` by itself puts into the same tables',
    'with the same indexes, without any constraint, trigger or foreign key, from files of the same rows, into a database that was empty: all rows, and those alone that are derived',
    'from nothing else. Nobody who keeps these rows can be faster by one connection than that. The longest articles have as many statements for their length as news in which',
    'every attribution was annotated ([PolNeAR](https://github.com/networkdynamics/PolNeAR): 24 in 4,900 characters).',
    `Repeat by \`npm run bench -- loading\`. Machine: ${machine()}.`,
    '',
    '| sentences an article | statements an article | rows a statement | statements a second | by COPY | by COPY without search, passages and ledger | of COPY’s |',
    '| --- | --: | --: | --: | --: | --: | --: |',
    ...lines,
    '',
  ].join('\n'),
);
