import type { ApolloServerPlugin } from '@apollo/server';
import { getArgumentValues, OperationTypeNode, type FieldNode } from 'graphql';
import { VerbatimError } from '../domain/errors.ts';
import { AS_OF } from '../graphql/as-of.ts';
import type { Context } from '../graphql/context.ts';
import { rootFields } from '../graphql/root-fields.ts';
import { corpusRevision } from '../store/read/details.ts';

/**
 * Chooses where a query is read: in the past that its root fields ask for, and from a replica, where there are any. Who has a key
 * may have written just now, and reads where is written to.
 */
export const reading: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
        if (operation?.operation === OperationTypeNode.MUTATION) contextValue.account.write();
        if (operation?.operation !== OperationTypeNode.QUERY) return;
        const fields = schema.getQueryType()?.getFields() ?? {};
        const asked = new Set<number | null>();
        for (const field of rootFields(document, operation)) {
          const definition = fields[field.name.value];
          if (definition) asked.add(revisionOf(definition, field, request.variables ?? {}));
        }
        const { store, principal, atLeast } = contextValue;
        const from = (revision: number) => (principal ? store.sql : store.reading(revision));
        if (asked.size === 0 || (asked.size === 1 && asked.has(null))) {
          contextValue.readFrom(await from(atLeast));
          return;
        }
        const [revision] = asked;
        if (asked.size > 1 || typeof revision !== 'number') {
          throw new VerbatimError(
            'BAD_USER_INPUT',
            'All root fields of a query read one state of the corpus: give each the same "asOf", or send two queries.',
          );
        }
        const newest = await corpusRevision(store.sql);
        if (revision < 0 || revision > newest) {
          throw new VerbatimError(
            'BAD_USER_INPUT',
            `"asOf" must be a revision from 0 to ${String(newest)}, the newest one, not ${String(revision)}.`,
          );
        }
        contextValue.rewind(revision, await from(Math.max(revision, atLeast)));
      },
    }),
};

function revisionOf(
  definition: Parameters<typeof getArgumentValues>[0],
  field: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): number | null {
  try {
    const value = getArgumentValues(definition, field, variables)[AS_OF];
    return typeof value === 'number' ? value : null;
  } catch {
    // The execution says what is wrong with the arguments, and where.
    return null;
  }
}
