import { readEdtf } from '../../domain/edtf.ts';
import type { Span } from '../../text/span.ts';
import { isReal, inWords, precisionOf, type CalendarDate } from './calendar.ts';
import { findDateline } from './dateline.ts';
import type { WrittenDate } from './point.ts';

/** The date that an article counts from: when it was published, as far as that is known. */
export interface Anchor {
  readonly date: CalendarDate;
  /** "the day of publication, 29 July 2022": for a reasoning. */
  readonly told: string;
  /** The words of the text that tell it; none where it is known from outside the text. */
  readonly evidence: readonly Span[];
  readonly isUncertain: boolean;
  readonly isApproximate: boolean;
}

const UNITS = { DAY: 'day', MONTH: 'month', YEAR: 'year' };
/** Before it there were no newspapers. */
const FIRST_YEAR = 1600;

/**
 * The date to count from: the one known from outside the text, made more precise by the text's own dateline where the
 * two agree; without one, the text's own, if it has a year.
 *
 * @param published EDTF
 * @throws VerbatimError BAD_USER_INPUT when `published` is no EDTF
 */
export function findAnchor(text: string, published: string | null): Anchor | null {
  const dateline = findDateline(text);
  const outside = published === null ? null : commonDate(published);
  if (published !== null && outside === null) return null;
  const own = dateline && completed(dateline.date, outside);
  if (dateline && own && !(outside && precisionOf(outside) === 'DAY')) {
    const told = `the day at the article's own head, ${inWords(own)}`;
    return { date: own, told, evidence: [dateline.span], isUncertain: false, isApproximate: false };
  }
  if (!outside) return null;
  return {
    date: outside,
    told: `the ${UNITS[precisionOf(outside)]} of publication, ${inWords(outside)}`,
    evidence: [],
    isUncertain: /[?%]/.test(published ?? ''),
    isApproximate: /[~%]/.test(published ?? ''),
  };
}

/** The day, month or year that holds all of what an EDTF date may mean; null where no year does. */
function commonDate(published: string): CalendarDate | null {
  const { earliest, latest } = readEdtf(published);
  if (!earliest || !latest) return null;
  const [from, to] = [earliest, latest].map((date) => date.toISOString().split('T')[0]?.split('-').map(Number) ?? []);
  const [year = 0, month = null, day = null] = from ?? [];
  if (year < FIRST_YEAR || year !== to?.[0]) return null;
  if (month !== to[1]) return { year, month: null, day: null };
  return { year, month, day: day === to[2] ? day : null };
}

/** A day of the text with its year, its own or the one known from outside; null where that does not hold it. */
function completed(own: WrittenDate, outside: CalendarDate | null): CalendarDate | null {
  const year = own.year ?? outside?.year;
  if (year === undefined || year < FIRST_YEAR) return null;
  const agrees = !outside || (year === outside.year && (outside.month === null || outside.month === own.month));
  return agrees && isReal({ ...own, year }) ? { ...own, year } : null;
}
