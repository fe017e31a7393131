import { VerbatimError } from '../../domain/errors.ts';
import type { KeyType, Listing } from './listing.ts';

/**
 * A place in a list: the values of its sort keys, so that a page goes on at the same place whatever was added in between.
 * Written as base64url of JSON; opaque to clients.
 */
export function encodeCursor(listing: Listing, keys: readonly string[]): string {
  return Buffer.from(JSON.stringify([listing.name, ...keys]), 'utf8').toString('base64url');
}

/** The longest cursor that is looked at. Slugs are the longest keys. */
const LONGEST = 1_000;

const WELL_FORMED: Readonly<Record<KeyType, RegExp>> = {
  integer: /^-?\d{1,9}$/,
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  text: /^[^\0\p{Cs}]{0,300}$/u,
  timestamptz: /^(?:-?infinity|\d{4,6}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?[+-]\d{2}(?::\d{2}){0,2}(?: BC)?)$/,
  float8: /^-?\d{1,20}(?:\.\d{1,30})?(?:e[+-]\d{1,3})?$/,
};

/**
 * Reads a cursor of a list.
 *
 * @returns the values of the list's sort keys
 * @throws VerbatimError BAD_USER_INPUT when it is no cursor of this list in this order
 */
export function decodeCursor(listing: Listing, cursor: string): string[] {
  const parts = cursor.length <= LONGEST ? parsed(cursor) : null;
  const [name, ...keys] = Array.isArray(parts) ? (parts as unknown[]) : [];
  const fits =
    name === listing.name &&
    keys.length === listing.order.length &&
    keys.every((key, index) => typeof key === 'string' && WELL_FORMED[listing.order[index]?.type ?? 'uuid'].test(key));
  if (fits) return keys as string[];
  throw new VerbatimError(
    'BAD_USER_INPUT',
    `"after" is no cursor of this list in this order: ${JSON.stringify(cursor.slice(0, 40))}. Take it from pageInfo.endCursor or an edge of the page before.`,
  );
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
