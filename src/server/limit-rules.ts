import type { ApolloServerPlugin } from '@apollo/server';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, type ValidationRule } from 'graphql';
import type { Context } from '../graphql/context.ts';
import { countNodes } from './count-nodes.ts';
import { LIMITS } from './limits.ts';

/** By default these rules throw, which makes it an error of the server. */
const reporting = (limit: string) => ({
  propagateOnRejection: false,
  onReject: [
    (context: { reportError(error: GraphQLError): void } | null, error: GraphQLError) => {
      context?.reportError(
        new GraphQLError(error.message.replace('Syntax Error: ', ''), {
          extensions: { code: 'QUERY_TOO_LARGE', limit },
        }),
      );
    },
  ],
});

/** Rules that a document has to meet before it is run. */
export const limitRules: readonly ValidationRule[] = [
  maxDepthRule({ ...reporting('depth'), n: LIMITS.depth }),
  maxAliasesRule({ ...reporting('aliases'), n: LIMITS.aliases, allowList: [] }),
  maxDirectivesRule({ ...reporting('directives'), n: LIMITS.directives }),
].map(asValidationRule);

/** Refuses operations that could answer with more nodes than the limit, or than the client may ask for now, before they are run. */
export const nodeLimit: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ schema, document, operation, request, contextValue }) => {
        if (operation) contextValue.spend(assertFewNodes(schema, document, operation, request.variables ?? {}));
        return Promise.resolve();
      },
    }),
};

/**
 * How many nodes an answer to the operation could hold.
 *
 * @throws GraphQLError QUERY_TOO_LARGE when these are more than the limit
 */
export function assertFewNodes(...operation: Parameters<typeof countNodes>): number {
  const nodes = countNodes(...operation);
  if (nodes <= LIMITS.nodes) return nodes;
  throw new GraphQLError(
    `This query could answer with ${String(nodes)} nodes, and the limit is ${String(LIMITS.nodes)}. ` +
      'Ask for smaller pages ("first") or for fewer lists within lists.',
    { extensions: { code: 'QUERY_TOO_LARGE', limit: 'nodes', http: { status: 400 } } },
  );
}

/** The rules' types name fewer methods of their context than they use. */
function asValidationRule(rule: unknown): ValidationRule {
  return rule as ValidationRule;
}
