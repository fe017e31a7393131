import { later } from '../calendar.ts';
import type { Context } from '../context.ts';
import { isAfter, isBefore, isCapitalInside, isTitle, POSSESSIVE } from '../guards.ts';
import { GAP, START, WORD_END } from '../patterns.ts';
import { countedFrom, inferred } from '../reading.ts';
import type { Tense } from '../tense.ts';
import { spanOf, type Expression, type Rule } from '../rule.ts';

/** Days from the article's own. */
const DAYS: readonly (readonly [words: RegExp, days: number])[] = [
  [/before yesterday/u, -2],
  [/after tomorrow/u, 2],
  [/^yesterday/iu, -1],
  [/^tomorrow/iu, 1],
];
/** "a better tomorrow", "alive today", "now and today" name no day. */
const NO_DAY = /(?<!\p{L})(?:an?|the|of|than|better|brighter|alive|even|our|still|like|as|and|or|for)[ \u00A0]$/iu;

/** Words that may mean nowadays or some day. */
const VAGUE = /^(?:today|tomorrow)$/iu;
/** So far from "today" its verb may be, in UTF-16 code units. */
const NEAR = 60;

/** "today", "yesterday", "tomorrow", "tonight", "this morning", "the day before yesterday". */
export const dayWord: Rule = {
  pattern: new RegExp(
    `${START}(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Tt]his${GAP}(?:morning|afternoon|evening)|` +
      `[Tt]he${GAP}day${GAP}(?:before${GAP}yesterday|after${GAP}tomorrow))${WORD_END}`,
    'gu',
  ),
  recognize(match, text) {
    const span = spanOf(match);
    const isFarther = /^the/iu.test(match[0]);
    if (isCapitalInside(text, span) || isTitle(text, span)) return null;
    if (!isFarther && isAfter(text, span, NO_DAY)) return null;
    if (/^(?:today|tomorrow|yesterday)$/iu.test(match[0]) && isBefore(text, span, POSSESSIVE)) return null;
    return { span, read: (context) => read(context, span) };
  },
};

const read = (context: Context, span: Expression['span']): ReturnType<Expression['read']> => {
  const anchor = context.day;
  if (!anchor) return null;
  const words = context.words(span);
  const isVague = VAGUE.test(words);
  const tense = isVague ? context.tense(span) : null;
  if (isVague && !(tense && tellsDay(context, span, tense))) return null;
  const days = DAYS.find(([pattern]) => pattern.test(words))?.[1] ?? 0;
  const isQuoted = context.isQuoted(span);
  const reasoning =
    `“${words}” is counted from ${anchor.told}.` +
    (isQuoted ? ' The words are quoted and taken as said on that day.' : '') +
    (tense ? ` “${context.words(tense.word)}” shows that a day is meant.` : '');
  const more = { isUncertain: isQuoted, because: tense ? [tense.word] : [] };
  return countedFrom(anchor, inferred(later(anchor.date, days, 'DAY'), reasoning, more));
};

/** "Women today earn less", "tomorrow can be different": only what happened today or will happen tells of the day. */
function tellsDay(context: Context, span: Expression['span'], { direction, word }: Tense): boolean {
  if (/^tomorrow/iu.test(context.words(span))) return direction === 'FUTURE';
  if (/^(?:is|are)$/u.test(context.words(word))) return false;
  const opens = span.start === context.sentence(span).start;
  return word.end <= span.start ? span.start - word.end <= NEAR : opens && word.start - span.end <= NEAR;
}
