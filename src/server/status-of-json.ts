import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../graphql/context.ts';

/** What a document or its variables may be refused for before it is run. */
const REFUSED = new Set<unknown>(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/**
 * Answers 200 to a refused document where the answer's media type is `application/json`, as GraphQL over HTTP recommends
 * (section 6.4.1): such clients could not tell an error of GraphQL from one of a proxy. Those that accept
 * `application/graphql-response+json` get 400.
 */
export const statusOfJson: ApolloServerPlugin<Context> = {
  requestDidStart: ({ request }) =>
    Promise.resolve({
      willSendResponse: ({ response: { body, http } }) => {
        if (request.http?.headers.get('accept')?.includes('application/graphql-response+json'))
          return Promise.resolve();
        const result = body.kind === 'single' ? body.singleResult : undefined;
        const wasRefused =
          result?.data === undefined && result?.errors?.every(({ extensions }) => REFUSED.has(extensions?.['code']));
        if (wasRefused && http.status === 400) http.status = 200;
        return Promise.resolve();
      },
    }),
};
