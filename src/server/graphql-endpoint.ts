import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap, type ApolloServer } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { mayActAs, type Principal } from '../domain/principal.ts';
import { Context, type Account, type AnsweredQuery } from '../graphql/context.ts';
import { cameUpIn } from '../observe/failure.ts';
import { REQUEST_ID, seenOf, type SeenRequest } from '../observe/seen-request.ts';
import type { StatementObserver } from '../observe/statement-observer.ts';
import type { Extractor } from '../ingest/extractor.ts';
import type { LedgerSigner } from '../ledger/ledger-signer.ts';
import type { KnownRevision } from '../store/known-revision.ts';
import { storeAskedBy } from '../store/observed-client.ts';
import type { Store } from '../store/store.ts';
import type { Authenticate } from './authenticate.ts';
import { AT_LEAST_REVISION, atLeastRevision } from './at-least-revision.ts';
import { WholeAnswer, type AnswerCache } from './answer-cache.ts';
import { CORS, PREFLIGHT } from './cors.ts';
import { KnownQueries } from './known-queries.ts';
import { LIMITS } from './limits.ts';
import { parseJson, readText } from './read-json.ts';
import { parametersOf, searchOf } from './url-parameters.ts';
import { RATE_LIMITED, rateError, type Allowance, type RateLimit } from './rate-limit.ts';
import { respond, respondError } from './respond.ts';
import { isFree, NOT_LISTED, type Safelist } from './safelist.ts';
import { tellRefusal } from './tell-refusal.ts';
import { readUntil, TimeLimit } from './time-limit.ts';

/** What answers are made with. */
export interface GraphqlServices {
  readonly apollo: ApolloServer<Context>;
  readonly store: Store;
  readonly extractor: Extractor;
  readonly signer: LedgerSigner;
  readonly authenticate: Authenticate;
  readonly revision: KnownRevision;
  /** Null where answers are not kept. */
  readonly answers: AnswerCache | null;
  /** Null where any query is answered. */
  readonly safelist: Safelist | null;
  /** Null where any client may ask for as much as it likes. */
  readonly rateLimit: RateLimit | null;
  /** Null where it does not matter for which request a statement is run. */
  readonly statements: StatementObserver | null;
  /** Milliseconds from a request that is complete to its answer. */
  readonly requestTimeout: number;
}

/** Answers GraphQL over HTTP: GET with a query in the URL, POST with JSON. A key that is not valid is refused with 401. */
export function graphqlEndpoint({
  apollo,
  store: served,
  extractor,
  signer,
  authenticate,
  revision,
  answers,
  safelist,
  rateLimit,
  statements,
  requestTimeout,
}: GraphqlServices): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> {
  const known = new KnownQueries();
  const keep = (key: string, whole: WholeAnswer, seen: SeenRequest) => {
    if (!answers) return;
    seen.kept = 'missed';
    answers.put(key, whole);
  };
  return async (request, response, url) => {
    const seen = seenOf(request);
    const store = statements ? storeAskedBy(served, statements, seen) : served;
    // HEAD is a GET of which only the headers are sent.
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
    if (method === 'OPTIONS') {
      respond(response, 204, '', PREFLIGHT);
      return;
    }
    // Before the body is read, since it may be longer for some than for others. Who is refused is told by Apollo.
    const { authorization } = request.headers;
    const caller = authorization === undefined ? null : authenticate(authorization, seen);
    const principal =
      caller && (await caller.catch((error: unknown) => (cameUpIn(seen, error), nobodyIfRefused(error))));
    const allowance = rateLimit?.allowanceOf(request, principal) ?? null;
    const refused = allowance?.charge(LIMITS.nodesOfRequest);
    if (refused) {
      respondError(response, 429, RATE_LIMITED, refused.message, { ...CORS, ...refused.headers });
      return;
    }
    const longest = limitFor(principal);
    const text = method === 'POST' ? await readText(request, response, longest) : '';
    if (text === null) return;
    const limit = new TimeLimit(requestTimeout, response);
    const reads = readUntil(limit.patience, store);
    const asked = request.headers[AT_LEAST_REVISION];
    const atLeast = asked === undefined ? 0 : await atLeastRevision(asked, revision, reads.sql);
    if (typeof atLeast === 'object') {
      respondError(response, 400, 'BAD_USER_INPUT', atLeast.refusal, CORS);
      return;
    }
    const key = requestKey(request, url, method, text);
    const kept = key === null ? null : answers?.get(key);
    if (kept && kept.revision >= atLeast) {
      seen.kept = 'hit';
      seen.operation = kept.operation;
      send(request, response, kept, allowance);
      return;
    }
    const parsed = method === 'POST' ? parseJson(text, response) : { json: undefined };
    if (!parsed) return;
    let { json } = parsed;
    let { search } = url;
    if (safelist && !isFree(principal)) {
      const admitted = safelist.admit(method === 'POST' ? json : parametersOf(url));
      if (!admitted) {
        respondError(response, 403, 'FORBIDDEN', NOT_LISTED, CORS);
        return;
      }
      if (method === 'POST') json = admitted;
      else search = searchOf(admitted);
    }

    const accept = request.headers.accept ?? '';
    const isKnowable = key !== null && method === 'POST';
    const account = accountOf(allowance, limit, seen);
    const swift = isKnowable ? await known.answer(() => reads.reading(atLeast), accept, json, account, seen) : null;
    if (isKnowable && swift) {
      const body = `{"data":${swift.data},"extensions":${JSON.stringify({ cost: swift.cost })}}`;
      const whole = new WholeAnswer(swift.revision, Buffer.from(body), swift.headers, seen.operation);
      keep(key, whole, seen);
      send(request, response, whole, allowance);
      return;
    }

    let context: Context | null = null;
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method, headers: headersOf(request), search, body: json },
      context: async () => (context = new Context(reads, extractor, signer, await caller, atLeast, account, seen)),
    });
    const answered = answer.body.kind === 'complete' ? answer.body.string : await joined(answer.body.asyncIterator);
    if (answered.startsWith(WITH_ERRORS)) tellRefusals(answered, seen);
    const headers = { ...Object.fromEntries(answer.headers), ...CORS };
    const status = answer.status ?? 200;
    const planned = status === 200 ? answeredQuery(context) : null;
    if (planned === null || key === null)
      respond(response, status, answered, { ...allowance?.headers(), ...headers, ...NEVER_KEPT });
    else {
      const whole = new WholeAnswer(
        planned.revision,
        Buffer.from(answered),
        { ...headers, ...REVALIDATED },
        seen.operation,
      );
      keep(key, whole, seen);
      if (isKnowable) known.learn(accept, json, planned, whole.headers);
      send(request, response, whole, allowance);
    }
  };
}

