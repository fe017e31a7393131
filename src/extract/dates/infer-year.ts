import type { Span } from '../../text/span.ts';
import { MONTHS } from './calendar.ts';
import type { Context } from './context.ts';
import type { Reading } from './reading.ts';

/** So many months off at most, a month or a day without a year is the nearest one, whatever the tense. */
const NEAR = 2;

/** The year that a day or a month without one has, and why. */
interface InferredYear {
  readonly year: number;
  /** The end of a sentence that begins with the words: "has no year; it is the nearest one to …". */
  readonly reasoning: string;
  readonly because: Reading['because'];
}

/**
 * The year of a month, or of a day in it, that is written without one. News name the year where it is not the current
 * one, so the nearest is meant where one is near and the tense does not point to another; farther off, the tense
 * decides, and must, and only outside quotation marks, within which anything may be told.
 *
 * @param month 1 to 12
 * @param isDay whether a day is written: only then can the article's own month be meant, which else is called "this
 *   month"
 */
export function inferYear(context: Context, span: Span, month: number, isDay: boolean): InferredYear | null {
  const { anchor } = context;
  const ownMonth = anchor?.date.month ?? null;
  if (!anchor || ownMonth === null || isWithinAnotherYear(context, span)) return null;
  const back = (((ownMonth - month) % 12) + 12) % 12;
  const year = (months: number): number => anchor.date.year + Math.floor((ownMonth - 1 + months) / 12);
  const nearest = (months: number): InferredYear => ({
    year: year(months),
    reasoning: `has no year; the nearest to ${anchor.told}, is in ${String(year(months))}`,
    because: [],
  });
  if (back === 0) return isDay ? nearest(0) : null;
  const tense = context.tense(span);
  const near = back <= NEAR ? -back : 12 - back <= NEAR ? 12 - back : null;
  if (!tense) return near === null || (near > 0 && !isDay) ? null : nearest(near);
  if (near === null && context.isQuoted(span)) return null;
  const isPast = tense.direction === 'PAST';
  if (near !== null && near > 0 === isPast) return null;
  const months = isPast ? -back : 12 - back;
  const which = isPast ? 'last' : 'next';
  return {
    year: year(months),
    reasoning:
      `has no year; “${context.words(tense.word)}” tells of the ${isPast ? 'past' : 'future'}, and the ${which} ` +
      `${MONTHS[month - 1] ?? ''} seen from ${anchor.told}, is that of ${String(year(months))}`,
    because: [tense.word],
  };
}

/** Whether the words before speak of another year, which may then be meant: "In 1944 … On June 6 …". */
function isWithinAnotherYear(context: Context, span: Span): boolean {
  const { before, anchor } = context;
  if (!before || !anchor) return false;
  const sentences = context.sentenceNumber(span) - context.sentenceNumber(before.span);
  if (!before.date) return before.isDay && sentences === 0;
  return before.date.year !== anchor.date.year && sentences <= 1;
}
