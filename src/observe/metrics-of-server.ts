import type { Figures } from './figures/figures.ts';
import { REQUEST_KINDS } from './figures/request-figures.ts';
import { STORE_ROLES } from './figures/statement-figures.ts';
import { alone, counter, gauge, histogram, type Metric } from './metric.ts';

/** How many connections a pool has. */
export interface PoolState {
  /** The server that is written to and read from, or one of its replicas. */
  readonly pool: 'primary' | 'replica';
  readonly inUse: number;
  readonly idle: number;
  /** Those that wait for one. */
  readonly waiting: number;
}

/** What is asked for at the moment at which somebody collects the numbers. Each may say null for "cannot be told". */
export interface Present {
  /** Connections of clients that are open. */
  connections(): number;
  /** How many of them were closed since the start, by the limit that they met. */
  closedConnections(): Readonly<Record<string, number>>;
  subscriptions(): number;
  revision(): Promise<number | null>;
  pools(): readonly PoolState[];
  /** Batches of articles that wait on the queue, that somebody works on, and articles that were refused. */
  queue(): Promise<Readonly<Record<'waiting' | 'under_way' | 'refused', number>> | null>;
  /** Bytes that are left where an embedded store keeps its files. */
  freeBytes(): Promise<number | null>;
}

/** All metrics of a server but those of its process. */
export function metricsOfServer({ requests, statements, extraction }: Figures, present: Present): readonly Metric[] {
  return [
    counter('verbatim_requests_total', 'Requests by what they asked for and their status of HTTP.', () =>
      REQUEST_KINDS.flatMap((kind) =>
        [...requests.statuses[kind]].map(([status, value]) => ({ labels: { kind, status }, value })),
      ),
    ),
    histogram('verbatim_request_duration_seconds', 'Time from a request to the end of its answer, in seconds.', () =>
      REQUEST_KINDS.filter((kind) => kind !== 'subscription').map((kind) => [{ kind }, requests.seconds[kind]]),
    ),
    counter(
      'verbatim_refusals_total',
      'Requests that were told of an error, by its code and the limit that they met.',
      () =>
        [...requests.refusals].map(([reason, value]) => {
          const [code = '', limit = ''] = reason.split(' ');
          return { labels: { code, limit }, value };
        }),
    ),
    counter(
      'verbatim_kept_answers_total',
      'Requests by whether their answer was kept (hit), read (missed), or with the client still (unchanged).',
      () => Object.entries(requests.kept).map(([outcome, value]) => ({ labels: { outcome }, value })),
    ),
    counter(
      'verbatim_requested_nodes_total',
      'Nodes that answers could hold, by the page sizes that were asked for.',
      () => alone(requests.nodes),
    ),
    histogram(
      'verbatim_sql_duration_seconds',
      'Time of SQL statements by who ran them, in seconds, a wait for a connection included.',
      () => STORE_ROLES.map((role) => [{ role }, statements.seconds[role]]),
    ),
    counter('verbatim_sql_failures_total', 'SQL statements that failed, by who ran them.', () =>
      STORE_ROLES.map((role) => ({ labels: { role }, value: statements.failed[role] })),
    ),
    gauge('verbatim_pool_connections', 'Connections to the database by pool and state.', 'sum', () =>
      summed(present.pools(), (of) => [
        ['in_use', of.inUse],
        ['idle', of.idle],
      ]),
    ),
    gauge('verbatim_pool_waiting', 'Statements that wait for a connection, by pool.', 'sum', () =>
      summed(present.pools(), (of) => [[null, of.waiting]]),
    ),
    gauge('verbatim_open_connections', 'Connections of clients that are open.', 'sum', () =>
      alone(present.connections()),
    ),
    counter(
      'verbatim_closed_connections_total',
      'Connections of clients that were closed, by the limit that they met.',
      () => Object.entries(present.closedConnections()).map(([limit, value]) => ({ labels: { limit }, value })),
    ),
    gauge('verbatim_open_subscriptions', 'Subscriptions that are open.', 'sum', () => alone(present.subscriptions())),
    gauge('verbatim_revision', 'The newest revision of the corpus.', 'max', async () =>
      alone(await present.revision()),
    ),
    counter('verbatim_articles_total', 'Articles that came by requests, by what became of them.', () =>
      Object.entries(requests.articles).map(([outcome, value]) => ({ labels: { outcome }, value })),
    ),
    histogram(
      'verbatim_extraction_duration_seconds',
      'Time of extracting an article, in seconds, a wait for a worker included.',
      () => [[{}, extraction]],
    ),
    gauge(
      'verbatim_queue_jobs',
      'What is on the queue, by state: batches that wait or are under way, and refused articles.',
      'max',
      async () => Object.entries((await present.queue()) ?? {}).map(([state, value]) => ({ labels: { state }, value })),
    ),
    gauge(
      'verbatim_store_free_bytes',
      'Bytes that are left where the embedded store keeps its files.',
      'max',
      async () => alone(await present.freeBytes()),
    ),
  ];
}

/** Pools of the same name as one. */
function summed(
  pools: readonly PoolState[],
  read: (of: PoolState) => readonly (readonly [string | null, number])[],
): { labels: Record<string, string>; value: number }[] {
  const samples = new Map<string, { labels: Record<string, string>; value: number }>();
  for (const of of pools) {
    for (const [state, value] of read(of)) {
      const key = `${of.pool} ${state ?? ''}`;
      const labels = { pool: of.pool, ...(state === null ? {} : { state }) };
      samples.set(key, { labels, value: (samples.get(key)?.value ?? 0) + value });
    }
  }
  return [...samples.values()];
}
