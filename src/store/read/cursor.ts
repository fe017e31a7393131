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

/** What the database writes for a value of each type, and takes back. */
const WELL_FORMED: Readonly<Record<KeyType, (value: string) => boolean>> = {
  integer: (value) => /^-?\d{1,9}$/.test(value),
  uuid: (value) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  text: (value) => /^[^\0\p{Cs}]{0,300}$/u.test(value),
  timestamptz: (value) => /^-?infinity$/.test(value) || isTime(value),
  float8: (value) => /^-?\d{1,20}(?:\.\d{1,30})?(?:e[+-]\d{1,2})?$/.test(value),
};

const TIME =
  /^(?<year>\d{4,6})-(?<month>\d{2})-(?<day>\d{2}) (?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,6})?[+-](?:0\d|1[0-5])(?::[0-5]\d){0,2}(?<era> BC)?$/;
/** The first year that the database knows, before Christ. */
const FIRST_YEAR_BC = 4_713;

/** Whether it is a time of a day that there is. */
function isTime(value: string): boolean {
  const { year, month, day, era } = TIME.exec(value)?.groups ?? {};
  const inEra = Number(year);
  if (year === undefined || inEra < 1 || (era !== undefined && inEra > FIRST_YEAR_BC)) return false;
  const date = new Date(0);
  date.setUTCFullYear(era === undefined ? inEra : 1 - inEra, Number(month) - 1, Number(day));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

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
    keys.every((key, index) => typeof key === 'string' && WELL_FORMED[listing.order[index]?.type ?? 'uuid'](key));
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
