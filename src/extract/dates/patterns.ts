import { MONTHS, WEEKDAYS } from './calendar.ts';

/** Pieces of regular expressions, all bounded: none can match an unbounded stretch, so that searching stays linear. */

/** Between two words of one expression. */
export const GAP = String.raw`[ \t\u00A0\u2009\u202F]{1,2}`;
/** Not within a word, a number, an address, a name such as "#Friday", or a word joined by a hyphen. */
export const START = String.raw`(?<![\p{L}\p{N}\p{M}_#@$€£/\\.-])`;
/** Behind a word: not within a longer word, a name or a word joined by a hyphen. */
export const WORD_END = String.raw`(?![\p{L}\p{N}\p{M}_@]|[-‐‑]\p{L})`;
/** Behind a number: not within a longer number, a measure, a time or a word. */
export const NUMBER_END = String.raw`(?![\p{L}\p{N}\p{M}_@%°]|[.,:/\\]\p{N}|[-‐‑/\\][\p{L}\p{N}]|–\p{N})`;

export const MONTH_NAME = `(?:${MONTHS.join('|')})`;
const SHORT = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec';
/** A month beside a number, where short forms and capitals are no other word. */
export const MONTH = `(?:${MONTHS.join('|')}|${MONTHS.join('|').toUpperCase()}|(?:${SHORT}|${SHORT.toUpperCase()})\\b\\.?)`;
export const WEEKDAY = `(?:${WEEKDAYS.join('|')})`;
/** A weekday before a date: also short or in capitals. */
export const WEEKDAY_BEFORE = `(?:${WEEKDAYS.join('|')}|${WEEKDAYS.join('|').toUpperCase()}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\\.?)`;
export const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\p{N})`;
/** 1000 to 2199. */
export const YEAR = String.raw`(?:1\d|2[01])\d{2}`;
/** A day and a month in either order, "July 29", "29 July", "29th of July". */
export const DAY_AND_MONTH = `(?:${MONTH}${GAP}${DAY}|${DAY}${GAP}(?:of${GAP})?${MONTH})`;
/** Between a day and its year, or a month and its year. */
export const BEFORE_YEAR = `(?:,?${GAP}|,)`;

/** The number, 1 to 12, of a month that `MONTH` matched. */
export function monthOf(name: string): number {
  const start = name.slice(0, 3).toLowerCase();
  return MONTHS.findIndex((month) => month.toLowerCase().startsWith(start)) + 1;
}

/** The number, 0 for Monday, of a weekday that `WEEKDAY_BEFORE` matched. */
export function weekdayOf(name: string): number {
  const start = name.slice(0, 3).toLowerCase();
  return WEEKDAYS.findIndex((day) => day.toLowerCase().startsWith(start));
}
