import { dayNumber, dayOfNumber, inWords, weekday as weekdayOfDay } from '../calendar.ts';
import type { Anchor } from '../anchor.ts';
import type { Context } from '../context.ts';
import { isAfter, isBefore, isNameBefore, isTitle } from '../guards.ts';
import { GAP, START, WEEKDAY, weekdayOf, WORD_END } from '../patterns.ts';
import { countedFrom, inferred, type Reading } from '../reading.ts';
import { spanOf, type Expression, type Rule } from '../rule.ts';

/** Words that make a weekday part of a name, or one of many. */
const NAMED_OR_MANY =
  /(?<!\p{L})(?:Black|Good|Super|Ash|Cyber|Palm|Easter|Bloody|Ruby|Casual|Maundy|Shrove|Fat|Giving|Whit|Joe|Man|Taco|Throwback|Holy|Business|Bowl|Manic|Freaky|Blue|Mail on|Spy|Pentecost|Trinity|Advent|Stormy|every|each|any|most|some|an?|one|other|another|many|Every|Each|Any|Most|Some|An?|One)[ \u00A0]$/u;
/** A choice of two leaves open which. */
const OR = /^[ \u00A0]or[ \u00A0]/u;

/** "Thursday", "last Monday", "next Tuesday", "this past Friday", "Monday of last week". */
export const weekday: Rule = {
  pattern: new RegExp(
    `${START}(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his(?:${GAP}past|${GAP}coming)?)${GAP})?(?<day>${WEEKDAY})` +
      `(?:${GAP}(?:of${GAP})?(?<week>last|this|next)${GAP}week)?${WORD_END}`,
    'gu',
  ),
  recognize(match, text) {
    const { which, day = '', week } = match.groups ?? {};
    const span = spanOf(match);
    if (isAfter(text, span, NAMED_OR_MANY) || isBefore(text, span, OR)) return null;
    if (isNameBefore(text, span) || isTitle(text, span)) return null;
    const sought = weekdayOf(day);
    const read: Expression['read'] = (context) => {
      const anchor = context.day;
      if (!anchor) return null;
      const place = { context, anchor, span, sought, name: day };
      if (week !== undefined) return ofWeek(place, week);
      const reading = which === undefined ? ofTense(place) : counted(place, which.toLowerCase());
      return reading && countedFrom(anchor, quoted(context, span, reading));
    };
    return { span, read };
  },
};

interface Place {
  readonly context: Context;
  readonly anchor: Anchor;
  readonly span: Expression['span'];
  /** 0 for Monday to 6 for Sunday. */
  readonly sought: number;
  readonly name: string;
}

/** Quoted words count from the day they were said, which is taken for the article's own. */
function quoted(context: Context, span: Expression['span'], reading: Reading): Reading {
  if (!context.isQuoted(span)) return reading;
  const reasoning = `${reading.reasoning ?? ''} The words are quoted and taken as said on that day.`;
  return { ...reading, reasoning, isUncertain: true };
}

/** With a verb in the past, the last such day up to publication; with one in the future, the first from then on. */
function ofTense({ context, anchor, span, sought, name }: Place): Reading | null {
  const tense = context.tense(span);
  if (!tense) return null;
  const isPast = tense.direction === 'PAST';
  const today = dayNumber(anchor.date);
  const back = (weekdayOfDay(today) - sought + 7) % 7;
  const date = dayOfNumber(isPast ? today - back : today + ((7 - back) % 7));
  const reasoning =
    `“${name}” is the ${isPast ? 'last' : 'first'} ${name} ${isPast ? 'up to' : 'from'} ${anchor.told}${isPast ? '' : ', on'}; ` +
    `“${context.words(tense.word)}” tells of the ${isPast ? 'past' : 'future'}.`;
  return inferred(date, reasoning, { because: [tense.word] });
}

/**
 * "last" and "next" are taken for the nearest before and after publication, "this" for the one to come unless "past"
 * or the tense says otherwise. Where the nearest is in the same week (from Monday), the one of another week may be
 * meant.
 */
function counted({ context, anchor, span, sought, name }: Place, which: string): Reading | null {
  const today = dayNumber(anchor.date);
  const tense = which === 'this' ? context.tense(span) : null;
  if (which === 'this' && !tense) return null;
  const isPast = which === 'last' || which.endsWith('past') || tense?.direction === 'PAST';
  const back = (weekdayOfDay(today) - sought + 7) % 7 || 7;
  const ahead = (sought - weekdayOfDay(today) + 7) % 7 || 7;
  const day = isPast ? today - back : today + ahead;
  const isSameWeek = isPast ? back <= weekdayOfDay(today) : ahead <= 6 - weekdayOfDay(today);
  const isUncertain = isSameWeek && (which === 'last' || which === 'next');
  const words = `“${context.words(span)}”`;
  const doubt = isUncertain
    ? ` As it is in the same week, that of the week ${isPast ? 'before' : 'after'} may be meant.`
    : '';
  const reasoning = `${words} is the nearest ${name} ${isPast ? 'before' : 'after'} ${anchor.told}.${doubt}`;
  return inferred(dayOfNumber(day), reasoning, { isUncertain, because: tense ? [tense.word] : [] });
}

/** On a Sunday it is not known which week is "this" one, since weeks may begin on that day. */
function ofWeek({ context, anchor, span, sought, name }: Place, week: string): Reading | null {
  const today = dayNumber(anchor.date);
  const monday = today - weekdayOfDay(today) + { last: -7, this: 0, next: 7 }[week as 'last' | 'this' | 'next'];
  if (weekdayOfDay(today) === 6 || sought === 6) return null;
  const reasoning =
    `“${context.words(span)}” is the ${name} of the week of ${inWords(dayOfNumber(monday))}, ` +
    `counted from ${anchor.told}.`;
  return countedFrom(anchor, inferred(dayOfNumber(monday + sought), reasoning));
}
