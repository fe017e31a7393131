import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import type { ExtractOptions } from '../extract/extract.ts';
import type { Extraction } from '../extract/extraction.ts';

/** Extracts beside the thread that answers requests. */
export interface Extractor {
  extract(text: string, options: ExtractOptions): Promise<Extraction>;
  close(): Promise<void>;
}

/** What a worker is given. */
export interface ExtractionTask {
  readonly text: string;
  readonly options: ExtractOptions;
}

/** Milliseconds that a worker without work is kept, since it has read the model and is warm. */
const KEPT = 60_000;

const WORKER = new URL('./extract-worker.js', import.meta.url);

/**
 * An extractor with worker threads, begun when the first text comes and as many as there are processors besides the one that
 * writes.
 *
 * @param worker the module of the workers
 */
export function workerExtractor(worker: URL = WORKER): Extractor {
  const pool = new Tinypool({
    filename: worker.href,
    runtime: 'worker_threads',
    minThreads: 0,
    maxThreads: Math.max(1, availableParallelism() - 1),
    isolateWorkers: false,
    idleTimeout: KEPT,
  });
  return {
    extract: (text, options) => pool.run({ text, options } satisfies ExtractionTask) as Promise<Extraction>,
    close: () => pool.destroy(),
  };
}
