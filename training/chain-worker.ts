import { parentPort, workerData } from 'node:worker_threads';
import type { UnitData } from './dataset.ts';
import { type ChainOptions, trainChain } from './train-chain.ts';

/** What a thread is given: the units to learn from, and the features of all, which the threads share. */
export interface ChainTask {
  readonly units: readonly UnitData[];
  readonly features: Int32Array;
  readonly options: ChainOptions;
}

const { units, features, options } = workerData as ChainTask;
const weights = trainChain(units, features, options, (line) => process.stderr.write(`${line}\n`));
parentPort?.postMessage(weights);
