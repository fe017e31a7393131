import cluster, { type Worker } from 'node:cluster';
import { VerbatimError } from '../domain/errors.ts';

/** Processes that answer on one port. */
export interface Workers {
  /** "http://127.0.0.1:4000" */
  readonly url: string;
  /** Lets all of them finish what they are at. */
  stop(): Promise<void>;
}

/** Milliseconds after which a process that ends has lived; one that ends sooner would end again. */
const LIVED = 5_000;

/**
 * Starts this command in several processes, which share its port, and replaces one that ends without being told to.
 *
 * @param onLost called when one was replaced, with the number of its process
 * @throws VerbatimError UNAVAILABLE when one ends before it listens
 */
export async function serveByWorkers(count: number, onLost: (pid: number) => void): Promise<Workers> {
  let isStopping = false;
  const start = () =>
    new Promise<{ readonly address: string; readonly port: number }>((resolve, reject) => {
      const worker = cluster.fork();
      const since = performance.now();
      worker.once('listening', ({ address, port }) => {
        resolve({ address, port });
      });
      worker.once('exit', () => {
        reject(new VerbatimError('UNAVAILABLE', 'A worker ended while it started; standard error tells why.'));
        if (isStopping || performance.now() - since < LIVED) return;
        onLost(worker.process.pid ?? 0);
        start().catch(() => undefined);
      });
    });
  const stop = async () => {
    isStopping = true;
    await Promise.all(running().map(ended));
  };
  try {
    const [first] = await Promise.all(Array.from({ length: count }, start));
    if (!first) throw new Error('no worker');
    const host = first.address.includes(':') ? `[${first.address}]` : first.address;
    return { url: `http://${host}:${String(first.port)}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const running = (): Worker[] => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);

/** Asks a process to end, and waits until it has. */
function ended(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once('exit', () => {
      resolve();
    });
    // By a signal, since the process finishes requests and subscriptions at one. It may have come to it already.
    worker.process.kill('SIGTERM');
  });
}
