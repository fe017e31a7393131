import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { Context } from '../graphql/context.ts';

/** Where subscriptions are served. */
export const STREAM_PATH = '/graphql/stream';

/** Refuses subscriptions where an answer has an end, and says where they are served. */
export const subscriptionsElsewhere: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation }) => {
        if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return Promise.resolve();
        throw new GraphQLError(
          `Subscriptions are served at ${STREAM_PATH}, as GraphQL over SSE: send this there, with "accept: text/event-stream". ` +
            'Query.changes tells the same to programs that ask from time to time.',
          { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } },
        );
      },
    }),
};
