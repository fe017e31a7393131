/** SQLSTATE classes, codes of Prisma and codes of the system that mean that the store cannot be reached now, not that a query is wrong. */
const UNREACHABLE =
  /^(?:08...|57P0[123]|53300|P1001|P1002|P1008|P1017|P2024|P2037|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE)$/;
/** How pg and Prisma say that they have no connection in time, or none any more, where they give no code. */
const NO_CONNECTION = new RegExp(
  [
    'timeout exceeded when trying to connect',
    'Connection terminated',
    'connection error and is not queryable',
    'Server has closed the connection',
    '^(?:ConnectionClosed|DatabaseNotReachable|TooManyConnections|SocketTimeout)$',
  ].join('|'),
);
/** SQLSTATE of a full disk. */
const DISK_FULL = '53100';

/** What a client is told of an error that is none of its query but of the store, which may pass; null of any other error. */
export function outage(cause: unknown): string | null {
  if (!(cause instanceof Error)) return null;
  const codes = codesOf(cause);
  if (codes.includes(DISK_FULL))
    return 'The disk of the store is full, and nothing was written. Reading goes on; try again once there is room.';
  if (codes.some((code) => UNREACHABLE.test(code)) || NO_CONNECTION.test(cause.message))
    return 'The store cannot be reached at the moment. Try again shortly.';
  return null;
}

/** An error's own code, and the one of the database that Prisma holds within. */
function codesOf(cause: Error): string[] {
  const own = 'code' in cause ? cause.code : undefined;
  const within = [...cause.message.matchAll(/Code: `(\w{5})`/g)].map(([, code]) => code);
  return [own, ...within].filter((code): code is string => typeof code === 'string');
}
