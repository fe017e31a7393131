import { bySpan, contains, overlaps, type Span } from '../../text/span.ts';
import { sentences } from '../../text/sentences.ts';
import type { FoundDate } from './found-date.ts';
import { verbTime } from './verb-forms.ts';
import { leadingCount } from '../../text/leading-count.ts';

/** The words of an attribution by what they are in it. All spans are UTF-16. */
interface AttributionWords {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** The sentence of a cue is looked for so far around it, in UTF-16 code units. */
const REACH = 1_000;
/** So many words may stand between a date and the cue or source that it belongs to. */
const MOST_BETWEEN = 14;
const TOKEN = /[\p{L}\p{N}]+(?:['’\-.]\p{L}+)*|[,;:()“”"—–]/gu;
/** A date farther from its cue, in UTF-16 code units, is none of it. */
const LONGEST_BETWEEN = 400;
/** Verbs of publishing, whose date is that of what is published: "a statement released Thursday". */
const PUBLISHING = new Set(
  'released issued published posted sent dated aired broadcast given held recorded'.split(' '),
);
/** Words that begin a clause about something else, and marks that end one. */
const TURNS = new Set(
  'who which that whom whose when while where as because if whether since though although and but or after before wake aftermath response reaction amid following'.split(
    ' ',
  ),
);
const STOP = /^[;:()—–]$/u;
const QUOTES = /^[“”"]$/u;
/** Words that lead to a date of saying, or to the occasion on which something was said. */
const LEADS = new Set(
  'on in at during through via from late early earlier later just only speaking testifying appearing writing addressing'.split(
    ' ',
  ),
);
/** Forms in "-ing" that are occasions or ways to speak. */
const OCCASIONS = new Set(
  'meeting briefing hearing filing morning evening ruling gathering posting sitting opening closing building speaking testifying appearing writing addressing'.split(
    ' ',
  ),
);
/** Before a date that is that of a thing: "the July 29 deal", "about Thursday", "since May". */
const OF_SOMETHING =
  /(?<!\p{L})(?:the|an?|his|her|its|their|of|for|about|by|until|till|from|than|before|after|since|to|and|between|both)[ \u00A0]$/iu;
/**
 * Behind a date that stands by itself: a mark, a time of day, the next part of the sentence; not a noun that it
 * describes.
 */
const FREE =
  /^(?:,? (?:morning|afternoon|evening|night)(?!\p{L}))?(?:$|\s*$|[.,;:)—–”"]|\s*[“"(]|[ \u00A0](?:that|in|at|on|to|by|during|as|when|while|with|for|from|he|she|it|they|we|the|a|an|his|her|its|their|there|after|before|told|said|via|about|against|over|there|and|but)(?!\p{L}))/u;
/** Openings of whole dates that begin with an article: "the same day", "the end of May". */
const WITH_ARTICLE = /^the /iu;

/**
 * The date when something was said: one that belongs to the cue and source words, not to the content. It stands in the
 * sentence of the cue and outside all content, with nothing but places, occasions and addressees between it and the
 * cue or the source: "said Thursday", "On July 25 … told", "In a statement Friday, the ministry said". One in a clause
 * of its own ("the minister, who took office in 2010, said") or that describes a thing ("criticized the July 3 deal")
 * is none.
 *
 * @param dates of the whole text, as `findDates` gives them
 * @returns null where there is none, or where several that differ are equally near
 */
export function dateOfSaying(
  text: string,
  attribution: AttributionWords,
  dates: readonly FoundDate[],
): FoundDate | null {
  const frames = [...attribution.cue, ...attribution.source].sort(bySpan);
  const first = attribution.cue[0] ?? frames[0];
  if (!first) return null;
  const sentence = sentenceAround(text, first);
  const near = within(dates, sentence)
    .filter(
      ({ span }) => !attribution.content.some((content) => overlaps(content, span)) && isFree(text, span, attribution),
    )
    .map((date) => ({ date, words: wordsBetween(text, sentence, date.span, attribution) }))
    .filter(({ words }) => words <= MOST_BETWEEN)
    .sort((a, b) => a.words - b.words);
  const [best, second] = near;
  if (!best || (second?.words === best.words && second.date.value !== best.date.value)) return null;
  return best.date;
}

function sentenceAround(text: string, { start }: Span): Span {
  const from = Math.max(0, start - REACH);
  const around = sentences(text.slice(from, start + REACH));
  const found = around.find((sentence) => from + sentence.end > start) ?? { start: 0, end: 0 };
  return { start: from + found.start, end: from + found.end };
}

/** Those of the dates, which are in order, that a span holds. */
function within(dates: readonly FoundDate[], span: Span): readonly FoundDate[] {
  const first = leadingCount(dates, (date) => date.span.start < span.start);
  let end = first;
  while (dates[end] && contains(span, dates[end]?.span ?? span)) end++;
  return dates.slice(first, end);
}

/** Whether a date stands for itself: not within the name or description of a thing, and with no end left open. */
function isFree(text: string, span: Span, { source, cue, content }: AttributionWords): boolean {
  const behind = text.slice(span.end, span.end + 40);
  const gap = /^\s*/.exec(behind)?.[0].length ?? 0;
  const isBeforePart = [...source, ...cue, ...content].some(({ start }) => start === span.end + gap);
  if (!isBeforePart && !FREE.test(behind)) return false;
  const before = text.slice(Math.max(0, span.start - 20), span.start);
  const words = text.slice(span.start, span.end);
  if (/^(?:since|until|till)\b/iu.test(words)) return false;
  return !OF_SOMETHING.test(before) || (WITH_ARTICLE.test(words) && !/(?:of|about|until|since) $/iu.test(before));
}

/**
 * How many words stand between a date and the cue, or else the source; infinitely many where it belongs to something
 * else.
 */
function wordsBetween(text: string, sentence: Span, span: Span, { source, cue, content }: AttributionWords): number {
  if (cue.some((part) => contains(part, span))) return 0;
  const around = source.find((part) => contains(part, span));
  const others = source.filter((part) => part !== around);
  const ofCue = cue.filter((part) => part.end <= span.start).at(-1);
  if (ofCue && ofCue.start >= sentence.start) {
    const isBehindContent = content.some(({ start, end }) => ofCue.end <= start && end <= span.start);
    if (isBehindContent) return Infinity;
    return plainWords(text, { start: ofCue.end, end: span.start }, others, around ? 'STOPS' : 'LEADS');
  }
  const next = [...cue, ...source].filter(({ start }) => start >= span.end).sort(bySpan)[0];
  if (!next || next.start >= sentence.end) return Infinity;
  // "In a statement Friday": what leads up to the date must be no clause of its own either.
  const parts = [...others, ...content].filter(({ end }) => end <= span.start);
  const from = Math.max(sentence.start, ...parts.map(({ end }) => end), clauseStart(text, sentence, span));
  const lead = { start: from, end: span.start };
  if (!leads(text.slice(lead.start, lead.end))) return Infinity;
  return (
    plainWords(text, { start: span.end, end: next.start }, content, 'PASSES') + plainWords(text, lead, [], 'STOPS')
  );
}

/** Whether words lead up to a date of saying: none, "In a statement", "A statement released". */
function leads(words: string): boolean {
  const [first, ...more] = Array.from(words.matchAll(TOKEN), ([word]) => word.toLowerCase());
  return first === undefined || LEADS.has(first) || more.some((word) => PUBLISHING.has(word));
}

/** Where the words before a date begin that belong to it: behind the last mark. */
function clauseStart(text: string, sentence: Span, { start }: Span): number {
  const before = text.slice(Math.max(sentence.start, start - 200), start);
  const mark = Math.max(...[',', ';', '—', '–', '”', '"', ')'].map((one) => before.lastIndexOf(one)));
  return start - before.length + mark + 1;
}

/**
 * The number of words of a stretch, without those of some spans; infinite where one of them turns to something else.
 *
 * @param comma whether a comma PASSES, STOPS, or passes only before words that may lead to a date
 */
function plainWords(
  text: string,
  { start, end }: Span,
  without: readonly Span[],
  comma: 'PASSES' | 'STOPS' | 'LEADS',
): number {
  if (end - start > LONGEST_BETWEEN) return Infinity;
  const words = Array.from(text.slice(start, end).matchAll(TOKEN))
    .filter(({ index }) => !without.some((span) => span.start <= start + index && start + index < span.end))
    .map(([word]) => word);
  let count = 0;
  for (const [at, word] of words.entries()) {
    if (word === ',') {
      const next = words[at + 1];
      if (comma === 'STOPS' || (comma === 'LEADS' && next !== undefined && !LEADS.has(next))) return Infinity;
    } else if (QUOTES.test(word)) {
      if (without.length === 0) return Infinity;
    } else if (STOP.test(word) || turns(words, at)) return Infinity;
    else count++;
  }
  return count;
}

function turns(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  const lower = word.toLowerCase();
  if (TURNS.has(lower)) return true;
  if (PUBLISHING.has(lower) || OCCASIONS.has(lower)) return false;
  return verbTime(words, at) !== null || /^\p{Ll}{3,}ing$/u.test(word);
}
