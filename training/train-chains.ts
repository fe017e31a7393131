import { cpus } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ChainTask } from './chain-worker.ts';
import type { Dataset } from './dataset.ts';
import type { ChainOptions, ChainWeights } from './train-chain.ts';

/** The articles are dealt into so many parts; what later steps learn from was found in each by a chain that had not seen it. */
const FOLDS = 4;
export const foldOf = (article: number): number => article % FOLDS;

/** Learns the chain of all articles and, after it, those that leave one fold out, as many at once as there are processors. */
export async function trainChains({ units, features }: Dataset, options: ChainOptions): Promise<ChainWeights[]> {
  const tasks = Array.from({ length: FOLDS + 1 }, (_, task) => ({
    units: units.filter(({ article }) => task === 0 || foldOf(article) !== task - 1),
    features,
    options,
  }));
  const done: ChainWeights[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let task = next++; task < tasks.length; task = next++) {
      const own = tasks[task];
      if (own) done[task] = await inThread(own);
    }
  };
  await Promise.all(cpus().map(work));
  return done;
}

function inThread(task: ChainTask): Promise<ChainWeights> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./chain-worker.js', import.meta.url), { workerData: task });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
