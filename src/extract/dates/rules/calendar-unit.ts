import { dayNumber, dayOfNumber, inWords, later, weekday } from '../calendar.ts';
import type { Context } from '../context.ts';
import { DETERMINED, isAfter, isBefore } from '../guards.ts';
import { GAP, START, WORD_END } from '../patterns.ts';
import { countedFrom, inferred, inferredStretch, type Reading } from '../reading.ts';
import { spanOf, type Rule } from '../rule.ts';

const STEPS = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
]);
/** "last week of July", "next year or two" are other lengths of time. */
const OTHER_LENGTH = /^(?:[ \u00A0](?:of|or|and a half)(?!\p{L})|[-‐‑])/u;
const PART = '(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate|[Ss]ometime)';

/**
 * "last month", "this week", "next year", "earlier this year": the whole unit, in which some day is meant. A week goes
 * from Monday to Sunday; on a Sunday it is uncertain which is meant, since weeks may begin on that day. "the last
 * year" is a length of time.
 */
export const calendarUnit: Rule = {
  pattern: new RegExp(
    `${START}(?:${PART}${GAP})?(?:(?<which>last|this|next)|(?<first>Last|This|Next))${GAP}(?<unit>week|weekend|month|year)${WORD_END}`,
    'gu',
  ),
  recognize(match, text) {
    const { which, first, unit = '' } = match.groups ?? {};
    const span = spanOf(match);
    if (isAfter(text, span, DETERMINED) || isBefore(text, span, OTHER_LENGTH)) return null;
    const name = (which ?? first ?? '').toLowerCase();
    const steps = STEPS.get(name) ?? 0;
    const read = (context: Context): Reading | null => {
      const words = context.words(span);
      if (unit === 'week') return week(context, words, steps, context.isQuoted(span));
      if (unit === 'weekend') return weekend(context, words, name);
      const { anchor } = context;
      const date = anchor && later(anchor.date, steps, unit === 'month' ? 'MONTH' : 'YEAR');
      if (!anchor || !date) return null;
      return countedFrom(anchor, inferred(date, `“${words}” is counted from ${anchor.told}, and is ${inWords(date)}.`));
    };
    return { span, read };
  },
};

function week(context: Context, words: string, steps: number, isQuoted: boolean): Reading | null {
  const anchor = context.day;
  if (!anchor) return null;
  const today = dayNumber(anchor.date);
  const monday = today - weekday(today) + 7 * steps;
  const isSunday = weekday(today) === 6;
  const doubt = isSunday ? ' As that is a Sunday, the week after may be meant.' : '';
  const saying = isQuoted ? ' The words are quoted and taken as said on that day.' : '';
  const days = [dayOfNumber(monday), dayOfNumber(monday + 6)] as const;
  const reasoning = `“${words}” is counted from ${anchor.told}, in weeks from Monday to Sunday.${doubt}${saying}`;
  return countedFrom(anchor, inferredStretch(days, reasoning, { isUncertain: isSunday || isQuoted }));
}

/** Only the last one, and only seen from a working day: else it is open which of two is meant. */
function weekend(context: Context, words: string, which: string): Reading | null {
  const anchor = context.day;
  if (!anchor || which !== 'last') return null;
  const today = dayNumber(anchor.date);
  if (weekday(today) > 4) return null;
  const saturday = today - weekday(today) - 2;
  const reasoning = `“${words}” is the Saturday and Sunday before ${anchor.told}.`;
  return countedFrom(anchor, inferredStretch([dayOfNumber(saturday), dayOfNumber(saturday + 1)], reasoning));
}
