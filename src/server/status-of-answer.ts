import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../graphql/context.ts';

/** What a well-formed request may be refused for before any of it is run, each with its status. */
const REFUSED: Readonly<Record<string, number>> = {
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
};

/**
 * The status of an answer, as GraphQL over HTTP recommends (sections 6.4.1 and 6.4.2). An answer with `data`, null or not, is that
 * of a request that was run: 200, and its errors tell by their codes what became of which field. One without has the status of its
 * error, but for clients that do not accept `application/graphql-response+json`: these get 200, since by another status they could
 * not tell an error of GraphQL from one of a proxy.
 */
export const statusOfAnswer: ApolloServerPlugin<Context> = {
  requestDidStart: ({ request }) =>
    Promise.resolve({
      willSendResponse: ({ response: { body, http } }) => {
        const result = body.kind === 'single' ? body.singleResult : undefined;
        if (!result?.errors || result.data !== undefined) return Promise.resolve();
        const [status, ...others] = new Set(
          result.errors.map(({ extensions }) => REFUSED[String(extensions?.['code'])]),
        );
        // What is refused for a reason of its own keeps the status that was given to it.
        if (status === undefined || others.length > 0) return Promise.resolve();
        const isRefused = http.status === status || http.status === 500;
        if (isRefused) http.status = acceptsGraphql(request.http?.headers.get('accept')) ? status : 200;
        return Promise.resolve();
      },
    }),
};

const acceptsGraphql = (accept: string | undefined): boolean =>
  accept?.includes('application/graphql-response+json') ?? false;
