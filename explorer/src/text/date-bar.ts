/** Milliseconds since 1970, UTC. */
type Instant = number;

/** A date with what is known of it: the first and last instant that it may mean; null where it is open. */
export interface UncertainDate {
  /** EDTF. */
  readonly value: string;
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** A date as a bar of a time line, in shares of its width: 0 its left end, 1 its right one. */
export interface DateBar {
  readonly start: number;
  readonly end: number;
  /** Whether it goes on before what is shown, since its beginning is open or lies there. */
  readonly opensLeft: boolean;
  readonly opensRight: boolean;
  /** "?" or "~" in EDTF: the words do not commit to it. */
  readonly isUncertain: boolean;
}

/** What is shown of time: half-open. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

/** @returns the bar of a date within a period; null for one that lies outside */
export function dateBar({ value, earliest, latest }: UncertainDate, { from, to }: Period): DateBar | null {
  const first = earliest === null ? -Infinity : Date.parse(earliest);
  const last = latest === null ? Infinity : Date.parse(latest);
  if (last < from || first >= to || to <= from) return null;
  const share = (instant: Instant): number => Math.min(1, Math.max(0, (instant - from) / (to - from)));
  return {
    start: share(first),
    end: share(last),
    opensLeft: first < from,
    opensRight: last > to,
    isUncertain: /[?~%]/.test(value),
  };
}

/** The period that all dates lie in, whole years at its ends; null when none of them has an end. */
export function periodOf(dates: readonly UncertainDate[]): Period | null {
  const known = dates
    .flatMap(({ earliest, latest }) => [earliest, latest])
    .filter((date) => date !== null)
    .map((date) => Date.parse(date));
  if (known.length === 0) return null;
  const from = new Date(Math.min(...known)).getUTCFullYear();
  const to = new Date(Math.max(...known)).getUTCFullYear();
  return { from: startOfYear(from), to: startOfYear(to + 1) };
}

/** A mark on the scale. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];
const MOST_TICKS = 14;

/** Marks of a period: months in up to fourteen months, else years, or every few years. */
export function ticks({ from, to }: Period): Tick[] {
  const first = new Date(from);
  const months =
    (new Date(to).getUTCFullYear() - first.getUTCFullYear()) * 12 + new Date(to).getUTCMonth() - first.getUTCMonth();
  const step = months <= MOST_TICKS ? 1 : 12 * Math.ceil(months / 12 / MOST_TICKS);
  const found: Tick[] = [];
  const begin = step === 1 ? first.getUTCMonth() : 0;
  for (let month = begin; ; month += step) {
    const instant = Date.UTC(first.getUTCFullYear(), month, 1);
    if (instant >= to) return found;
    if (instant < from) continue;
    const date = new Date(instant);
    const name = MONTHS[date.getUTCMonth()] ?? '';
    const year = String(date.getUTCFullYear());
    const label = step > 1 ? year : found.length === 0 || name === 'Jan' ? `${name} ${year}` : name;
    found.push({ at: (instant - from) / (to - from), label });
  }
}

const startOfYear = (year: number): Instant => {
  const date = new Date(0);
  date.setUTCFullYear(year, 0, 1);
  return date.getTime();
};

/** A time as people type it: a year, a month or a day. */
const SIMPLE = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/;

/** The period from the beginning of one time to the end of another; null when either is not a year, month or day. */
export function periodBetween(from: string, to: string): Period | null {
  const [first, last] = [SIMPLE.exec(from), SIMPLE.exec(to)];
  if (!first || !last) return null;
  const begin = Date.UTC(Number(first[1]), Number(first[2] ?? 1) - 1, Number(first[3] ?? 1));
  const [, year, month, day] = last.map(Number);
  const end =
    last[3] === undefined
      ? Date.UTC(Number(year) + (last[2] === undefined ? 1 : 0), last[2] === undefined ? 0 : Number(month), 1)
      : Date.UTC(Number(year), Number(month) - 1, Number(day) + 1);
  return end <= begin ? null : { from: begin, to: end };
}

/** So much of what is dated has to be seen at first. */
const MOST = 2 / 3;

/** The shortest row of whole years in which two thirds of the dates begin; the earliest if there are several. */
export function whereMost(dates: readonly UncertainDate[]): Period | null {
  const years = dates
    .flatMap(({ earliest, latest }) => earliest ?? latest ?? [])
    .map((date) => new Date(date).getUTCFullYear())
    .sort((a, b) => a - b);
  const needed = Math.ceil(years.length * MOST);
  let best: readonly [number, number] | null = null;
  for (let index = 0; index + needed <= years.length && needed > 0; index++) {
    const [first, last] = [years[index] ?? 0, years[index + needed - 1] ?? 0];
    if (best === null || last - first < best[1] - best[0]) best = [first, last];
  }
  return best && { from: startOfYear(best[0]), to: startOfYear(best[1] + 1) };
}
