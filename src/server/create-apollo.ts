import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../graphql/context.ts';
import { loggerOfApollo } from './logger-of-apollo.ts';
import { authorization } from './authorization.ts';
import { observing } from './observing.ts';
import { reading } from './reading.ts';
import { planning, stringifyAnswer } from './planning.ts';
import { errorFormatter } from './format-error.ts';
import { limitRules, nodeLimit } from './limit-rules.ts';
import { LIMITS } from './limits.ts';
import { statusOfAnswer } from './status-of-answer.ts';
import { subscriptionsElsewhere } from './subscriptions-elsewhere.ts';

/** The GraphQL server without its transport. Reading is open to everybody, introspection included; writing needs a key. */
export function createApollo(schema: GraphQLSchema, log: Logger): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxLexicalTokens: LIMITS.tokens },
    validationOptions: { maxErrors: LIMITS.errors },
    validationRules: [...limitRules],
    stringifyResult: stringifyAnswer,
    formatError: errorFormatter(log),
    // The playground is a page of our own; the cache-control plugin hooks every field of every answer.
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      observing,
      subscriptionsElsewhere,
      authorization,
      nodeLimit,
      reading,
      planning,
      statusOfAnswer,
    ],
    stopOnTerminationSignals: false,
    logger: loggerOfApollo(log),
  });
}
