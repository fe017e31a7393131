import { dayNumber, isReal, weekday, WEEKDAYS, type CalendarDate } from '../calendar.ts';
import type { Context } from '../context.ts';
import { isAfter, isBefore } from '../guards.ts';
import { inferYear } from '../infer-year.ts';
import { DAY_AND_MONTH, GAP, NUMBER_END, START, WEEKDAY_BEFORE, weekdayOf, YEAR } from '../patterns.ts';
import { readPoint } from '../point.ts';
import { countedFrom, inferred, type Reading } from '../reading.ts';
import { spanOf, type Expression, type Rule } from '../rule.ts';

/** Days that events of long ago are called by, and places called by days. */
const CALLED_BY_DAY =
  /^['’]?s?,? (?:(?:terror(?:ist)?|coup|suicide) )?(?:attacks?|attackers?|hijack\w{0,6}|riots?|insurrection|massacre|bombings?|uprising|revolution|movement|coup|putsch|committee|panel|hearings?|Street|Square|Avenue|Boulevard|Bridge|Movement|Revolution|Coalition|Committee|Stadium|University)\b/u;
/** With the years, "9/11" has become a name of its own. */
const NAME = /^Sept(?:ember|\.)? ?11(?:th)?$|^11(?:th)? (?:of )?September$/iu;

/** "July 29", "29th of July", "Friday, July 29": the year is inferred, from the weekday where there is one. */
export const dayAndMonth: Rule = {
  pattern: new RegExp(
    `${START}(?:(?<weekday>${WEEKDAY_BEFORE}),?${GAP}(?:the${GAP})?)?(?<date>${DAY_AND_MONTH})${NUMBER_END}(?!,?${GAP}?${YEAR}(?!\\p{N}))`,
    'gu',
  ),
  recognize(match, text) {
    const { weekday: name, date = '' } = match.groups ?? {};
    const { month, day } = readPoint(date);
    const span = spanOf(match);
    if (month === null || day === null) return null;
    if (NAME.test(date)) return { span, read: () => null };
    if (isBefore(text, span, CALLED_BY_DAY) || isAfter(text, span, /\b(?:every|each|any) $/iu)) return null;
    const read: Expression['read'] = (context) =>
      name === undefined
        ? nearest(context, span, month, day)
        : onWeekday(context, context.words(span), month, day, weekdayOf(name));
    return { span, read };
  },
};

function nearest(context: Context, span: Expression['span'], month: number, day: number): Reading | null {
  const inferredYear = inferYear(context, span, month, true);
  if (!inferredYear || !context.anchor) return null;
  const { year, reasoning, because } = inferredYear;
  const sentence = `“${context.words(span)}” ${reasoning}.`;
  return countedFrom(context.anchor, inferred({ year, month, day }, sentence, { because }));
}

/** A day falls on a certain weekday every five, six or eleven years: only one year near the article's own fits. */
function onWeekday(context: Context, words: string, month: number, day: number, sought: number): Reading | null {
  const { anchor } = context;
  if (!anchor) return null;
  const fits = [-1, 0, 1]
    .map((years): CalendarDate => ({ year: anchor.date.year + years, month, day }))
    .filter((date) => isReal(date) && weekday(dayNumber(date)) === sought);
  const [date] = fits;
  if (!date || fits.length > 1) return null;
  const reasoning =
    `“${words}” has no year; of the years around ${anchor.told}, only in ${String(date.year)} ` +
    `was or is that day a ${WEEKDAYS[sought] ?? ''}.`;
  return countedFrom(anchor, inferred(date, reasoning));
}
