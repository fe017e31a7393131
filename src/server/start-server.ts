import cluster from 'node:cluster';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';
import { createSchema } from '../graphql/schema.ts';
import { corpusState } from '../store/read/details.ts';
import { cameUpIn, failureOf } from '../observe/failure.ts';
import { metricsOfServer } from '../observe/metrics-of-server.ts';
import { openMetrics, type Metrics } from '../observe/metrics.ts';
import type { Observation } from '../observe/observation.ts';
import { seenOf } from '../observe/seen-request.ts';
import type { Extractor } from '../ingest/extractor.ts';
import type { Store } from '../store/store.ts';
import { KnownRevision } from '../store/known-revision.ts';
import { AnswerCache } from './answer-cache.ts';
import { authenticator } from './authenticate.ts';
import { createApollo } from './create-apollo.ts';
import { graphqlEndpoint } from './graphql-endpoint.ts';
import { listen, urlOf } from './listen.ts';
import { METRICS_PATH, metricsEndpoint, serveMetrics, type ServedMetrics } from './metrics-endpoint.ts';
import { OpenStreams } from './open-streams.ts';
import { playground } from './playground.ts';
import { presentOf } from './present-of.ts';
import { RateLimit, type RateLimitOptions } from './rate-limit.ts';
import { respond, respondError, respondJson } from './respond.ts';
import { readSafelist } from './safelist.ts';
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
  /** How many subscriptions are served at once. */
  readonly mostStreams?: number;
  /** A file with the only queries that are answered; by default any are. */
  readonly safelistFile?: string | null;
  /** Bytes of answers that are kept to be given again; 0 for none. */
  readonly answerCacheBytes?: number;
  /** How much each client may ask for in a while; null for as much as it likes. */
  readonly rateLimit?: RateLimitOptions | null;
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

/** By default. Each reads for itself what a write changed, when it was written. */
const MOST_STREAMS = 200;
const ANSWER_CACHE_BYTES = 64 * 2 ** 20;
/** Milliseconds that requests under way have when the server stops. */
const GRACE = 10_000;
/** Milliseconds that a connection has for the beginning of its first request when the server stops. */
const FIRST_BYTES = 500;
/** Milliseconds in which a client has to send a request. */
const REQUEST_TIMEOUT = 30_000;

/**
 * Starts the HTTP server: /graphql, /graphql/stream, /playground, /livez and /readyz, and /metrics where they are asked for.
 *
 * @throws VerbatimError UNAVAILABLE when the address cannot be listened on, BAD_USER_INPUT for a list of queries that is none
 */
export async function startServer({
  store,
  extractor,
  host,
  port,
  log,
  runKey = null,
  mostStreams = MOST_STREAMS,
  safelistFile = null,
  answerCacheBytes = ANSWER_CACHE_BYTES,
  rateLimit: limited = null,
  observation = null,
}: ServerOptions): Promise<RunningServer> {
  const schema = createSchema();
  const safelist = safelistFile === null ? null : await readSafelist(safelistFile, schema);
  const apollo = createApollo(schema, log);
  await apollo.start();
  const known = new KnownRevision(store);
  const answers = answerCacheBytes > 0 ? new AnswerCache(answerCacheBytes, known) : null;
  let isStopping = false;
  const authenticate = authenticator(store.sql, runKey);
  const streams = new OpenStreams(mostStreams);
  const rateLimit = limited && new RateLimit(limited);
  const statements = observation?.statements.isAttributing === true ? observation.statements : null;
  const metrics =
    observation?.metrics && (await openMetrics(metricsOfServer(observation.figures, presentOf(store, known, streams))));
  const routes = {
    ...routesOf(
      store,
      graphqlEndpoint({
        apollo,
        store,
        extractor,
        authenticate,
        revision: known,
        answers,
        safelist,
        rateLimit,
        statements,
      }),
      streamEndpoint({ schema, store, extractor, authenticate, streams, safelist, rateLimit, statements, log }),
      () => !isStopping,
    ),
    ...(metrics && observation.metrics.listen === null
      ? { [METRICS_PATH]: metricsEndpoint(metrics, observation.metrics.key) }
      : {}),
  };
  const paths = new Map(Object.keys(routes).map((path) => [path, new URL(path, 'http://localhost')]));
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT }, (request, response) => {
    observation?.requests.begin(request, response);
    // A client that keeps its connection open shall not keep a stopping server from ending.
    if (isStopping) response.setHeader('connection', 'close');
    answer(routes, paths, request, response).catch((error: unknown) => {
      cameUpIn(seenOf(request), error);
      log.error(failureOf(error), 'a request failed');
      if (!response.headersSent) respondError(response, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong here.');
      else response.destroy();
    });
  });
  const connections = new Set<Socket>();
  server.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  await listen(server, host, port, 'PORT or HOST');
  const aside = metrics && (await metricsAside(metrics, observation));
  const url = urlOf(server, host);
  return {
    url,
    metricsUrl: aside?.url ?? (METRICS_PATH in routes ? url + METRICS_PATH : null),
    stop: async () => {
      isStopping = true;
      await streams.end();
      await close(server, connections);
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

type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>;

function routesOf(
  store: Store,
  graphql: Route,
  stream: Route,
  isReady: () => boolean,
): Readonly<Record<string, Route>> {
  const ide = playground();
  return {
    '/graphql': graphql,
    [STREAM_PATH]: stream,
    '/playground': ide,
    '/livez': (_, response) => {
      respondJson(response, 200, { status: 'alive' });
    },
    '/readyz': async (_, response) => {
      const corpus = isReady() ? await corpusState(store.sql).catch(() => null) : null;
      respondJson(
        response,
        corpus ? 200 : 503,
        corpus ? { status: 'ready', revision: corpus.revision } : { status: 'not ready' },
      );
    },
    '/': (_, response) => {
      respond(response, 302, '', { location: '/playground' });
    },
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
      : undefined;
  if (route) await route(request, response, url);
  else
    respondError(
      response,
      404,
      'NOT_FOUND',
      'There is nothing here. The API is at /graphql, its playground at /playground.',
    );
}

function close(server: Server, connections: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    const hurry = setTimeout(() => {
      server.closeAllConnections();
    }, GRACE);
    // Clients connect in advance. To Node a connection on which nothing was ever asked is not idle.
    const unused = setTimeout(() => {
      for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
    }, FIRST_BYTES);
    server.close(() => {
      clearTimeout(hurry);
      clearTimeout(unused);
      resolve();
    });
    server.closeIdleConnections();
  });
}
