import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { VerbatimError } from '../domain/errors.ts';
import { failureOf } from '../observe/failure.ts';

/** SQLSTATE classes and system codes that mean that the store cannot be reached now, not that a query is wrong. */
const UNREACHABLE = /^(?:08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE)$/;
/** The code of an error that comes without one. */
const UNTOLD = 'INTERNAL_SERVER_ERROR';
/** How pg's pool says that it has no connection in time; it gives no code. */
const NO_CONNECTION = /timeout exceeded when trying to connect|Connection terminated/;

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
    if (isUnreachable(cause))
      return withCode(formatted, 'The store cannot be reached at the moment. Try again shortly.', 'UNAVAILABLE');
    log.error({ ...failureOf(cause), path: formatted.path }, 'a request failed');
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

function isUnreachable(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return UNREACHABLE.test(code) || NO_CONNECTION.test(cause.message);
}