/** Whoever is refused for a key is told by Apollo; when nobody can tell whose a key is, that is another matter. */
function nobodyIfRefused(error: unknown): null {
  if (error instanceof GraphQLError) return null;
  throw error;
}

const accountOf = (allowance: Allowance | null, limit: TimeLimit, seen: SeenRequest): Account => ({
  spend: (nodes) => {
    seen.nodes = nodes;
    const refused = allowance?.charge(nodes);
    if (refused) throw rateError(refused);
  },
  giveBack: (nodes) => {
    allowance?.giveBack(nodes);
  },
  write: () => {
    limit.lift();
  },
});

/** How an answer begins in which there are errors. */
const WITH_ERRORS = '{"errors":';

/** Lets be known what the client is told, whichever of the many ways has led to it. */
function tellRefusals(answered: string, seen: SeenRequest): void {
  const { errors } = JSON.parse(answered) as { readonly errors: readonly GraphQLFormattedError[] };
  for (const error of errors) tellRefusal(error, seen);
}

const answeredQuery = (context: Context | null): AnsweredQuery | null => context?.answered ?? null;

/** Whoever keeps an answer asks whether it still holds before giving it again. */
const REVALIDATED = { 'cache-control': 'no-cache', vary: 'accept, authorization' };
/** Of what has no revision, and of what is for one caller, nobody can tell whether it still holds. */
const NEVER_KEPT = { 'cache-control': 'no-store', vary: 'accept, authorization' };

/** Headers without which a GET is refused, since a page of another site may not have asked for it. */
const GUARDS = ['content-type', 'apollo-require-preflight', 'x-apollo-operation-name'] as const;

/** All that decides what a request is answered, but for the state of the corpus; null for one with a key, which may decide too. */
function requestKey({ headers }: IncomingMessage, { search }: URL, method: string, text: string): string | null {
  if (headers.authorization !== undefined) return null;
  const guards = GUARDS.map((name) => headers[name] ?? '');
  return [method, headers.accept ?? '', ...guards, method === 'POST' ? `${search}\n${text}` : search].join('\n');
}

/** Sends an answer; to a client that says by an ETag what it has, that this still holds. */
function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: WholeAnswer,
  allowance: Allowance | null,
): void {
  const { body } = answer;
  const headers = allowance ? { ...answer.headers, ...allowance.headers() } : answer.headers;
  if (request.method === 'POST') {
    respond(response, 200, body, headers);
    return;
  }
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  const withTag = { ...headers, etag: answer.etag };
  if (known?.some((tag) => tag === answer.etag || tag === '*')) {
    seenOf(request).kept = 'unchanged';
    response.writeHead(304, { ...withTag, [REQUEST_ID]: seenOf(request).id }).end();
  } else respond(response, 200, body, withTag);
}

/** Bytes: who may bring articles in may send whole ones. */
const limitFor = (principal: Principal | null): number =>
  principal && mayActAs(principal.role, 'EDITOR') ? LIMITS.editorBodyBytes : LIMITS.bodyBytes;

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

async function joined(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}
