import { BEFORE_YEAR, DAY_AND_MONTH, GAP, MONTH, monthOf, YEAR } from './patterns.ts';

/** What is written of a date: any part may be missing. */
export interface WrittenDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** A day, a month or a year as it is written in letters; the year may be missing where there is a month. */
export const POINT =
  `(?:${DAY_AND_MONTH}(?:${BEFORE_YEAR}${YEAR})?|` + `${MONTH}(?:${BEFORE_YEAR}(?:of${GAP})?${YEAR})?|${YEAR})`;

const YEAR_WITHIN = new RegExp(String.raw`(?<!\d)${YEAR}(?!\d)`, 'u');
const DAY_WITHIN = /(?<!\d)\d{1,2}(?!\d)/u;
const LETTERS_WITHIN = new RegExp(MONTH, 'u');

/** Reads words that `POINT` or a part of it matched. */
export function readPoint(words: string): WrittenDate {
  const year = YEAR_WITHIN.exec(words)?.[0];
  const day = DAY_WITHIN.exec(words)?.[0];
  const month = LETTERS_WITHIN.exec(words)?.[0];
  return {
    year: year === undefined ? null : Number(year),
    month: month === undefined ? null : monthOf(month),
    day: day === undefined ? null : Number(day),
  };
}
