import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap, type ApolloServer } from '@apollo/server';
import { parse as parseContentType } from 'content-type';
import getRawBody from 'raw-body';
import { Context } from '../graphql/context.ts';
import type { Extractor } from '../ingest/extractor.ts';
import type { Store } from '../store/store.ts';
import type { Authenticate } from './authenticate.ts';
import { LIMITS } from './limits.ts';
import { respond, respondError } from './respond.ts';

/**
 * Reading is open to everybody, and writing takes a key that no browser sends by itself, as it would a cookie: so pages of any
 * origin may ask. Apollo's CSRF prevention asks for a header or content type that makes a browser ask first, which is what these
 * answer.
 */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers': 'content-type, authorization, apollo-require-preflight, x-apollo-operation-name',
  'access-control-max-age': '86400',
} as const;

/** Answers GraphQL over HTTP: GET with a query in the URL, POST with JSON. A key that is not valid is refused with 401. */
export function graphqlEndpoint(
  apollo: ApolloServer<Context>,
  store: Store,
  extractor: Extractor,
  authenticate: Authenticate,
): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> {
  return async (request, response, url) => {
    const method = request.method ?? 'GET';
    if (method === 'OPTIONS') {
      respond(response, 204, '', CORS);
      return;
    }
    const body = method === 'POST' ? await readJson(request, response) : { json: undefined };
    if (!body) return;

    const answer = await apollo.executeHTTPGraphQLRequest({
      // HEAD is a GET of which only the headers are sent.
      httpGraphQLRequest: {
        method: method === 'HEAD' ? 'GET' : method,
        headers: headersOf(request),
        search: url.search,
        body: body.json,
      },
      context: async () => new Context(store, extractor, await authenticate(request.headers.authorization)),
    });
    const text = answer.body.kind === 'complete' ? answer.body.string : await joined(answer.body.asyncIterator);
    respond(response, answer.status ?? 200, text, { ...Object.fromEntries(answer.headers), ...CORS });
  };
}

/** The JSON of a request's body, or null after answering why there is none. */
async function readJson(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<{ readonly json: unknown } | null> {
  const refuse = (status: number, code: string, message: string) => {
    // What is left of a body that is not read would be taken for the next request.
    respondError(response, status, code, message, { ...CORS, connection: 'close' });
    return null;
  };
  const type = contentTypeOf(request);
  if (type?.type !== 'application/json') {
    return refuse(
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'POST the query as JSON, with the header "content-type: application/json".',
    );
  }
  const charset = type.parameters['charset']?.toLowerCase() ?? 'utf-8';
  if (charset !== 'utf-8') return refuse(415, 'UNSUPPORTED_MEDIA_TYPE', `Send UTF-8, not ${charset.slice(0, 40)}.`);
  let bytes: Buffer;
  try {
    bytes = await getRawBody(request, { limit: LIMITS.bodyBytes, length: request.headers['content-length'] ?? null });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'type' in error && error.type === 'entity.too.large';
    return isTooLarge
      ? refuse(413, 'REQUEST_TOO_LARGE', `A request may have ${String(LIMITS.bodyBytes)} bytes.`)
      : refuse(400, 'BAD_REQUEST', 'The request ended before its body was complete.');
  }
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown };
  } catch {
    return refuse(400, 'BAD_REQUEST', 'The body is no JSON in UTF-8. Send {"query": "…", "variables": {…}}.');
  }
}

function contentTypeOf(request: IncomingMessage): ReturnType<typeof parseContentType> | null {
  try {
    return parseContentType(request);
  } catch {
    return null;
  }
}

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
