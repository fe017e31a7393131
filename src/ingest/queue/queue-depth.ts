import { prepared, type SqlClient } from '../../store/sql.ts';
import { ARTICLES, REFUSED } from './article-queue.ts';

/** How much is on the queue of a database: batches of articles that wait and that somebody works on, and articles that were refused. */
export type QueueDepth = Readonly<Record<'waiting' | 'under_way' | 'refused', number>>;

const EXISTS = prepared("SELECT to_regclass('graphile_worker.jobs') IS NOT NULL AS exists");
const DEPTH = prepared(`SELECT count(*) FILTER (WHERE task_identifier = $1 AND locked_at IS NULL)::int AS waiting,
  count(*) FILTER (WHERE task_identifier = $1 AND locked_at IS NOT NULL)::int AS under_way,
  count(*) FILTER (WHERE task_identifier = $2)::int AS refused
FROM graphile_worker.jobs`);

/** @returns null where there never was a queue, whose tables are made when it is first used */
export async function queueDepth(sql: SqlClient): Promise<QueueDepth | null> {
  const [found] = await sql.query<{ exists: boolean }>(EXISTS);
  if (found?.exists !== true) return null;
  const [depth] = await sql.query<QueueDepth>(DEPTH, [ARTICLES, REFUSED]);
  return depth ?? null;
}
