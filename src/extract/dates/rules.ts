import type { Rule } from './rule.ts';
import { ago } from './rules/ago.ts';
import { calendarUnit } from './rules/calendar-unit.ts';
import { countedOn, nextUnit } from './rules/counted-on.ts';
import { dateOfNamedYear } from './rules/date-of-named-year.ts';
import { dayAndMonth } from './rules/day-and-month.ts';
import { dayWord } from './rules/day-word.ts';
import { decade } from './rules/decade.ts';
import { fullDate } from './rules/full-date.ts';
import { isoDate } from './rules/iso-date.ts';
import { monthAlone } from './rules/month-alone.ts';
import { monthAndYear } from './rules/month-and-year.ts';
import { numericDate } from './rules/numeric-date.ts';
import { range } from './rules/range.ts';
import { sameUnit } from './rules/same-unit.ts';
import { weekday } from './rules/weekday.ts';
import { year } from './rules/year.ts';

/**
 * All ways to write a date that are read. Of expressions that overlap, the one that begins first is taken, of those
 * the longest, and of equal ones that of the earlier rule. Seasons are left out: what EDTF calls them, its readers
 * take for the quarters of a year, and that is not what "summer" means.
 */
export const RULES: readonly Rule[] = [
  range,
  isoDate,
  numericDate,
  fullDate,
  dateOfNamedYear,
  dayAndMonth,
  monthAndYear,
  monthAlone,
  decade,
  year,
  weekday,
  dayWord,
  calendarUnit,
  ago,
  countedOn,
  nextUnit,
  sameUnit,
];
