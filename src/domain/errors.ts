/** The stable codes that clients and scripts may rely on. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'STORE_IN_USE'
  | 'INVALID_SEEDS'
  | 'INVARIANT_VIOLATED'
  | 'MIGRATION_FAILED'
  | 'UNAVAILABLE'
  | 'TIMEOUT'
  | 'OUTCOME_UNKNOWN'
  | 'QUERY_TOO_LARGE';

/**
 * An error that is part of the product: its message says what was wrong, where, and what to do, and may be shown to
 * anybody. Any other error is a defect or an outage, and its message stays in the log.
 */
export class VerbatimError extends Error {
  override readonly name = 'VerbatimError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
