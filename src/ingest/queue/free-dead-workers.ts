import type { WorkerUtils } from 'graphile-worker';
import { LOCK } from './alive.ts';

/** Seconds after which a process that has taken a job has its lock too. */
const GRACE = 10;

/** Gives back what processes had taken that are gone: the library by itself would wait for four hours. */
export async function freeDeadWorkers(utils: WorkerUtils): Promise<void> {
  await utils.withPgClient(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs
       WHERE locked_by IS NOT NULL AND locked_at < now() - interval '${String(GRACE)} seconds'`,
    );
    for (const { id } of rows) {
      const got = await client.query<{ free: boolean }>(`SELECT pg_try_advisory_lock(${LOCK}) AS free`, [id]);
      if (got.rows[0]?.free !== true) continue;
      await utils.forceUnlockWorkers([id]);
      await client.query(`SELECT pg_advisory_unlock(${LOCK})`, [id]);
    }
  });
}
