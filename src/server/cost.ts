import type { ApolloServerPlugin } from '@apollo/server';
import {
  GraphQLError,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
} from 'graphql';
import type { Context } from '../graphql/context.ts';
import { rootFields } from '../graphql/root-fields.ts';
import { countNodes } from './count-nodes.ts';
import { LIMITS } from './limits.ts';
import { objectsIn } from './objects-in.ts';
import { objectsInPlanned } from './planning.ts';

/** What an answer costs, in nodes, as `extensions.cost` tells. */
export interface Cost {
  /** What it may hold at most: counted before anything is read. */
  readonly requested: number;
  /** What `requested` may be at most. */
  readonly limit: number;
  /** What it holds. */
  readonly actual: number;
}

export const costOf = (requested: number, actual: number): Cost => ({ requested, limit: LIMITS.nodes, actual });

/**
 * How many nodes an answer to the operation may hold.
 *
 * @throws GraphQLError QUERY_TOO_LARGE when these are more than the limit
 */
export function assertFewNodes(...operation: Parameters<typeof countNodes>): number {
  const { usual, most } = countNodes(...operation);
  if (usual <= LIMITS.nodes) return most;
  throw new GraphQLError(
    `This query could answer with ${String(usual)} nodes, and the limit is ${String(LIMITS.nodes)}. ` +
      'Ask for smaller pages ("first") or for fewer lists within lists.',
    { extensions: { code: 'QUERY_TOO_LARGE', limit: 'nodes', http: { status: 400 } } },
  );
}

/** The error of an answer that is not given, since it would have to be cut to hold no more than was counted for it. */
export const tooLong = (actual: number, requested: number): GraphQLFormattedError => ({
  message:
    `This answer has ${String(actual)} nodes, and ${String(requested)} were counted for it: lists without a page size are longer here than usual. ` +
    'Ask for smaller pages ("first"), or for these lists in a query of their own.',
  extensions: { code: 'QUERY_TOO_LARGE', limit: 'reserve' },
});

/**
 * Counts what an answer may hold before it is made, refuses what is beyond the limit or beyond what the client may ask for now, and
 * what turns out to hold more than was counted; and tells both numbers. What was written is answered all the same.
 */
export const cost: ApolloServerPlugin<Context> = {
  requestDidStart: () => {
    let requested: number | null = null;
    return Promise.resolve({
      didResolveOperation: ({ schema, document, operation, request, contextValue }) => {
        if (!operation) return Promise.resolve();
        requested = assertFewNodes(schema, document, operation, request.variables ?? {});
        contextValue.account.spend(requested);
        return Promise.resolve();
      },
      willSendResponse: ({ document, operation, contextValue, response: { body, http } }) => {
        const result = body.kind === 'single' ? body.singleResult : undefined;
        if (!result?.data || !document || !operation || requested === null) return Promise.resolve();
        const actual = objectsInPlanned(result.data) ?? objectsInData(result.data, document, operation);
        if (actual > requested && operation.operation === OperationTypeNode.QUERY) {
          delete result.data;
          result.errors = [tooLong(actual, requested)];
          http.status = 400;
        } else contextValue.account.giveBack(Math.max(0, requested - actual));
        result.extensions = { ...result.extensions, cost: costOf(requested, actual) };
        return Promise.resolve();
      },
    });
  },
};

/** What introspection tells is none of the corpus, and not counted. */
function objectsInData(
  data: Readonly<Record<string, unknown>>,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): number {
  const introspection = rootFields(document, operation).filter(({ name }) => name.value.startsWith('__'));
  const keys = new Set(introspection.map(({ name, alias }) => (alias ?? name).value));
  return Object.entries(data).reduce((sum, [key, value]) => sum + (keys.has(key) ? 0 : objectsIn(value)), 0);
}
