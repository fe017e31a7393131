import cluster from 'node:cluster';
import { createServer, type IncomingMessage, type ServerOptions as HttpOptions, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { createSchema } from '../graphql/schema.ts';
import { cameUpIn, failureOf } from '../observe/failure.ts';
import { metricsOfServer } from '../observe/metrics-of-server.ts';
import { openMetrics, type Metrics } from '../observe/metrics.ts';
import type { Observation } from '../observe/observation.ts';
import { seenOf } from '../observe/seen-request.ts';
import { outageOf } from '../store/outage.ts';
import { corpusRevision } from '../store/read/details.ts';
import { ledgerSigner, newLedgerKey, type LedgerSigner } from '../ledger/ledger-signer.ts';
import type { Extractor } from '../ingest/extractor.ts';
import { until } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { KnownRevision } from '../store/known-revision.ts';
import { AnswerCache } from './answer-cache.ts';
import { authenticator } from './authenticate.ts';
import { backupEndpoint } from './backup-endpoint.ts';
import { createApollo } from './create-apollo.ts';
import { USUAL_CLIENTS, type ClientOptions } from './client-of.ts';
import { CORS } from './cors.ts';
import { explorer, isExplorerPath } from './explorer.ts';
import { EXPORT_PATH, exportEndpoint } from './export-endpoint.ts';
import { graphqlEndpoint } from './graphql-endpoint.ts';
import { CONNECTION_LIMITS, LIMITS, type ConnectionLimits } from './limits.ts';
import { listen, urlOf } from './listen.ts';
import { METRICS_PATH, metricsEndpoint, serveMetrics, type ServedMetrics } from './metrics-endpoint.ts';
import { OpenConnections } from './open-connections.ts';
import { OpenStreams } from './open-streams.ts';
import { respondOutage } from './outages.ts';
import { isVisit, leadToPlayground, playground } from './playground.ts';
import { presentOf } from './present-of.ts';
import { RateLimit, type RateLimitOptions } from './rate-limit.ts';
import { proofModule } from './proof-module.ts';
import { respondError, respondJson } from './respond.ts';
import { readSafelist } from './safelist.ts';
import { TimeLimit } from './time-limit.ts';
import { streamEndpoint } from './stream-endpoint.ts';
import { STREAM_PATH } from './subscriptions-elsewhere.ts';

/** Where a server listens. */
export interface ServerOptions {
  readonly store: Store;
  /** For articles that are brought in; closed by who made it. */
  readonly extractor: Extractor;
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly log: Logger;
  /** A key that holds for this run, with the role ADMIN, and is in no store; by default there is none. */
  readonly runKey?: string | null;
  /** Signs for the ledger; by default by a key that nobody has, made for this run. */
  readonly signer?: LedgerSigner;
  /** A file with the only queries that are answered; by default any are. */
  readonly safelistFile?: string | null;
  /** Bytes of answers that are kept to be given again; 0 for none. */
  readonly answerCacheBytes?: number;
  /** How much each client may ask for in a while; null for as much as it likes. */
  readonly rateLimit?: RateLimitOptions | null;
  /** Whom the connections and streams of a client are counted for. */
  readonly clients?: ClientOptions;
  /** Other limits of connections than the usual ones. */
  readonly connectionLimits?: Partial<ConnectionLimits>;
  /** Whether clients may ask what can be asked. */
  readonly introspection?: boolean;
  /** Milliseconds from a request that is complete to its answer; a write waits `LIMITS.writePatience` times as many for its turn. */
  readonly requestTimeout?: number;
  /** Learns of what is done; the same that learns of the store's statements. Null where nobody wants to know. */
  readonly observation?: Observation | null;
}

/** A server that answers. */
export interface RunningServer {
  /** "http://127.0.0.1:4000", without a slash at the end. */
  readonly url: string;
  /** Where its metrics can be had; null for nowhere, or where another process answers for this one. */
  readonly metricsUrl: string | null;
  /** Takes no new requests, ends subscriptions, lets requests under way finish, then ends. The store stays open. */
  stop(): Promise<void>;
}

const ANSWER_CACHE_BYTES = 64 * 2 ** 20;
/** Milliseconds that requests under way have at least when the server stops; those that read have all of their time. */
const GRACE = 10_000;
/** Milliseconds between two looks for requests that have not come in time. */
const LOOK_FOR_SLOW = 1_000;
/** Milliseconds in which the store has to answer to be ready. */
const READY_TIMEOUT = 2_000;

/**
 * Starts the HTTP server: /graphql, /graphql/stream, /playground, /verify-proof.js, /export/FORMAT, /backup, /livez, /readyz,
 * the explorer at / and below it, and /metrics where they are asked for.
 *
 * @throws VerbatimError UNAVAILABLE when the address cannot be listened on, BAD_USER_INPUT for a list of queries that is none
 */
export async function startServer({
  store: opened,
  extractor,
  host,
  port,
  log,
  runKey = null,
  signer = ledgerSigner(newLedgerKey(), 'the key of this run'),
  safelistFile = null,
  answerCacheBytes = ANSWER_CACHE_BYTES,
  rateLimit: limited = null,
  requestTimeout = LIMITS.requestTimeout,
  clients = limited ?? USUAL_CLIENTS,
  connectionLimits = {},
  introspection = true,
  observation = null,
}: ServerOptions): Promise<RunningServer> {
  const store: Store = { ...opened, writeTimeout: requestTimeout * LIMITS.writePatience };
  const schema = createSchema();
  const safelist = safelistFile === null ? null : await readSafelist(safelistFile, schema);
  const apollo = createApollo(schema, log, introspection);
  await apollo.start();
  const known = new KnownRevision(store);
  const answers = answerCacheBytes > 0 ? new AnswerCache(answerCacheBytes, known) : null;
  const connectionLimit: ConnectionLimits = { ...CONNECTION_LIMITS, ...connectionLimits };
  const authenticate = authenticator(store.sql, runKey);
  const streams = new OpenStreams(connectionLimit.streams, connectionLimit.streamsOfClient);
  const rateLimit = limited && new RateLimit(limited);
  const statements = observation?.statements.isAttributing === true ? observation.statements : null;
  const metrics =
    observation?.metrics &&
    (await openMetrics(
      metricsOfServer(
        observation.figures,
        presentOf(store, known, streams, () => connections),
      ),
    ));
  const routes = {
    ...routesOf(
      store,
      graphqlEndpoint({
        apollo,
        store,
        extractor,
        signer,
        authenticate,
        revision: known,
        answers,
        safelist,
        rateLimit,
        requestTimeout,
        statements,
      }),
      streamEndpoint({
        schema,
        store,
        extractor,
        signer,
        authenticate,
        streams,
        clients,
        safelist,
        rateLimit,
        statements,
        log,
        introspection,
      }),
      () => !connections.isStopping,
    ),
    '/backup': backupEndpoint(store, authenticate, connectionLimit.unreadTimeout),
    [EXPORT_PATH]: exportEndpoint({ store, authenticate, safelist, rateLimit, clients, limits: connectionLimit }),
    ...(metrics && observation.metrics.listen === null
      ? { [METRICS_PATH]: metricsEndpoint(metrics, observation.metrics.key) }
      : {}),
  };
  const paths = new Map(Object.keys(routes).map((path) => [path, new URL(path, 'http://localhost')]));
  const server = createServer(serverOptions(connectionLimit), (request, response) => {
    observation?.requests.begin(request, response);
    connections.answering(response);
    answer(routes, paths, request, response).catch((error: unknown) => {
      const outage = outageOf(error);
      if (!outage) {
        cameUpIn(seenOf(request), error);
        log.error(failureOf(error), 'a request failed');
      }
      if (response.headersSent) response.destroy();
      else if (outage) respondOutage(response, outage, error);
      else respondError(response, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong here.', CORS);
    });
  });
  const connections = new OpenConnections(server, connectionLimit, clients);
  await listen(server, host, port, 'PORT or HOST');
  const aside = metrics && (await metricsAside(metrics, observation));
  const url = urlOf(server, host);
  return {
    url,
    metricsUrl: aside?.url ?? (METRICS_PATH in routes ? url + METRICS_PATH : null),
    stop: async () => {
      connections.beginToStop();
      await streams.end();
      await connections.close(Math.max(GRACE, requestTimeout));
      known.close();
      await apollo.stop();
      await aside?.stop();
    },
  };
}

/** A port of their own for metrics. Several workers have one together, of the process that has started them. */
async function metricsAside(metrics: Metrics, { metrics: settings }: Observation): Promise<ServedMetrics | null> {
  if (!settings?.listen || cluster.isWorker) return null;
  return serveMetrics(metrics, settings.listen, settings.key);
}

/** How slow clients may be. What comes too late is answered 408 by Node. */
const serverOptions = ({ headersTimeout, sendTimeout, idleTimeout }: ConnectionLimits): HttpOptions => ({
  headersTimeout,
  requestTimeout: sendTimeout,
  keepAliveTimeout: idleTimeout,
  connectionsCheckingInterval: Math.min(LOOK_FOR_SLOW, headersTimeout),
});

type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>;

function routesOf(
  store: Store,
  graphql: Route,
  stream: Route,
  isReady: () => boolean,
): Readonly<Record<string, Route>> {
  const ide = playground();
  return {
    '/graphql': (request, response, url) => {
      if (!isVisit(request, url)) return graphql(request, response, url);
      leadToPlayground(response);
    },
    [STREAM_PATH]: stream,
    '/playground': ide,
    '/verify-proof.js': proofModule(),
    '/livez': (_, response) => {
      respondJson(response, 200, { status: 'alive' });
    },
    '/readyz': async (_, response) => {
      const { patience } = new TimeLimit(READY_TIMEOUT, response);
      const revision = isReady() ? await corpusRevision(until(patience, store.sql)).catch(() => null) : null;
      respondJson(
        response,
        revision === null ? 503 : 200,
        revision === null ? { status: 'not ready' } : { status: 'ready', revision },
      );
    },
    '/': explorer(),
  };
}

/** @param paths what most requests ask for: those of the routes, read already */
async function answer(
  routes: Readonly<Record<string, Route>>,
  paths: ReadonlyMap<string, URL>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = request.url ?? '/';
  // Usually a path, from a proxy a whole address. A path may begin with two slashes, which are no host's.
  const address = target.startsWith('/') ? `http://localhost${target}` : target;
  const url = paths.get(target) ?? (URL.canParse(address) ? new URL(address) : null);
  if (url === null) {
    respondError(response, 400, 'BAD_REQUEST', 'The address of the request cannot be read.');
    return;
  }
  const route = Object.hasOwn(routes, url.pathname)
    ? routes[url.pathname]
    : url.pathname.startsWith('/playground/')
      ? routes['/playground']
      : url.pathname.startsWith(EXPORT_PATH)
        ? routes[EXPORT_PATH]
        : isExplorerPath(url.pathname)
          ? routes['/']
          : undefined;
  if (route) await route(request, response, url);
  else
    respondError(
      response,
      404,
      'NOT_FOUND',
      'There is nothing here. The explorer is at /, the API at /graphql, its playground at /playground.',
    );
}
