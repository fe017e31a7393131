import parse from 'edtf';
import { VerbatimError } from './errors.ts';

/** The first and the last instant that a date may mean; null where it is open or unknown. */
export interface DateBounds {
  readonly earliest: Date | null;
  readonly latest: Date | null;
}

/** The longest EDTF string that is looked at; two approximate days and a slash take 23. */
const LONGEST = 40;

/**
 * Reads an EDTF string (ISO 8601-2, level 1), in UTC. "2022-07" spans the month; "../2022-07" has no earliest instant.
 * The marks ? and ~ say that a date is uncertain or approximate; they do not widen it, since by how much is not known.
 *
 * @throws VerbatimError BAD_USER_INPUT when the string is no EDTF date or lies outside the years 0000 to 9999
 */
export function readEdtf(value: string): DateBounds {
  const { min, max } = parsed(value);
  return { earliest: instant(min, value), latest: instant(max, value) };
}

function parsed(value: string): { min: number | null; max: number | null } {
  if (value.length > LONGEST) throw unreadable(value.slice(0, LONGEST) + '…');
  // The package takes 29 February of any year for a day.
  for (const [day] of value.matchAll(/\d{4}-02-29/g)) if (!isDay(day)) throw unreadable(value);
  try {
    return parse(value, { level: 1 });
  } catch (cause) {
    throw unreadable(value, cause);
  }
}

const isDay = (day: string): boolean => new Date(day).toISOString().startsWith(day);

function instant(milliseconds: number | null, value: string): Date | null {
  if (milliseconds === null || milliseconds === -Infinity || milliseconds === Infinity) return null;
  const date = new Date(milliseconds);
  const year = date.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) throw unreadable(value);
  return date;
}

const unreadable = (value: string, cause?: unknown): VerbatimError =>
  new VerbatimError(
    'BAD_USER_INPUT',
    `${JSON.stringify(value)} is no date in EDTF (ISO 8601-2 level 1). Write 2022-07-29, 2022-07, 2022, 2022-08-15~, ` +
      '2022-07-20/2022-07-25 or ../2022-07.',
    { cause },
  );
