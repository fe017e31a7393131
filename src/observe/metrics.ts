import cluster from 'node:cluster';
import type { Metric } from './metric.ts';

/** Metrics in Prometheus' text format. */
export interface Metrics {
  readonly contentType: string;
  /** The numbers as they are now: of all workers, where there are several. */
  readonly text: () => Promise<string>;
}

/** Opens metrics, and with them those of the process: event loop, heap, garbage collection. The package is read here and nowhere else. */
export async function openMetrics(own: readonly Metric[]): Promise<Metrics> {
  const { AggregatorRegistry, collectDefaultMetrics, Registry } = (await import('prom-client')).default;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  // Their numbers are asked for by `get`, which is all that the registry does with them.
  for (const metric of own) registry.registerMetric(metric as unknown as Parameters<typeof registry.registerMetric>[0]);
  const { contentType } = registry;
  if (!cluster.isWorker) return { contentType, text: () => registry.metrics() };
  AggregatorRegistry.setRegistries(registry);
  // By being there it answers the primary process.
  new AggregatorRegistry();
  return { contentType, text: askPrimary };
}

/** In the process that has started workers: the metrics of all of them, also for a worker that is asked for them. */
export async function openMetricsOfWorkers(): Promise<Metrics> {
  const { AggregatorRegistry } = (await import('prom-client')).default;
  const registry = new AggregatorRegistry();
  const text = () => registry.clusterMetrics();
  cluster.on('message', (worker, message: unknown) => {
    if (!isMessage(message, ASKED)) return;
    const answer = (told: string | null) => {
      if (worker.isConnected()) worker.send({ [ANSWERED]: message[ASKED], text: told });
    };
    text().then(answer, () => {
      answer(null);
    });
  });
  return { contentType: registry.contentType, text };
}

const ASKED = 'verbatim:metrics';
const ANSWERED = 'verbatim:metrics-of-workers';
/** Milliseconds until a worker gives up waiting for the primary process. */
const PATIENCE = 10_000;
let asked = 0;

function askPrimary(): Promise<string> {
  const number = ++asked;
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      process.off('message', listen);
    };
    const listen = (message: unknown) => {
      if (!isMessage(message, ANSWERED) || message[ANSWERED] !== number) return;
      end();
      if (typeof message['text'] === 'string') resolve(message['text']);
      else reject(new Error('the metrics of all workers cannot be had'));
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error('the process that has started the workers does not answer'));
    }, PATIENCE);
    process.on('message', listen);
    process.send?.({ [ASKED]: number });
  });
}

const isMessage = (message: unknown, key: string): message is Record<string, unknown> =>
  typeof message === 'object' && message !== null && key in message;
