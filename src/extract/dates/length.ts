import type { Span } from '../../text/span.ts';
import { later, type CalendarDate } from './calendar.ts';
import { isAfter } from './guards.ts';
import { COUNT, readCount } from './numbers.ts';
import { GAP } from './patterns.ts';
import { inferred, type Reading } from './reading.ts';

/** A length of time: so many days, weeks, months, years or decades. */
export interface Length {
  readonly count: number;
  readonly unit: 'day' | 'week' | 'month' | 'year' | 'decade';
}

/** With the named groups `count` and `unit`. */
export const LENGTH = `(?<count>${COUNT})${GAP}(?<unit>day|week|month|year|decade)s?`;

const INEXACT =
  /(?<!\p{L})(?:more than|less than|fewer than|at least|at most|over|under|up to|only half|half|or|to|and|few|many|every|than|quarters?|nor)[ \u00A0]$|(?:\d[.,]|[-–])$/iu;
const ABOUT = /(?<!\p{L})(?:about|around|nearly|almost|roughly|some|approximately|just over|just under)[ \u00A0]$/iu;

/** The length that `LENGTH` matched; null for "a days". */
export function readLength(match: RegExpExecArray): Length | null {
  const { count = '', unit } = match.groups ?? {};
  const length = { count: readCount(count), unit: unit as Length['unit'] };
  return unit === undefined || Number.isNaN(length.count) ? null : length;
}

/**
 * Whether the length is a bound or one of several: "more than two years", "two or three days", "two and a half years".
 */
export const isInexact = (text: string, span: Span): boolean => isAfter(text, span, INEXACT) && !isAbout(text, span);
export const isAbout = (text: string, span: Span): boolean => isAfter(text, span, ABOUT);

/**
 * The date that lies a length of time before (sign -1) or after another. Days lead to a day, and so do weeks, about;
 * months to a month and years to a year, about where it is more than one of them, since such lengths are rounded.
 *
 * @param words the beginning of the reasoning
 * @returns null where the date is coarser than the unit
 */
export function movedBy(
  from: CalendarDate,
  { count, unit }: Length,
  sign: 1 | -1,
  words: string,
  isSomeTime = false,
): Reading | null {
  const steps = sign * count;
  const isApproximate = isSomeTime || unit === 'week' || unit === 'decade' || (unit !== 'day' && count > 1);
  const about = isApproximate ? ', and tells only about when' : '';
  const date = {
    day: () => later(from, steps, 'DAY'),
    week: () => later(from, 7 * steps, 'DAY'),
    month: () => later(from, steps, 'MONTH'),
    year: () => later(from, steps, 'YEAR'),
    decade: () => later(from, 10 * steps, 'YEAR'),
  }[unit]();
  return inferred(date, `${words}${about}.`, { isApproximate });
}
