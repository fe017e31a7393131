import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { VerbatimError } from '../domain/errors.ts';
import { failureOf } from '../observe/failure.ts';
import { isDiskFull, outageOf, type Outage } from '../store/outage.ts';

/** The code of an error that comes without one. */
const UNTOLD = 'INTERNAL_SERVER_ERROR';
/** What a client is told of an outage. */
export const OUTAGES: Readonly<Record<Outage, string>> = {
  UNAVAILABLE: 'The store cannot be reached at the moment. Try again shortly.',
  TIMEOUT: 'Reading this took too long and was stopped. Ask for less at once.',
};
/** What a client is told of a store without room. */
const DISK_FULL = 'The disk of the store is full. Nothing was changed; make room there, and try again.';

/**
 * Decides what a client sees of an error: what is part of the product in full; of anything else that it happened, while
 * the log has the rest.
 *
 * @param introspection whether clients may learn what can be asked; else no message tells names that nobody asked for
 */
export function errorFormatter(
  log: Logger,
  introspection = true,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const code = formatted.extensions?.['code'];
    if (code !== UNTOLD)
      return withCode(formatted, introspection ? formatted.message : unsuggested(formatted.message), code);
    if (isOfRequest(error)) return withCode(formatted, formatted.message, 'BAD_REQUEST');
    const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    if (cause instanceof VerbatimError) return withCode(formatted, cause.message, cause.code);
    const outage = outageOf(cause);
    if (outage) return withCode(formatted, isDiskFull(cause) ? DISK_FULL : OUTAGES[outage], outage);
    log.error({ ...failureOf(cause), path: formatted.path }, 'a request failed');
    return withCode(formatted, 'Something went wrong here, not in your query. The server’s log tells what.', UNTOLD);
  };
}

/** The error of an outage: its own words where it has some that may be shown. */
export const outageError = (outage: Outage, error: unknown): GraphQLFormattedError => ({
  message: error instanceof VerbatimError ? error.message : OUTAGES[outage],
  extensions: { code: outage },
});

/** graphql-js ends a message by names that are like the one that is wrong. */
const unsuggested = (message: string): string => message.replace(/ Did you mean .*\?$/s, '');

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
