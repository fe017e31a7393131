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
import { outages } from './outages.ts';
import { reading } from './reading.ts';
import { planning, stringifyAnswer } from './planning.ts';
import { errorFormatter } from './format-error.ts';
import { cost } from './cost.ts';
import { limitRules } from './limit-rules.ts';
import { LIMITS } from './limits.ts';
import { statusOfAnswer } from './status-of-answer.ts';
import { subscriptionsElsewhere } from './subscriptions-elsewhere.ts';

/** The GraphQL server without its transport. Reading is open to everybody, introspection included unless it is off; writing needs a key. */
export function createApollo(schema: GraphQLSchema, log: Logger, introspection: boolean): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxLexicalTokens: LIMITS.tokens },
    validationOptions: { maxErrors: LIMITS.errors },
    validationRules: [...limitRules],
    stringifyResult: stringifyAnswer,
    formatError: errorFormatter(log, introspection),
    // The playground is a page of our own; the cache-control plugin hooks every field of every answer.
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      observing,
      subscriptionsElsewhere,
      authorization,
      cost,
      reading,
      planning,
      statusOfAnswer,
      outages,
    ],
    stopOnTerminationSignals: false,
    logger: loggerOfApollo(log),
  });
}
