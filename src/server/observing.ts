import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../graphql/context.ts';
import { cameUpIn } from '../observe/failure.ts';
import { SeenOperation } from '../observe/seen-operation.ts';

/** Lets be known of a request which operation it asks for, its parts, and which errors came up in it. Before all other plugins. */
export const observing: ApolloServerPlugin<Context> = {
  requestDidStart: ({ contextValue: { seen } }) =>
    Promise.resolve({
      parsingDidStart: () => Promise.resolve(ending(seen.begin('parse'))),
      validationDidStart: () => Promise.resolve(ending(seen.begin('validate'))),
      didResolveOperation: ({ document, operation }) => {
        if (operation) seen.operation = SeenOperation.of(document, operation);
        return Promise.resolve();
      },
      executionDidStart: () => Promise.resolve({ executionDidEnd: ending(seen.begin('execute')) }),
      didEncounterErrors: ({ errors }) => {
        for (const error of errors) cameUpIn(seen, error);
        return Promise.resolve();
      },
    }),
  unexpectedErrorProcessingRequest: ({ requestContext, error }) => {
    cameUpIn(requestContext.contextValue.seen, error);
    requestContext.logger.error(error);
    return Promise.resolve();
  },
};

const ending = (end: () => void) => (): Promise<void> => {
  end();
  return Promise.resolve();
};
