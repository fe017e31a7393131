import type { IncomingMessage, ServerResponse } from 'node:http';
import { getOperationAST, GraphQLError, subscribe, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Principal } from '../domain/principal.ts';
import { Context } from '../graphql/context.ts';
import { cameUpIn } from '../observe/failure.ts';
import { SeenOperation } from '../observe/seen-operation.ts';
import { seenOf, type SeenRequest } from '../observe/seen-request.ts';
import type { StatementObserver } from '../observe/statement-observer.ts';
import type { Extractor } from '../ingest/extractor.ts';
import { storeAskedBy } from '../store/observed-client.ts';
import type { Store } from '../store/store.ts';
import type { Authenticate } from './authenticate.ts';
import { CORS, PREFLIGHT } from './cors.ts';
import type { EventStream } from './event-stream.ts';
import { errorFormatter } from './format-error.ts';
import { LIMITS } from './limits.ts';
import type { OpenStreams } from './open-streams.ts';
import { readJson } from './read-json.ts';
import { readSubscription } from './read-subscription.ts';
import { isFree, NOT_LISTED, type Safelist } from './safelist.ts';
import { parametersOf } from './url-parameters.ts';
import { RATE_LIMITED, rateError, type Allowance, type RateLimit } from './rate-limit.ts';
import { respond, respondError } from './respond.ts';

/** What subscriptions are served from. */
export interface StreamSources {
  readonly schema: GraphQLSchema;
  readonly store: Store;
  readonly extractor: Extractor;
  readonly authenticate: Authenticate;
  readonly streams: OpenStreams;
  /** Null where any subscription is answered. */
  readonly safelist: Safelist | null;
  /** Null where any client may ask for as much as it likes. */
  readonly rateLimit: RateLimit | null;
  /** Null where it does not matter for which request a statement is run. */
  readonly statements: StatementObserver | null;
  readonly log: Logger;
}

/** Tells in seconds when a client that found no room may try again. */
const RETRY = { 'retry-after': '10' } as const;

/**
 * Answers subscriptions by server-sent events: the "distinct connections mode" of the GraphQL over SSE protocol, one subscription a
 * connection, by GET or POST. A request that is refused as such has a status of HTTP; what is wrong with the subscription is told
 * in the stream, as the protocol has it.
 */
export function streamEndpoint(
  sources: StreamSources,
): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> {
  const formatAny = formatter(sources.log);
  return async (request, response, url) => {
    const seen = seenOf(request);
    const format = (error: unknown) => {
      cameUpIn(seen, error);
      const told = formatAny(error);
      const { code, limit } = told.extensions ?? {};
      seen.refusedFor(String(code), typeof limit === 'string' ? limit : null);
      return told;
    };
    if (request.method === 'OPTIONS') {
      respond(response, 204, '', PREFLIGHT);
      return;
    }
    const refuse = (status: number, code: string, message: string, headers = {}) => {
      respondError(response, status, code, message, { ...CORS, connection: 'close', ...headers });
    };
    if (request.method !== 'GET' && request.method !== 'POST') {
      refuse(405, 'BAD_REQUEST', 'Subscribe by GET or POST.', { allow: 'GET, POST' });
      return;
    }
    if (!acceptsEvents(request.headers.accept)) {
      refuse(406, 'BAD_REQUEST', 'What is answered here is a stream: send the header "accept: text/event-stream".');
      return;
    }
    if (request.method === 'GET' && !isPreflighted(request)) {
      refuse(400, 'BAD_REQUEST', 'GET needs a header that makes browsers ask first: "apollo-require-preflight: true".');
      return;
    }
    const body = request.method === 'POST' ? await readJson(request, response) : { json: parametersOf(url) };
    if (!body) return;
    let principal: Principal | null;
    try {
      principal = await sources.authenticate(request.headers.authorization, seen);
    } catch (error) {
      const { message, extensions } = format(error);
      const code = String(extensions?.['code']);
      const [status, headers] = STATUS[code] ?? [500, {}];
      refuse(status, code, message, headers);
      return;
    }
    const allowance = sources.rateLimit?.allowanceOf(request, principal) ?? null;
    const refused = allowance?.charge(LIMITS.nodesOfRequest);
    if (refused) {
      refuse(429, RATE_LIMITED, refused.message, refused.headers);
      return;
    }
    let asked = body.json;
    if (sources.safelist && !isFree(principal)) {
      asked = sources.safelist.admit(asked);
      if (asked === null) {
        refuse(403, 'FORBIDDEN', NOT_LISTED);
        return;
      }
    }
    const open = sources.streams.open(response, (stream) =>
      answer(sources, stream, asked, { principal, allowance, seen }, format).catch(async (error: unknown) => {
        await stream.send({ errors: [format(error)] });
        stream.end();
      }),
    );
    if (open) await open;
    else refuse(503, 'UNAVAILABLE', 'There is no room for another stream now. Try again shortly.', RETRY);
  };
}

/** How a request is refused for a key, by the code of its error. */
const STATUS: Readonly<Record<string, readonly [number, Readonly<Record<string, string>>]>> = {
  UNAUTHENTICATED: [401, { 'www-authenticate': 'Bearer' }],
  UNAVAILABLE: [503, RETRY],
};

/** Who asks. */
interface Asking {
  readonly principal: Principal | null;
  readonly allowance: Allowance | null;
  readonly seen: SeenRequest;
}

/** Sends what comes of a subscription, one result after the other, each when there is room for it. */
async function answer(
  { schema, store: served, extractor, statements }: StreamSources,
  stream: EventStream,
  parameters: unknown,
  { principal, allowance, seen }: Asking,
  format: (error: unknown) => GraphQLFormattedError,
): Promise<void> {
  const store = statements ? storeAskedBy(served, statements, seen) : served;
  const read = readSubscription(schema, parameters);
  if (!('errors' in read)) {
    seen.nodes = read.nodes;
    const operation = getOperationAST(read.document, read.operationName);
    if (operation) seen.operation = SeenOperation.of(read.document, operation);
  }
  const refused = 'errors' in read ? null : (allowance?.charge(read.nodes) ?? null);
  if (refused) throw rateError(refused);
  const results =
    'errors' in read
      ? read
      : await subscribe({
          schema,
          ...read,
          contextValue: new Context(store, extractor, principal, 0, undefined, seen),
        });
  if (!(Symbol.asyncIterator in results)) {
    await stream.send({ errors: results.errors?.map(format) ?? [] });
    stream.complete();
    return;
  }
  stream.onEnd(() => void results.return());
  stream.begin();
  for await (const { data, errors } of results) {
    await stream.send({ ...(errors ? { errors: errors.map(format) } : {}), data });
    // Who does not learn of one revision must not go on with the next, and believe to have missed nothing.
    if (!data) break;
  }
  stream.end();
}

function formatter(log: Logger): (error: unknown) => GraphQLFormattedError {
  const format = errorFormatter(log);
  return (error) => {
    const told = error instanceof GraphQLError ? error.toJSON() : { message: '' };
    return format({ ...told, extensions: { code: 'INTERNAL_SERVER_ERROR', ...told.extensions } }, error);
  };
}

const acceptsEvents = (accept = '*/*'): boolean => /text\/event-stream|text\/\*|\*\/\*/i.test(accept);

/** The same rule as Apollo's for GET: a header that no page can send to another origin without asking. */
const isPreflighted = ({ headers }: IncomingMessage): boolean =>
  Boolean(headers['apollo-require-preflight'] ?? headers['x-apollo-operation-name']);
