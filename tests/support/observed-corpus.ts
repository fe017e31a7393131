import { OWN_SEEDS } from '../../src/cli/commands/seed.ts';
import { observedExtractor } from '../../src/ingest/observed-extractor.ts';
import { seed } from '../../src/ingest/seed.ts';
import { logInto, type LogLevel } from '../../src/observe/create-log.ts';
import { observe, type Observation, type ObservationSettings } from '../../src/observe/observation.ts';
import type { StatementObserver } from '../../src/observe/statement-observer.ts';
import { startServer, type ServerOptions } from '../../src/server/start-server.ts';
import { openMemoryStore } from '../../src/store/open-embedded-store.ts';
import type { Store } from '../../src/store/store.ts';
import { IN_PROCESS } from './served-corpus.ts';

/** A line of a log. */
export type LogLine = Readonly<Record<string, unknown>> & { readonly msg: string; readonly level: string };

/** A corpus behind the real server, which is observed. */
export interface ObservedCorpus {
  readonly store: Store;
  readonly url: string;
  readonly metricsUrl: string | null;
  readonly observation: Observation | null;
  /** All that was logged so far. */
  logged(): string;
  lines(): LogLine[];
  stop(): Promise<void>;
}

/** What is asked for besides; nothing by default. */
export interface ObservedOptions
  extends Partial<ObservationSettings>, Pick<ServerOptions, 'rateLimit' | 'connectionLimits'> {
  readonly level?: LogLevel;
  readonly open?: (observer: StatementObserver | null) => Promise<Store>;
  readonly fill?: (store: Store) => Promise<unknown>;
}

/** Fills a new store, with the project's own seeds unless told otherwise, and serves it while it is observed. */
export async function serveObserved({
  level = 'info',
  open = openMemoryStore,
  fill = (store) => seed(store, OWN_SEEDS),
  metrics = null,
  slowQueryMs = null,
  isTraced = false,
  ...options
}: ObservedOptions = {}): Promise<ObservedCorpus> {
  let text = '';
  const log = logInto({ write: (line) => void (text += line) }, level);
  const observation = await observe({ metrics, slowQueryMs, isTraced }, log);
  const store = await open(observation?.statements ?? null);
  await fill(store);
  const extractor = observation ? observedExtractor(IN_PROCESS, observation.figures.extraction) : IN_PROCESS;
  const server = await startServer({ store, extractor, host: '127.0.0.1', port: 0, log, observation, ...options });
  return {
    store,
    url: server.url,
    metricsUrl: server.metricsUrl,
    observation,
    logged: () => text,
    lines: () =>
      text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as LogLine),
    stop: async () => {
      await server.stop();
      await observation?.close();
      await store.close();
    },
  };
}

/** The numbers at an address of metrics, by name and labels as they stand there: `verbatim_revision`, `a_total{kind="query"}`. */
export async function metricsAt(
  url: string | null,
  headers: Readonly<Record<string, string>> = {},
): Promise<Map<string, number>> {
  const response = await fetch(url ?? '', { headers });
  if (response.status !== 200) throw new Error(`${String(response.status)}: ${await response.text()}`);
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const space = line.lastIndexOf(' ');
      return [line.slice(0, space), Number(line.slice(space + 1))];
    }),
  );
}
