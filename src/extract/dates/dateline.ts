import { foldTypography } from '../../text/typography.ts';
import { paragraphs } from '../../text/paragraphs.ts';
import type { Span } from '../../text/span.ts';
import { BEFORE_YEAR, DAY_AND_MONTH, GAP, NUMBER_END, START, WEEKDAY_BEFORE, YEAR } from './patterns.ts';
import { readPoint, type WrittenDate } from './point.ts';

/** The day that a text itself tells as that of its publication, and its words. */
interface Dateline {
  readonly date: WrittenDate;
  readonly span: Span;
}

/** A dateline or a line with the date stands among so many first lines, each no longer than so many UTF-16 units. */
const HEAD = { lines: 8, units: 2_000 };
/** A line that only tells when an article appeared is no longer; of a longer one only its beginning is looked at. */
const LONGEST_LINE = 120;

const DATE = String.raw`${START}${DAY_AND_MONTH}(?:${BEFORE_YEAR}${YEAR})?${NUMBER_END}`;
const ISO = String.raw`${START}${YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)`;
const LABEL = String.raw`(?:First )?(?:Published|Posted|Publication date|Date|Issued)(?: on| at)?:?`;
const BYLINE = String.raw`By \p{Lu}[\p{L} .'-]{2,40}[,|·•]?`;
/** What may stand behind the date in a line that is about nothing else: a time, another label, "3 min read". */
const REST = String.raw`[,|·•. -]{0,3}(?:(?:at )?\d{1,2}[:.]\d{2}|[|·•(-]|Updated|Last|\d{1,2} ?(?:am|pm|min)|\p{Lu}{2,4}\b|$).{0,60}$`;
const LINE = new RegExp(
  String.raw`^\s{0,4}(?:${LABEL} ?|${BYLINE} ?)?(?:${WEEKDAY_BEFORE},? )?(?<date>${ISO}|${DAY_AND_MONTH}${BEFORE_YEAR}${YEAR}(?!\d))(?:T\d\d:\d\d\S{0,16})?${REST}`,
  'u',
);
/** "MOSCOW, July 29 (Reuters) -", "SEOUL (AP), 29 July 2022 —", "Geneva, July 29 /TASS/." */
const PLACE = String.raw`\p{Lu}[\p{L}\p{M} .,'/-]{1,60}`;
const AGENCY = String.raw`[(/]\p{Lu}[\p{L} ]{1,24}[)/]`;
const STARTS = new RegExp(
  String.raw`^\s{0,4}(?<place>${PLACE}?),?(?:${GAP}${AGENCY}),?${GAP}(?<date>${DATE})\s?[-:.]|` +
    String.raw`^\s{0,4}(?<city>${PLACE}?),${GAP}(?<day>${DATE})\.?,?(?:${GAP}(?<agency>${AGENCY}))?${'\\s?[-:.]'}`,
  'u',
);

/**
 * The day at the head of an article: a line of its own ("Published July 29, 2022"), else the dateline before the first
 * sentence. Of several lines the first counts; one that only tells of an update does not.
 *
 * @returns the day, with its year or without; null where there is none
 */
export function findDateline(text: string): Dateline | null {
  const lines = paragraphs(text.slice(0, HEAD.units * HEAD.lines)).slice(0, HEAD.lines);
  return first(text, lines, dateOfLine) ?? first(text, lines, dateOfStart);
}

type Finder = (line: string, isWhole: boolean) => { words: string; index: number } | null;

function first(text: string, lines: readonly Span[], find: Finder): Dateline | null {
  for (const { start, end } of lines) {
    const line = foldTypography(text.slice(start, Math.min(end, start + LONGEST_LINE))).replace('\r', ' ');
    const found = find(line, end - start <= LONGEST_LINE);
    if (!found) continue;
    const at = start + found.index;
    const { year, month, day } = readDay(found.words);
    if (month !== null && day !== null)
      return { date: { year, month, day }, span: { start: at, end: at + found.words.length } };
  }
  return null;
}

const dateOfLine: Finder = (line, isWhole) => {
  const words = isWhole ? LINE.exec(line)?.groups?.['date'] : undefined;
  return words === undefined ? null : { words, index: line.indexOf(words) };
};

const dateOfStart: Finder = (line) => {
  const groups = STARTS.exec(line)?.groups;
  const words = groups?.['date'] ?? groups?.['day'];
  if (groups === undefined || words === undefined) return null;
  const isNamed = groups['place'] !== undefined || groups['agency'] !== undefined;
  // Without an agency only a place in capitals is surely one: "Yesterday, July 29 - a Friday - he left."
  const isPlace = isNamed || /^\p{Lu}{3}/u.test(groups['city'] ?? '');
  return isPlace ? { words, index: line.indexOf(words) } : null;
};

function readDay(words: string): WrittenDate {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(words);
  if (!iso) return readPoint(words);
  const [, year, month, day] = iso.map(Number);
  return { year: year ?? null, month: month ?? null, day: day ?? null };
}
