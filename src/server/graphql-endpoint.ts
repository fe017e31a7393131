import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap, type ApolloServer } from '@apollo/server';
import { mayActAs, type Principal } from '../domain/principal.ts';
import { Context } from '../graphql/context.ts';
import type { Extractor } from '../ingest/extractor.ts';
import type { Store } from '../store/store.ts';
import type { Authenticate } from './authenticate.ts';
import { CORS } from './cors.ts';
import { LIMITS } from './limits.ts';
import { readJson } from './read-json.ts';
import { respond } from './respond.ts';

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
    // Before the body is read, since it may be longer for some than for others. Who is refused is told by Apollo.
    const caller = authenticate(request.headers.authorization);
    const longest = limitFor(await caller.catch(() => null));
    const body = method === 'POST' ? await readJson(request, response, longest) : { json: undefined };
    if (!body) return;

    const answer = await apollo.executeHTTPGraphQLRequest({
      // HEAD is a GET of which only the headers are sent.
      httpGraphQLRequest: {
        method: method === 'HEAD' ? 'GET' : method,
        headers: headersOf(request),
        search: url.search,
        body: body.json,
      },
      context: async () => new Context(store, extractor, await caller),
    });
    const text = answer.body.kind === 'complete' ? answer.body.string : await joined(answer.body.asyncIterator);
    respond(response, answer.status ?? 200, text, { ...Object.fromEntries(answer.headers), ...CORS });
  };
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
