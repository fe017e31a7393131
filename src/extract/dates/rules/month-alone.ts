import { MONTHS, later, type CalendarDate } from '../calendar.ts';
import type { Context } from '../context.ts';
import { isAfter, isBefore, isNameBefore, POSSESSIVE } from '../guards.ts';
import { inferYear } from '../infer-year.ts';
import { GAP, MONTH_NAME, monthOf, START, WORD_END } from '../patterns.ts';
import { countedFrom, inferred, type Reading } from '../reading.ts';
import { spanOf, type Expression, type Rule } from '../rule.ts';

/** Words after which the name of a month is one, and no name of a person, verb or march. */
const GOVERNORS =
  '(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Bb]y|[Ee]arly|[Ll]ate|[Mm]id|(?:[Ee]nd|[Ss]tart|[Bb]eginning|[Mm]iddle|month) of)';
/** "in May 2" is a day, "in May or June" leaves open which. */
const NO_MONTH = /^(?:[ \u00A0](?:\d|or\b|of\b)|['’]s|\/)/u;

/** "in May", "last June", "early next March": the year is inferred. */
export const monthAlone: Rule = {
  pattern: new RegExp(
    `(?:${START}(?<which>[Ll]ast|[Tt]his|[Nn]ext)${GAP}|(?<=(?<!\\p{L})${GOVERNORS}(?:${GAP}|-)))(?<month>${MONTH_NAME})${WORD_END}`,
    'gu',
  ),
  recognize(match, text) {
    const { which, month: name = '' } = match.groups ?? {};
    const span = spanOf(match);
    if (isBefore(text, span, NO_MONTH) || isBefore(text, span, POSSESSIVE) || isNameBefore(text, span)) return null;
    if (name === 'May' && isAfter(text, span, /\b[Bb]y[ \u00A0]{1,2}$/u)) return null;
    const month = monthOf(name);
    const read: Expression['read'] = (context) => {
      if (which === undefined && context.hasSurname(name)) return null;
      return which === undefined ? nearest(context, span, month) : counted(context, span, month, which.toLowerCase());
    };
    return { span, read };
  },
};

function nearest(context: Context, span: Expression['span'], month: number): Reading | null {
  const inferredYear = inferYear(context, span, month, false);
  if (!inferredYear || !context.anchor) return null;
  const { year, reasoning, because } = inferredYear;
  const sentence = `“${context.words(span)}” ${reasoning}.`;
  return countedFrom(context.anchor, inferred({ year, month, day: null }, sentence, { because }));
}

/** "last June" and "next June" are taken for the nearest; within one year, the one of another year may be meant. */
function counted(context: Context, span: Expression['span'], month: number, which: string): Reading | null {
  const { anchor } = context;
  const ownMonth = anchor?.date.month ?? null;
  if (!anchor || ownMonth === null) return null;
  const here = { ...anchor.date, day: null };
  const back = (((ownMonth - month) % 12) + 12) % 12 || 12;
  const ahead = 12 - (back % 12);
  const same: CalendarDate = { year: anchor.date.year, month, day: null };
  const date = which === 'this' ? same : later(here, which === 'last' ? -back : ahead, 'MONTH');
  if (!date) return null;
  const isUncertain = which !== 'this' && date.year === anchor.date.year;
  const words = `“${context.words(span)}”`;
  const name = MONTHS[month - 1] ?? '';
  const found =
    which === 'this'
      ? `${words} is ${name} of the year of ${anchor.told}.`
      : `${words} is the nearest ${name} ${which === 'last' ? 'before' : 'after'} ${anchor.told}.`;
  const doubt = isUncertain ? ` That of the year ${which === 'last' ? 'before' : 'after'} may be meant.` : '';
  return countedFrom(anchor, inferred(date, found + doubt, { isUncertain }));
}
