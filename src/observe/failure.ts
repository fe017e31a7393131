import { safeError, type SafeError } from './safe-error.ts';
import type { SeenRequest } from './seen-request.ts';

/** What the log holds of something unexpected, so that a client who tells the request's id can be helped. */
export interface Failure {
  readonly requestId?: string;
  readonly traceId?: string;
  readonly err: SafeError;
}

const REQUESTS = new WeakMap<object, SeenRequest>();

/** Remembers in which request an error came up, for those who are handed the error alone. */
export function cameUpIn(request: SeenRequest, error: unknown): void {
  if (typeof error !== 'object' || error === null) return;
  REQUESTS.set(error, request);
  if ('originalError' in error) cameUpIn(request, error.originalError);
}

/** An error as it is logged, with the request in which it came up. */
export function failureOf(error: unknown): Failure {
  const request = typeof error === 'object' && error !== null ? REQUESTS.get(error) : undefined;
  return {
    ...(request ? { requestId: request.id } : {}),
    ...(request?.trace ? { traceId: request.trace.id } : {}),
    err: safeError(error),
  };
}
