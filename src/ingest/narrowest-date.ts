import type { DateRecord } from '../domain/records.ts';

/** The date that says most: the one of the shortest span, the first of several; null where there is none. */
export function narrowestDate(dates: readonly DateRecord[]): DateRecord | null {
  return dates.reduce<DateRecord | null>((best, date) => (best && span(best) <= span(date) ? best : date), null);
}

/** In milliseconds; without end where a side is open. */
const span = ({ earliest, latest }: DateRecord): number =>
  earliest && latest ? latest.getTime() - earliest.getTime() : Infinity;
