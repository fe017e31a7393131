import type { ApolloServerPlugin } from '@apollo/server';
import { VerbatimError } from '../domain/errors.ts';
import type { Context } from '../graphql/context.ts';
import { neededRole, requireRole } from '../graphql/roles.ts';
import { rootFields } from '../graphql/root-fields.ts';
import { refusal } from './refusal.ts';

/**
 * Refuses an operation of which any root field needs another role, before it is run. Each field asks by itself as well
 * (`authChecker`), but by then those before it in the same request have written.
 */
export const authorization: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ schema, document, operation, contextValue }) => {
        const fields = (operation && schema.getRootType(operation.operation)?.getFields()) ?? {};
        try {
          for (const { name } of operation ? rootFields(document, operation) : []) {
            const field = fields[name.value];
            const role = field ? neededRole(field) : null;
            if (role) requireRole(contextValue.principal, role, name.value);
          }
        } catch (error) {
          throw error instanceof VerbatimError ? refusal(error) : error;
        }
        return Promise.resolve();
      },
    }),
};
