import { Alive } from '../../../src/ingest/queue/alive.ts';
import { ArticleQueue, laneOf } from '../../../src/ingest/queue/article-queue.ts';
import { freeDeadWorkers } from '../../../src/ingest/queue/free-dead-workers.ts';
import { articleFrom } from '../../../src/ingest/sources/article-from.ts';
import { createDatabase } from '../../support/stores.ts';
import { describeOnPostgres } from '../../support/describe-on-postgres.ts';

const article = (id: number) => articleFrom('Text.', 'text', { id: String(id) }, 'here');

describeOnPostgres('what dead workers had taken', (server) => {
  it('is given back, and what living ones or ones that have just begun have taken is not', async () => {
    const queue = await ArticleQueue.open(await createDatabase(server));
    const others = await ArticleQueue.open(queue.url);
    const takers = [
      ['pool-dead', '1 hour'],
      ['pool-living', '1 hour'],
      ['pool-new', '1 second'],
      [null, null],
    ] as const;
    try {
      const lanes = new Set<number>();
      for (let id = 0; lanes.size < takers.length; id++) {
        if (lanes.has(laneOf(article(id)))) continue;
        lanes.add(laneOf(article(id)));
        await queue.add([article(id)]);
      }
      const takenBy = () =>
        queue.utils.withPgClient(async (client) => {
          const { rows } = await client.query<{ by: string | null; lane: string | null }>(
            `SELECT j.locked_by AS by, q.locked_by AS lane FROM graphile_worker._private_jobs j
             JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id ORDER BY j.id`,
          );
          return rows.map(({ by, lane }) => [by, lane]);
        });
      await queue.utils.withPgClient(async (client) => {
        const { rows } = await client.query<{ id: string }>('SELECT id FROM graphile_worker.jobs ORDER BY id');
        for (const [index, [by, since]] of takers.entries()) {
          await client.query(
            `WITH taken AS (
              UPDATE graphile_worker._private_jobs SET locked_by = $2, locked_at = now() - $3::interval WHERE id = $1 RETURNING *
            ) UPDATE graphile_worker._private_job_queues q SET locked_by = taken.locked_by, locked_at = taken.locked_at
              FROM taken WHERE q.id = taken.job_queue_id`,
            [rows[index]?.id, by, since],
          );
        }
      });
      const alive = new Alive(others.utils);
      alive.hold('pool-living');
      await freeDeadWorkers(queue.utils);
      expect(await takenBy()).toEqual([
        [null, null],
        ['pool-living', 'pool-living'],
        ['pool-new', 'pool-new'],
        [null, null],
      ]);
      await alive.letGo();
      await freeDeadWorkers(queue.utils);
      expect((await takenBy())[1]).toEqual([null, null]);
    } finally {
      await queue.close();
      await others.close();
    }
  });
});
