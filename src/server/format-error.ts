import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { VerbatimError } from '../domain/errors.ts';
import { outage } from './outage.ts';

/** The code of an error that comes without one. */
const UNTOLD = 'INTERNAL_SERVER_ERROR';

/**
 * Decides what a client sees of an error: what is part of the product in full; of anything else that it happened, while
 * the log has the rest.
 */
export function errorFormatter(
  log: Logger,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const code = formatted.extensions?.['code'];
    if (code !== UNTOLD) return withCode(formatted, formatted.message, code);
    if (isOfRequest(error)) return withCode(formatted, formatted.message, 'BAD_REQUEST');
    const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    if (cause instanceof VerbatimError) return withCode(formatted, cause.message, cause.code);
    const unavailable = outage(cause);
    if (unavailable !== null) return withCode(formatted, unavailable, 'UNAVAILABLE');
    log.error({ err: cause, path: formatted.path }, 'a request failed');
    return withCode(formatted, 'Something went wrong here, not in your query. The server’s log tells what.', UNTOLD);
  };
}

function withCode(
  { locations, path, extensions }: GraphQLFormattedError,
  message: string,
  code: unknown,
): GraphQLFormattedError {
  const { stacktrace: _, ...rest } = extensions ?? {};
  return { message, ...(locations ? { locations } : {}), ...(path ? { path } : {}), extensions: { ...rest, code } };
}

/** What Apollo refuses by a status of HTTP and without a code: a hash that is not the query's. */
function isOfRequest(error: unknown): boolean {
  const http = error instanceof GraphQLError ? error.extensions['http'] : null;
  const status = typeof http === 'object' && http !== null && 'status' in http ? Number(http.status) : 0;
  return status >= 400 && status < 500;
}
