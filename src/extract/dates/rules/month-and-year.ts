import { BEFORE_YEAR, GAP, MONTH, NUMBER_END, START } from '../patterns.ts';
import { readPoint } from '../point.ts';
import { stated } from '../reading.ts';
import { spanOf, type Rule } from '../rule.ts';

/** 1800 to 2099: of "June 1200" nobody knows whether it is a year. */
const YEAR = String.raw`(?:1[89]|20)\d{2}`;

/** "July 2022", "July, 2022", "Jul. 2022", "July of 2022". */
export const monthAndYear: Rule = {
  pattern: new RegExp(`${START}(?:${MONTH}${BEFORE_YEAR}(?:of${GAP})?${YEAR})${NUMBER_END}`, 'gu'),
  recognize(match) {
    const { year, month } = readPoint(match[0]);
    if (year === null || month === null) return null;
    return { span: spanOf(match), read: () => stated({ year, month, day: null }) };
  },
};
