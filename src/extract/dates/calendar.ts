/** A day, a month or a year of the Gregorian calendar, in the years 1 to 9999: as many parts as are known. */
export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number | null;
  /** 1 to 31; null wherever the month is. */
  readonly day: number | null;
}

export type Precision = 'DAY' | 'MONTH' | 'YEAR';

export const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
/** From Monday, as ISO 8601 counts. */
export const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

const DAY_MILLISECONDS = 86_400_000;

export function precisionOf({ month, day }: CalendarDate): Precision {
  if (month === null) return 'YEAR';
  return day === null ? 'MONTH' : 'DAY';
}

/** The date without what is finer than a month or a year; null where it is coarser than that. */
export function atPrecision({ year, month, day }: CalendarDate, precision: Precision): CalendarDate | null {
  if (precision === 'YEAR') return { year, month: null, day: null };
  if (month === null) return null;
  if (precision === 'MONTH') return { year, month, day: null };
  return day === null ? null : { year, month, day };
}

/** Days since 1 January 1970, of the first day that a date may mean. */
export function dayNumber({ year, month, day }: CalendarDate): number {
  const date = new Date(0);
  date.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1);
  return date.getTime() / DAY_MILLISECONDS;
}

export function dayOfNumber(days: number): CalendarDate {
  const date = new Date(days * DAY_MILLISECONDS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 for Monday to 6 for Sunday. */
export const weekday = (days: number): number => (((days + 3) % 7) + 7) % 7;

/** Months since the beginning of the year 0. */
const monthNumber = (date: CalendarDate): number => date.year * 12 + (date.month ?? 1) - 1;

/**
 * Whole units later, or earlier where `count` is negative, and no finer than the unit; null where the date is coarser
 * than it.
 */
export function later(date: CalendarDate, count: number, unit: Precision): CalendarDate | null {
  const from = atPrecision(date, unit);
  if (!from) return null;
  if (unit === 'DAY') return dayOfNumber(dayNumber(from) + count);
  if (unit === 'YEAR') return { ...from, year: from.year + count };
  const months = monthNumber(from) + count;
  return { year: Math.floor(months / 12), month: (months % 12) + 1, day: null };
}

/** Whether the calendar has it. */
export function isReal(date: CalendarDate): boolean {
  const { year, month, day } = date;
  if (!(year >= 1 && year <= 9999)) return false;
  if (month === null) return day === null;
  if (!(month >= 1 && month <= 12)) return false;
  return day === null || (day >= 1 && day <= 31 && dayOfNumber(dayNumber(date)).month === month);
}

const padded = (number: number, width: number): string => String(number).padStart(width, '0');

/** "2022-07-29", "2022-07", "2022". */
export function toEdtf({ year, month, day }: CalendarDate): string {
  const parts = [padded(year, 4), ...[month, day].flatMap((part) => (part === null ? [] : [padded(part, 2)]))];
  return parts.join('-');
}

/** "29 July 2022", "July 2022", "2022". */
export function inWords({ year, month, day }: CalendarDate): string {
  return [day, month === null ? null : MONTHS[month - 1], year].filter((part) => part !== null).join(' ');
}
