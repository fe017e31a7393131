import { dayNumber, isReal, weekday } from '../calendar.ts';
import { BEFORE_YEAR, DAY_AND_MONTH, GAP, NUMBER_END, START, WEEKDAY_BEFORE, weekdayOf, YEAR } from '../patterns.ts';
import { readPoint } from '../point.ts';
import { stated } from '../reading.ts';
import { spanOf, type Rule } from '../rule.ts';

/**
 * "July 29, 2022", "29 July 2022", "the 29th of July, 2022", each with its weekday where one stands before it. A
 * weekday that the date does not fall on is a slip in one of the two, and nobody knows in which.
 */
export const fullDate: Rule = {
  pattern: new RegExp(
    `${START}(?:(?<weekday>${WEEKDAY_BEFORE}),?${GAP}(?:the${GAP})?)?` +
      `(?<date>${DAY_AND_MONTH}${BEFORE_YEAR}${YEAR})${NUMBER_END}`,
    'gu',
  ),
  recognize(match) {
    const { year, month, day } = readPoint(match.groups?.['date'] ?? '');
    const name = match.groups?.['weekday'];
    if (year === null) return null;
    const date = { year, month, day };
    const agrees = () => name === undefined || weekday(dayNumber(date)) === weekdayOf(name);
    return { span: spanOf(match), read: () => (isReal(date) && agrees() ? stated(date) : null) };
  },
};
