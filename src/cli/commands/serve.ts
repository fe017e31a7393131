import cluster from 'node:cluster';
import pc from 'picocolors';
import { VerbatimError } from '../../domain/errors.ts';
import { seed } from '../../ingest/seed.ts';
import { workerExtractor } from '../../ingest/extractor.ts';
import { observedExtractor } from '../../ingest/observed-extractor.ts';
import { createLog } from '../../observe/create-log.ts';
import { openMetricsOfWorkers } from '../../observe/metrics.ts';
import { observe } from '../../observe/observation.ts';
import { serveMetrics } from '../../server/metrics-endpoint.ts';
import { startServer, type RunningServer } from '../../server/start-server.ts';
import { keyText, newKey } from '../../store/keys/key-text.ts';
import { openStore } from '../../store/open-store.ts';
import { corpusState } from '../../store/read/details.ts';
import type { Store } from '../../store/store.ts';
import { readEnvironment, type Environment } from '../environment.ts';
import { signerOf } from '../ledger-key.ts';
import { showProgress } from '../progress.ts';
import { readObservation } from '../observation-settings.ts';
import { announceServer, forgetServer } from '../server-of-store.ts';
import { serveByWorkers } from '../serve-by-workers.ts';
import { stopSignal } from '../stop-signal.ts';
import { visible } from '../visible.ts';
import { OWN_SEEDS } from './seed.ts';

/** How `verbatim serve` is to serve. */
interface ServeOptions {
  /** Whether an empty store is filled with the corpus first. */
  readonly seeding: boolean;
  /** How many processes answer. */
  readonly workers: number;
}

/** `verbatim serve`: opens the store, fills an empty one, and answers until it is told to stop. */
export async function serveCommand({ seeding, workers }: ServeOptions): Promise<void> {
  const environment = readEnvironment(process.env);
  // Before anything else: who asks early is heard when the start is done.
  const stopping = toldToStop();
  if (cluster.isWorker) await serveHere(environment, stopping, () => Promise.resolve());
  else if (workers === 1) {
    await serveHere(environment, stopping, async (store, server) => {
      if (server === null) await fillIfEmpty(store, seeding);
      else await announce(store, server.url, server.metricsUrl);
    });
  } else await serveOnAll(environment, stopping, { seeding, workers });
}

/**
 * Answers in this process.
 *
 * @param onStore called with the store before there is a server, and again when it listens
 */
async function serveHere(
  { store: location, ledgerKey, ...serving }: Environment,
  stopping: Promise<void>,
  onStore: (store: Store, server: RunningServer | null) => Promise<void>,
): Promise<void> {
  const { log: logged, ...observed } = readObservation(process.env);
  const log = await createLog(logged);
  const signer = await signerOf({ ledgerKey });
  const observation = await observe(observed, log);
  const store = await openStore(location, observation?.statements);
  const workers = workerExtractor();
  const extractor = observation ? observedExtractor(workers, observation.figures.extraction) : workers;
  // While it is served, nobody else can open an embedded store: other commands work through this server.
  const folder = 'folder' in location ? location.folder : null;
  const runKey = folder === null ? null : keyText(newKey());
  try {
    if (folder !== null) await forgetServer(folder);
    await onStore(store, null);
    const server = await startServer({
      store,
      extractor,
      log,
      runKey,
      signer,
      observation,
      ...serving,
    });
    if (folder !== null && runKey !== null) await announceServer(folder, { url: server.url, key: runKey });
    await onStore(store, server);
    await stopping;
    if (cluster.isPrimary) process.stdout.write(STOPPING);
    if (folder !== null) await forgetServer(folder);
    await server.stop();
  } finally {
    await extractor.close();
    await observation?.close();
    await store.close();
    // What ties a worker to the process that started it would keep it alive.
    cluster.worker?.disconnect();
  }
}

/** Answers by several processes, which need a store that several can open. */
async function serveOnAll(
  { store: location }: Environment,
  stopping: Promise<void>,
  { seeding, workers }: ServeOptions,
): Promise<void> {
  if ('folder' in location) {
    throw new VerbatimError(
      'BAD_USER_INPUT',
      'Several workers need a PostgreSQL server, since the embedded store belongs to one process. Set DATABASE_URL, or leave --workers out.',
    );
  }
  const { metrics: settings } = readObservation(process.env);
  const metrics = settings && (await openMetricsOfWorkers());
  const store = await openStore(location);
  try {
    await fillIfEmpty(store, seeding);
    const aside = metrics && settings.listen && (await serveMetrics(metrics, settings.listen, settings.key));
    const running = await serveByWorkers(workers, (pid) => {
      process.stderr.write(`Worker ${String(pid)} ended, and another one takes its place.\n`);
    });
    await announce(store, running.url, aside?.url ?? null);
    await stopping;
    process.stdout.write(STOPPING);
    await running.stop();
    await aside?.stop();
  } finally {
    await store.close();
  }
}

const STOPPING = 'Stopping: requests under way are finished first.\n';

async function fillIfEmpty(store: Store, seeding: boolean): Promise<void> {
  if (!seeding || (await corpusState(store.sql)).revision > 0) return;
  process.stdout.write(`Filling ${visible(store.description)} with the five articles of the corpus …\n`);
  const { onProgress, end } = showProgress(process.stderr);
  await seed(store, OWN_SEEDS, onProgress).finally(end);
}

async function announce(store: Store, url: string, metricsUrl: string | null): Promise<void> {
  const { revision, articles, statements, quotes } = await corpusState(store.sql);
  process.stdout.write(
    [
      `${pc.bold('Verbatim is ready.')} ${String(articles)} articles, ${String(statements)} statements, ${String(quotes)} quotes (revision ${String(revision)}), from ${visible(store.description)}.`,
      `  Explorer    ${pc.cyan(`${url}/`)}   pages for reading what is there`,
      `  Playground  ${pc.cyan(`${url}/playground`)}   with example queries, each in its tab`,
      `  GraphQL     ${pc.cyan(`${url}/graphql`)}`,
      ...(metricsUrl === null ? [] : [`  Metrics     ${pc.cyan(metricsUrl)}`]),
      'Stop it with Ctrl+C.',
      '',
    ].join('\n'),
  );
}

/** Ctrl+C goes to all processes of a terminal; a worker waits until the one that started it says so. */
function toldToStop(): Promise<void> {
  if (!cluster.isWorker) return stopSignal();
  return new Promise((resolve) => {
    process.on('SIGINT', () => undefined);
    process.once('SIGTERM', resolve);
  });
}
