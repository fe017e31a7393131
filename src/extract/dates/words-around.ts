import type { Span } from '../../text/span.ts';
import { precisionOf } from './calendar.ts';
import { GAP } from './patterns.ts';
import type { Reading } from './reading.ts';

/** So far before a date the words that belong to it begin at most, in UTF-16 code units. */
const REACH = 48;
const PART =
  '(?:(?:[Vv]ery )?(?:[Ee]arly|[Ll]ate|[Mm]id)(?:[ \\u00A0]|-)(?:in )?|(?:[Tt]he )?(?:[Ee]nd|[Ss]tart|[Bb]eginning|[Mm]iddle|[Cc]lose) of (?:the year )?)';
const BEFORE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<open>(?:[Ss]ince|[Uu]ntil|[Tt]ill)${GAP})?(?<about>(?:[Aa]round|[Cc]irca|c\\.|[Rr]oughly|(?<=(?:in|since|by|of|from|until)${GAP})about)${GAP})?(?<part>${PART})?$`,
  'u',
);
/** "since Thursday was a holiday": a reason, no time. */
const REASON = new RegExp(`^${GAP}(?:was|were|is|are|has|had|will)(?!\\p{L})`, 'u');

/** An expression with the words before it that belong to it, and what it means with them. */
interface Worded {
  readonly span: Span;
  readonly reading: Reading;
}

/**
 * "since 2014" leaves the end open, "until May" the beginning; "around 2010" is approximate; "early August" and "the
 * end of 2019" stay the month and the year, of which they are a part. Where part of a day is told, it is left out.
 *
 * @param from where the expression before ends: no word is used twice
 */
export function withWordsBefore(text: string, span: Span, reading: Reading, from: number): Worded {
  const lead = text.slice(Math.max(from, span.start - REACH), span.start);
  const match = BEFORE.exec(lead);
  const { open, about, part } = match?.groups ?? {};
  const isDay = reading.point !== null && precisionOf(reading.point) === 'DAY';
  const isPoint = reading.ends.length === 1 && reading.point !== null;
  const opens = open !== undefined && isPoint && !REASON.test(text.slice(span.end, span.end + 12));
  const approximates = about !== undefined && isPoint;
  if (!match || (!opens && !approximates && (part === undefined || isDay))) return { span, reading };
  const skipped = open !== undefined && !opens ? open.length : 0;
  const unused = skipped + (about !== undefined && !approximates ? about.length : 0);
  const start = span.start - match[0].length + unused;
  const widened = { start, end: span.end };
  const words = `“${text.slice(start, span.end)}”`;
  const more = reading.reasoning === null ? null : reading.reasoning + openings(words, open, opens, approximates);
  const ends = opens ? opened(reading.ends[0], open) : reading.ends;
  return {
    span: widened,
    reading: { ...reading, ends, reasoning: more, isApproximate: reading.isApproximate || approximates },
  };
}

const opened = (end: string, open: string): [string, string] => (/since/iu.test(open) ? [end, '..'] : ['..', end]);

function openings(words: string, open: string | undefined, opens: boolean, approximates: boolean): string {
  if (opens) return ` ${words} leaves the ${/since/iu.test(open ?? '') ? 'end' : 'beginning'} open.`;
  return approximates ? ` ${words} tells only about when.` : '';
}
