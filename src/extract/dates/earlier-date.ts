import type { Span } from '../../text/span.ts';
import { dayNumber, inWords, type CalendarDate } from './calendar.ts';
import type { Context } from './context.ts';
import { MONTH_NAME, WEEKDAY } from './patterns.ts';
import type { Reading } from './reading.ts';

/** So many sentences and UTF-16 code units back at most a date is counted from. */
const NEAR = { sentences: 2, units: 600 };
/** What looks like a date that could not be read: then nobody knows which one is meant. */
const OTHER_DATE = new RegExp(String.raw`(?<!\d)(?:19|20)\d{2}(?!\d)|${MONTH_NAME}|${WEEKDAY}`, 'u');

/** The date that words such as "two days later" count from: the last one before them, if it could be read and is near. */
interface EarlierDate {
  readonly date: CalendarDate;
  /** "“May 3”, 3 May 2014": for a reasoning. */
  readonly told: string;
  readonly span: Span;
}

export function earlierDate(context: Context, span: Span): EarlierDate | null {
  const { before } = context;
  if (!before?.date || span.start - before.span.end > NEAR.units) return null;
  if (context.sentenceNumber(span) - context.sentenceNumber(before.span) > NEAR.sentences) return null;
  if (OTHER_DATE.test(context.text.slice(before.span.end, span.start))) return null;
  const told = `“${context.words(before.span)}” before it, ${inWords(before.date)}`;
  return { date: before.date, told, span: before.span };
}

/**
 * A reading that counts from an earlier date of the text; null where it comes out after the article's own, and no verb
 * tells of the future.
 */
export function countedFromEarlier(
  context: Context,
  span: Span,
  earlier: EarlierDate,
  reading: Reading | null,
): Reading | null {
  if (!reading?.point) return null;
  const { anchor } = context;
  const isAfterArticle = anchor !== null && dayNumber(reading.point) > dayNumber(anchor.date);
  if (isAfterArticle && context.tense(span)?.direction !== 'FUTURE') return null;
  return { ...reading, because: [...reading.because, earlier.span] };
}
