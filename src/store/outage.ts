import { VerbatimError } from '../domain/errors.ts';

/** What becomes of work when the store, and not the work, is at fault. */
export type Outage = 'UNAVAILABLE' | 'TIMEOUT';

/**
 * SQLSTATEs, system codes and codes of Prisma that mean that the store cannot be reached now or cannot be written to: it is being
 * restarted, has no room for another connection, or has become one that only follows (PostgreSQL, appendix A).
 */
const UNAVAILABLE =
  /^(?:08...|57P0[123]|53300|25006|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|P1001|P1002|P1008|P1017|P2024|P2037)$/;
/** How Prisma's adapter calls the same. */
const UNAVAILABLE_KIND = /^(?:DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/;
/** How pg and Prisma say so without a code. */
const UNAVAILABLE_WORDS =
  /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Server has closed the connection|Unable to start a transaction/;
/** SQLSTATE of a disk without room, which Prisma tells within its message at times. */
const DISK_FULL = '53100';
const QUERY_CANCELED = '57014';
/** How Prisma says that a transaction took too long. */
const EXPIRED = /expired transaction|Transaction already closed.*timeout/s;

/** Which outage an error comes from, whoever wraps it; null where the work itself was wrong. */
export function outageOf(error: unknown): Outage | null {
  if (error instanceof VerbatimError)
    return error.code === 'UNAVAILABLE' || error.code === 'TIMEOUT' ? error.code : null;
  if (isDiskFull(error)) return 'UNAVAILABLE';
  for (const cause of causesOf(error)) {
    const codes = [cause['code'], cause['originalCode']].filter((code) => typeof code === 'string');
    const message = typeof cause['message'] === 'string' ? cause['message'] : '';
    if (codes.includes(QUERY_CANCELED) || EXPIRED.test(message)) return 'TIMEOUT';
    const isUnavailable =
      codes.some((code) => UNAVAILABLE.test(code)) ||
      UNAVAILABLE_WORDS.test(message) ||
      (typeof cause['kind'] === 'string' && UNAVAILABLE_KIND.test(cause['kind']));
    if (isUnavailable) return 'UNAVAILABLE';
  }
  return null;
}

/** An error and what it comes from; Prisma keeps an error of its adapter beside itself. */
function* causesOf(error: unknown): Generator<Readonly<Record<string, unknown>>> {
  let cause = error;
  for (let depth = 0; depth < 6 && isObject(cause); depth++) {
    yield cause;
    const { meta } = cause;
    cause = isObject(meta) ? meta['driverAdapterError'] : cause['cause'];
  }
}

/** Whether the store refused something because its disk is full; such an error is an outage too. */
export function isDiskFull(error: unknown): boolean {
  return [...causesOf(error)].some(
    ({ code, originalCode, message }) =>
      [code, originalCode].includes(DISK_FULL) ||
      (typeof message === 'string' && message.includes(`Code: \`${DISK_FULL}\``)),
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
