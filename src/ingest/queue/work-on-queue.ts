import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import { run, runOnce, type JobHelpers, type RunnerOptions, type WorkerEvents, type WorkerPool } from 'graphile-worker';
import type { IngestedArticle } from '../ingest-articles.ts';
import { ingestSources, type Ingesting } from '../ingest-sources.ts';
import type { BadSource, IncomingArticle } from '../sources/incoming-article.ts';
import { Alive } from './alive.ts';
import { freeDeadWorkers } from './free-dead-workers.ts';
import { ARTICLES, SILENT, type ArticleQueue } from './article-queue.ts';

/** How a process works on a queue. */
export interface WorkOptions {
  /** So many batches at once: while one is recorded, others are read. */
  readonly atOnce: number;
  /** Whether to end when nothing is left to do. */
  readonly untilEmpty: boolean;
  /** Called with what became of each article. */
  readonly onOutcome: (outcome: IngestedArticle | BadSource) => void;
}

/** Work that is going on. */
export interface Work {
  /** When it has ended. Rejects when the database is gone for good. */
  readonly done: Promise<void>;
  /** Finishes what is under way, and takes nothing more. */
  stop(): Promise<void>;
}

/** Milliseconds between two looks for workers that died. */
const LOOK_EVERY = 15_000;

/**
 * Brings in articles from a queue, beside other processes that do the same. A batch whose recording fails is tried again, up to 25
 * times at growing intervals; one that a killed process had taken is taken by another. An article that the store refuses is put aside.
 * What is recorded twice so is nothing new, and of two versions of an article the one that was queued first is recorded first.
 */
export async function workOnQueue(
  queue: ArticleQueue,
  ingesting: Ingesting,
  { atOnce, untilEmpty, onOutcome }: WorkOptions,
): Promise<Work> {
  const bringIn = async (payload: unknown, helpers: JobHelpers): Promise<void> => {
    const { articles } = payload as { readonly articles: readonly IncomingArticle[] };
    await waitForEarlier(helpers);
    let index = 0;
    for await (const outcome of ingestSources(ingesting, Readable.from(articles), { strict: false })) {
      const article = articles[index++];
      if (article && 'message' in outcome) await queue.putAside({ article, message: outcome.message });
      onOutcome(outcome);
    }
  };
  await freeDeadWorkers(queue.utils);
  const alive = new Alive(queue.utils);
  const looking = setInterval(() => {
    freeDeadWorkers(queue.utils).catch(() => undefined);
  }, LOOK_EVERY);
  const events = new EventEmitter() as WorkerEvents;
  let pool: WorkerPool | undefined;
  events.on('pool:create', ({ workerPool }) => {
    pool = workerPool;
    alive.hold(workerPool.id);
  });
  const options: RunnerOptions = {
    connectionString: queue.url,
    taskList: { [ARTICLES]: bringIn },
    concurrency: atOnce,
    noHandleSignals: true,
    parsedCronItems: [],
    logger: SILENT,
    events,
    // Otherwise the end of a batch is written behind the library's back, and is lost when it stops meanwhile.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  };
  const finish = async (): Promise<void> => {
    clearInterval(looking);
    await alive.letGo();
  };
  if (untilEmpty) {
    return {
      done: runOnce(options).finally(finish),
      stop: async () => {
        await pool?.gracefulShutdown();
      },
    };
  }
  const runner = await run(options);
  return { done: runner.promise.finally(finish), stop: () => runner.stop() };
}

/**
 * The library takes a batch that failed again after a while, and the next one of its lane meanwhile.
 *
 * @throws Error so that this batch is taken later, when an earlier one of its lane is to be tried again
 */
async function waitForEarlier(helpers: JobHelpers): Promise<void> {
  const { rows } = await helpers.query<{ waits: boolean }>(
    `SELECT EXISTS (SELECT FROM graphile_worker.jobs earlier JOIN graphile_worker.jobs own USING (queue_name)
       WHERE own.id = $1 AND earlier.id < own.id AND earlier.attempts < earlier.max_attempts) AS waits`,
    [helpers.job.id],
  );
  if (rows[0]?.waits === true) throw new Error('Articles that were queued before these are to be tried again first.');
}
