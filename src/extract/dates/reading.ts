import type { Span } from '../../text/span.ts';
import type { Anchor } from './anchor.ts';
import { isReal, toEdtf, type CalendarDate } from './calendar.ts';

/** What an expression means, before the words around it ("since", "around") and the marks of EDTF are added. */
export interface Reading {
  /** One date in EDTF, or the two ends of a stretch, all without marks. */
  readonly ends: readonly [string] | readonly [string, string];
  /** What later words may count from: the day, month or year that is meant; null where it is none. */
  readonly point: CalendarDate | null;
  /** How it was worked out, in sentences; null where it is written out. */
  readonly reasoning: string | null;
  /** What the reasoning uses besides the expression. */
  readonly because: readonly Span[];
  /** Whether the text leaves a choice: "?" in EDTF. */
  readonly isUncertain: boolean;
  /** Whether it is told only about when: "~" in EDTF. */
  readonly isApproximate: boolean;
}

/** A date that is written out; null where the calendar does not have it. */
export const stated = (date: CalendarDate): Reading | null =>
  isReal(date)
    ? { ends: [toEdtf(date)], point: date, reasoning: null, because: [], isUncertain: false, isApproximate: false }
    : null;

/** A date worked out from another; null where the calendar does not have it. */
export function inferred(
  date: CalendarDate | null,
  reasoning: string,
  more: Partial<Pick<Reading, 'because' | 'isUncertain' | 'isApproximate'>> = {},
): Reading | null {
  const reading = date && stated(date);
  return reading && { ...reading, ...more, reasoning };
}

/** A stretch from one day to another, both worked out. */
export function inferredStretch(
  [from, to]: readonly [CalendarDate, CalendarDate],
  reasoning: string,
  more: Partial<Pick<Reading, 'because' | 'isUncertain'>> = {},
): Reading | null {
  const reading = isReal(to) ? inferred(from, reasoning, more) : null;
  return reading && { ...reading, ends: [toEdtf(from), toEdtf(to)], point: null };
}

/** A reading that counts from the article's own date is as sure as that. */
export const countedFrom = (anchor: Anchor, reading: Reading | null): Reading | null =>
  reading && {
    ...reading,
    because: [...reading.because, ...anchor.evidence],
    isUncertain: reading.isUncertain || anchor.isUncertain,
    isApproximate: reading.isApproximate || anchor.isApproximate,
  };

/** The value in EDTF, with its marks. Decades take none at level 1, and open ends have none. */
export function valueOf({ ends, isUncertain, isApproximate }: Reading): string {
  const mark = isUncertain ? (isApproximate ? '%' : '?') : isApproximate ? '~' : '';
  return ends.map((end) => (/\d$/.test(end) ? end + mark : end)).join('/');
}
