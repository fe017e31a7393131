import type { ApolloServerPlugin } from '@apollo/server';
import { getArgumentValues, Kind, type FieldNode } from 'graphql';
import { VerbatimError } from '../domain/errors.ts';
import { AS_OF } from '../graphql/as-of.ts';
import type { Context } from '../graphql/context.ts';
import { corpusRevision } from '../store/read/details.ts';

/** Lets a query read the past that its root fields ask for. */
export const rewinding: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
        if (operation?.operation !== 'query') return;
        const query = schema.getQueryType();
        const fields = query?.getFields() ?? {};
        const fragments = new Map(
          document.definitions.flatMap((part) =>
            part.kind === Kind.FRAGMENT_DEFINITION ? [[part.name.value, part] as const] : [],
          ),
        );
        const asked = new Set<number | null>();
        const collect = (selections: typeof operation.selectionSet): void => {
          for (const selection of selections.selections) {
            if (selection.kind === Kind.FIELD) {
              const definition = fields[selection.name.value];
              if (definition) asked.add(revisionOf(definition, selection, request.variables ?? {}));
            } else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
            else {
              const fragment = fragments.get(selection.name.value);
              if (fragment) collect(fragment.selectionSet);
            }
          }
        };
        collect(operation.selectionSet);
        if (asked.size === 0 || (asked.size === 1 && asked.has(null))) return;
        const [revision] = asked;
        if (asked.size > 1 || typeof revision !== 'number') {
          throw new VerbatimError(
            'BAD_USER_INPUT',
            'All root fields of a query read one state of the corpus: give each the same "asOf", or send two queries.',
          );
        }
        const newest = await corpusRevision(contextValue.store.sql);
        if (revision < 0 || revision > newest) {
          throw new VerbatimError(
            'BAD_USER_INPUT',
            `"asOf" must be a revision from 0 to ${String(newest)}, the newest one, not ${String(revision)}.`,
          );
        }
        contextValue.rewind(revision);
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
