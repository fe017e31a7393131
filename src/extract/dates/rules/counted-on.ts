import { countedFromEarlier, earlierDate } from '../earlier-date.ts';
import { isAfter, isBefore } from '../guards.ts';
import { isAbout, isInexact, LENGTH, movedBy, readLength, type Length } from '../length.ts';
import { GAP, START, WORD_END } from '../patterns.ts';
import { spanOf, type Expression, type Rule } from '../rule.ts';

/** "a day before", "the year after": only where nothing follows that it would be before or after of. */
const ENDS = /^(?:[.,;:)—”"]|\s*$|\s*\n)/u;
/** "for the following year" is a length of time. */
const LASTS = /(?<!\p{L})(?:for|over|throughout|within|during|than)[ \u00A0]$/iu;

/** "two days later", "a year earlier", "a month before": counted from the last date before it. */
export const countedOn: Rule = {
  pattern: new RegExp(`${START}${LENGTH}${GAP}(?<where>later|earlier|before|after)${WORD_END}`, 'gu'),
  recognize(match, text) {
    const span = spanOf(match);
    const { where = '' } = match.groups ?? {};
    const length = readLength(match);
    if (!length || isInexact(text, span)) return null;
    if (!isBefore(text, span, where.endsWith('er') && where !== 'after' ? /^(?![ \u00A0]than)/u : ENDS)) return null;
    const sign = where === 'later' || where === 'after' ? 1 : -1;
    return { span, read: reader(span, length, sign, isAbout(text, span)) };
  },
};

/** "the next day", "the following month", "the previous year", "the day after". */
export const nextUnit: Rule = {
  pattern: new RegExp(
    `${START}[Tt]he${GAP}(?:(?<where>next|following|previous|preceding)${GAP}(?<unit>day|month|year)|(?<unit2>day|month|year)${GAP}(?<where2>before|after))${WORD_END}`,
    'gu',
  ),
  recognize(match, text) {
    const span = spanOf(match);
    const { where, unit, where2, unit2 } = match.groups ?? {};
    if (isAfter(text, span, LASTS)) return null;
    if (where2 !== undefined && !isBefore(text, span, ENDS)) return null;
    // "the next year" is as often the time from now on.
    if (where === 'next' && unit !== 'day') return null;
    const sign = /^(?:next|following|after)$/u.test(where ?? where2 ?? '') ? 1 : -1;
    return { span, read: reader(span, { count: 1, unit: (unit ?? unit2) as Length['unit'] }, sign, false) };
  },
};

const reader =
  (span: Expression['span'], length: Length, sign: 1 | -1, isSomeTime: boolean): Expression['read'] =>
  (context) => {
    const earlier = earlierDate(context, span);
    if (!earlier) return null;
    const words = `“${context.words(span)}” is counted from ${earlier.told}`;
    const reading = movedBy(earlier.date, length, sign, words, isSomeTime);
    return countedFromEarlier(context, span, earlier, reading);
  };
