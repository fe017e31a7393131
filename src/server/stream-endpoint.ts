import type { IncomingMessage, ServerResponse } from 'node:http';
import { getOperationAST, GraphQLError, subscribe, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { VerbatimError } from '../domain/errors.ts';
import type { Principal } from '../domain/principal.ts';
import { Context } from '../graphql/context.ts';
import { cameUpIn } from '../observe/failure.ts';
import { SeenOperation } from '../observe/seen-operation.ts';
import { seenOf, type SeenRequest } from '../observe/seen-request.ts';
import type { StatementObserver } from '../observe/statement-observer.ts';
import type { Extractor } from '../ingest/extractor.ts';
import type { LedgerSigner } from '../ledger/ledger-signer.ts';
import { storeAskedBy } from '../store/observed-client.ts';
import { Patience } from '../store/patience.ts';
import type { Store } from '../store/store.ts';
import type { Authenticate } from './authenticate.ts';
import { clientOf, type ClientOptions } from './client-of.ts';
import { CORS, PREFLIGHT } from './cors.ts';
import type { EventStream } from './event-stream.ts';
import { costOf, tooLong } from './cost.ts';
import { errorFormatter } from './format-error.ts';
import { LIMITS } from './limits.ts';
import { objectsIn } from './objects-in.ts';
import type { OpenStreams } from './open-streams.ts';
import { RETRY_AFTER } from './outages.ts';
import { readJson } from './read-json.ts';
import { readSubscription } from './read-subscription.ts';
import { isFree, NOT_LISTED, type Safelist } from './safelist.ts';
import { tellRefusal } from './tell-refusal.ts';
import { readUntil } from './time-limit.ts';
import { parametersOf } from './url-parameters.ts';
import { RATE_LIMITED, rateError, type Allowance, type RateLimit } from './rate-limit.ts';
import { respond, respondError } from './respond.ts';

/** What subscriptions are served from. */
export interface StreamSources {
  readonly schema: GraphQLSchema;
  readonly store: Store;
  readonly extractor: Extractor;
  readonly signer: LedgerSigner;
  readonly authenticate: Authenticate;
  readonly streams: OpenStreams;
  /** Whom the number of streams of a client is counted for. */
  readonly clients: ClientOptions;
  /** Null where any subscription is answered. */
  readonly safelist: Safelist | null;
  /** Null where any client may ask for as much as it likes. */
  readonly rateLimit: RateLimit | null;
  /** Null where it does not matter for which request a statement is run. */
  readonly statements: StatementObserver | null;
  readonly log: Logger;
  /** Whether clients may ask what can be asked. */
  readonly introspection: boolean;
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
  const formatAny = formatter(sources.log, sources.introspection);
  return async (request, response, url) => {
    const seen = seenOf(request);
    const format = (error: unknown) => {
      cameUpIn(seen, error);
      const told = formatAny(error);
      tellRefusal(told, seen);
      return told;
    };
    if (request.method === 'OPTIONS') {
      respond(response, 204, '', PREFLIGHT);
      return;
    }
    const refuse = (status: number, code: string, message: string, headers = {}, limit?: string) => {
      respondError(response, status, code, message, { ...CORS, connection: 'close', ...headers }, limit);
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
    const client = clientOf(request, principal, sources.clients);
    if (sources.streams.hasEnough(client)) {
      refuse(
        429,
        RATE_LIMITED,
        'You have as many streams open as a client may have. Close one, then try again.',
        RETRY,
        'streams_of_client',
      );
      return;
    }
    const open = sources.streams.open(response, client, (stream) =>
      answer(sources, stream, asked, { principal, allowance, seen }, format).catch(async (error: unknown) => {
        await stream.send({ errors: [format(error)] });
        stream.end();
      }),
    );
    if (open) await open;
    else refuse(503, 'UNAVAILABLE', 'There is no room for another stream now. Try again shortly.', RETRY, 'streams');
  };
}

/** How a request is refused for a key, by the code of its error. */
const STATUS: Readonly<Record<string, readonly [number, Readonly<Record<string, string>>]>> = {
  UNAUTHENTICATED: [401, { 'www-authenticate': 'Bearer' }],
  UNAVAILABLE: [503, { 'retry-after': RETRY_AFTER }],
  TIMEOUT: [503, {}],
};

/** Who asks. */
interface Asking {
  readonly principal: Principal | null;
  readonly allowance: Allowance | null;
  readonly seen: SeenRequest;
}

/** Sends what comes of a subscription, one result after the other, each when there is room for it. */
async function answer(
  { schema, store: served, extractor, signer, introspection, statements }: StreamSources,
  stream: EventStream,
  parameters: unknown,
  { principal, allowance, seen }: Asking,
  format: (error: unknown) => GraphQLFormattedError,
): Promise<void> {
  const store = statements ? storeAskedBy(served, statements, seen) : served;
  const patience = new Patience();
  const giveUp = () => {
    patience.end(new VerbatimError('TIMEOUT', 'The stream has ended.'));
  };
  stream.onEnd(giveUp);
  const read = readSubscription(schema, parameters, introspection);
  if ('errors' in read) {
    await stream.send({ errors: read.errors.map(format) });
    stream.complete();
    return;
  }
  seen.nodes = read.nodes;
  const operation = getOperationAST(read.document, read.operationName);
  if (operation) seen.operation = SeenOperation.of(read.document, operation);
  const refused = allowance?.charge(read.nodes) ?? null;
  if (refused) throw rateError(refused);
  const results = await subscribe({
    schema,
    ...read,
    contextValue: new Context(readUntil(patience, store), extractor, signer, principal, 0, undefined, seen),
  });
  if (!(Symbol.asyncIterator in results)) {
    await stream.send({ errors: results.errors?.map(format) ?? [] });
    stream.complete();
    return;
  }
  stream.onEnd(() => {
    giveUp();
    void results.return();
  });
  stream.begin();
  const { nodes } = read;
  let isFirst = true;
  for await (const { data, errors } of results) {
    const cost = costOf(nodes, objectsIn(Object.values(data ?? {})));
    if (isFirst) allowance?.giveBack(Math.max(0, nodes - cost.actual));
    isFirst = false;
    const long = cost.actual > nodes ? tooLong(cost.actual, nodes) : null;
    if (long) tellRefusal(long, seen);
    const result = long ? { errors: [long], data: null } : { ...(errors ? { errors: errors.map(format) } : {}), data };
    await stream.send({ ...result, extensions: { cost } });
    // Who does not learn of one revision must not go on with the next, and believe to have missed nothing.
    if (!result.data) break;
  }
  stream.end();
}

function formatter(log: Logger, introspection: boolean): (error: unknown) => GraphQLFormattedError {
  const format = errorFormatter(log, introspection);
  return (error) => {
    const told = error instanceof GraphQLError ? error.toJSON() : { message: '' };
    return format({ ...told, extensions: { code: 'INTERNAL_SERVER_ERROR', ...told.extensions } }, error);
  };
}

const acceptsEvents = (accept = '*/*'): boolean => /text\/event-stream|text\/\*|\*\/\*/i.test(accept);

/** The same rule as Apollo's for GET: a header that no page can send to another origin without asking. */
const isPreflighted = ({ headers }: IncomingMessage): boolean =>
  Boolean(headers['apollo-require-preflight'] ?? headers['x-apollo-operation-name']);
