import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, type ValidationRule } from 'graphql';
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

/** The rules' types name fewer methods of their context than they use. */
function asValidationRule(rule: unknown): ValidationRule {
  return rule as ValidationRule;
}
