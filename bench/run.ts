import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { openPostgresStore } from '../src/store/open-postgres-store.ts';
import type { Store } from '../src/store/store.ts';
import { startPostgres } from '../tests/support/postgres-cluster.ts';
import { POSTGRES } from '../tests/support/programs.mjs';
import { createDatabase } from '../tests/support/stores.ts';

/** What a benchmark measures with: a store on a PostgreSQL server of its own, empty at first. */
export interface Bench {
  readonly store: Store;
  /** For what goes around the product: loading, and what it is compared with. */
  readonly pool: Pool;
  /** Of the database, for other processes. */
  readonly url: string;
}

/** More memory than PostgreSQL takes by itself, as a server for so much data has; nothing else differs from its defaults. */
const SETTINGS = ['shared_buffers=4GB', 'maintenance_work_mem=1GB', 'work_mem=64MB', 'max_wal_size=8GB'];
const RESULTS = join(import.meta.dirname, '../../results');

/**
 * Runs a benchmark on a server that is there for it alone, and stops it whatever happens.
 *
 * @param own settings that this benchmark needs besides
 */
export async function withBench<Result>(
  use: (bench: Bench) => Promise<Result>,
  own: readonly string[] = [],
): Promise<Result> {
  const programs = POSTGRES.find();
  if (programs === null) throw new Error(`This needs ${POSTGRES.name}: ${POSTGRES.install}.`);
  const cluster = await startPostgres(programs, [...SETTINGS, ...own]);
  try {
    const url = await createDatabase(cluster.url);
    const store = await openPostgresStore(url);
    const pool = new Pool({ connectionString: url, max: 4 });
    try {
      return await use({ store, pool, url });
    } finally {
      await pool.end();
      await store.close();
    }
  } finally {
    await cluster.stop();
  }
}

/** Writes a result into bench/results. */
export async function writeResult(name: string, content: string): Promise<void> {
  await mkdir(RESULTS, { recursive: true });
  await writeFile(join(RESULTS, name), content);
}

/** The machine, in a sentence. */
export const machine = (): string =>
  `${String(cpus().length)} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${String(Math.round(totalmem() / 2 ** 30))} GB of memory, Node ${process.versions.node}, PostgreSQL with ${SETTINGS.join(', ')} and fsync off`;

/** The value below which a part of others lie; from 0 to 1. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
