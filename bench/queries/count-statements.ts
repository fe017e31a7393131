import type { Pool } from 'pg';

/** What a server needs to be told when it starts, so that statements can be counted. */
export const COUNTING = ['shared_preload_libraries=pg_stat_statements'];

/** Counts nothing from here on, which would slow all down. */
export async function countNothing(pool: Pool): Promise<void> {
  await pool.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  await counting(pool, 'none');
}

/** How many statements a database runs while something is done; those around a transaction count too. */
export async function countStatements(pool: Pool, doing: () => Promise<unknown>): Promise<number> {
  await counting(pool, 'top');
  await pool.query('SELECT pg_stat_statements_reset()');
  await doing();
  const { rows } = await pool.query<{ calls: number }>(
    `SELECT coalesce(sum(calls), 0)::int AS calls FROM pg_stat_statements WHERE query NOT LIKE '%pg_stat_statements%'`,
  );
  await counting(pool, 'none');
  return rows[0]?.calls ?? 0;
}

async function counting(pool: Pool, track: 'top' | 'none'): Promise<void> {
  await pool.query(`ALTER SYSTEM SET pg_stat_statements.track = '${track}'`);
  await pool.query('SELECT pg_reload_conf()');
  // Connections learn of it between statements.
  await pool.query('SELECT pg_sleep(0.2)');
}
