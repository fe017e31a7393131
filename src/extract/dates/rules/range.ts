import { dayNumber, isReal, toEdtf, type CalendarDate } from '../calendar.ts';
import type { Context } from '../context.ts';
import { isAfter, isBefore } from '../guards.ts';
import { inferYear } from '../infer-year.ts';
import { BEFORE_YEAR, DAY, GAP, MONTH, NUMBER_END, START, YEAR } from '../patterns.ts';
import { POINT, readPoint, type WrittenDate } from '../point.ts';
import { countedFrom, stated, type Reading } from '../reading.ts';
import { spanOf, type Rule } from '../rule.ts';

const DASH = String.raw`[ \u00A0]?[-‐‑–—][ \u00A0]?`;
const TO = `(?:${GAP}(?:to|until|till|through)${GAP}|${DASH})`;
/** What grows from a number to a number may be counted by both; "from 2010 to 2014 people" is. */
const GROWS = /(?:rose|fell|grew|climbed|slipped|dropped|increased|declined|went|jumped|swelled|up|down) $/iu;
const COUNTED =
  /^[ \u00A0](?:people|men|women|children|percent|votes|points|dollars|euros|cases|deaths|jobs)(?!\p{L})/u;

/**
 * "from July 3 to July 5", "between 2010 and 2014", "July 3-5", "3-5 July 2022", "(1914–1918)": from the beginning of
 * the one to the end of the other. What one end leaves out, the other one has, or the year is inferred.
 */
export const range: Rule = {
  pattern: new RegExp(
    `${START}(?:` +
      [
        `[Ff]rom${GAP}(?<a1>${POINT})${GAP}(?:to|until|till|through)${GAP}(?<b1>${POINT}|${DAY})`,
        `[Bb]etween${GAP}(?<a2>${POINT})${GAP}and${GAP}(?<b2>${POINT}|${DAY})`,
        `(?<a3>${MONTH}${GAP}${DAY}(?:${BEFORE_YEAR}${YEAR})?)${TO}(?<b3>${MONTH}${GAP}${DAY}(?:${BEFORE_YEAR}${YEAR})?|${DAY}(?:${BEFORE_YEAR}${YEAR})?)`,
        `(?<a4>${DAY})${TO}(?<b4>${DAY}${GAP}${MONTH}(?:${BEFORE_YEAR}${YEAR})?)`,
        `(?<=\\()(?<a5>${YEAR})[-–](?<b5>${YEAR})(?=\\))`,
      ].join('|') +
      `)${NUMBER_END}`,
    'gu',
  ),
  recognize(match, text) {
    const { a1, a2, a3, a4, a5, b1, b2, b3, b4, b5 } = match.groups ?? {};
    const span = spanOf(match);
    const isFrom = a1 !== undefined;
    if ((isFrom && isAfter(text, span, GROWS)) || isBefore(text, span, COUNTED)) return null;
    const from = readPoint(a1 ?? a2 ?? a3 ?? a4 ?? a5 ?? '');
    const to = readPoint(b1 ?? b2 ?? b3 ?? b4 ?? b5 ?? '');
    const month = from.month ?? (a4 === undefined ? null : to.month);
    const ends = [
      { ...from, month },
      { ...to, month: to.month ?? (to.day === null ? null : month) },
    ] as const;
    return { span, read: (context) => read(context, span, ends) };
  },
};

type Ends = readonly [WrittenDate, WrittenDate];

function read(context: Context, span: ReturnType<typeof spanOf>, [from, to]: Ends): Reading | null {
  if (from.year !== null || to.year !== null) return stretch(from, to, null);
  if (to.month === null) return null;
  const inferredYear = inferYear(context, span, to.month, to.day !== null);
  if (!inferredYear || !context.anchor) return null;
  const { year, reasoning, because } = inferredYear;
  const reading = stretch(from, { ...to, year }, `“${context.words(span)}” ${reasoning}.`);
  return reading && countedFrom(context.anchor, { ...reading, because });
}

/** With the year of one end for the other; across the end of a year it is the year before or after. */
function stretch(from: WrittenDate, to: WrittenDate, reasoning: string | null): Reading | null {
  const isAcross = from.month !== null && to.month !== null && from.month > to.month;
  const first = completed(from, to.year === null ? null : to.year - (isAcross ? 1 : 0));
  const last = completed(to, from.year === null ? null : from.year + (isAcross ? 1 : 0));
  if (!first || !last || dayNumber(first) >= dayNumber(last)) return null;
  const reading = stated(first);
  return reading && { ...reading, ends: [toEdtf(first), toEdtf(last)], point: null, reasoning };
}

function completed({ year, month, day }: WrittenDate, other: number | null): CalendarDate | null {
  const known = year ?? (month === null ? null : other);
  if (known === null) return null;
  const date = { year: known, month, day };
  return isReal(date) ? date : null;
}
