import type { Span } from './span.ts';
import { paragraphs } from './paragraphs.ts';

/** Words whose full stop does not end a sentence, in lower case and without it. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof rev hon gen gov sen rep lt col capt cmdr adm sgt maj st jr sr messrs vs etc inc ltd co corp ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n e.g i.e a.m p.m d.c ph.d'
  ).split(' '),
);
/**
 * A terminator with the closing marks that belong to it, and the white space behind. Linear: no part can match what another
 * does, and only the first of a run of terminators is tried.
 */
const BOUNDARY = /(?<![.!?…])[.!?…]+["”’»)\]]*\s+/g;
const OPENS_SENTENCE = /[\p{Lu}\p{Lt}\p{Lo}\p{N}"“‘«([„]/u;
const WORD_BEFORE_STOP = /(?:\p{L}\.){0,6}[\p{L}\p{M}]{1,12}$/u;
/** How far back the word before a full stop is looked for; longer words are no abbreviations. */
const LONGEST_ABBREVIATION = 12;

/**
 * The sentences of a text: paragraphs cut after a terminator that is followed by a capital, a digit or an opening mark
 * and is not the full stop of an abbreviation or an initial. Headings and captions are sentences of their own.
 *
 * @returns spans in UTF-16 code units, ascending, without white space at their edges
 */
export function sentences(text: string): Span[] {
  return paragraphs(text).flatMap((paragraph) => sentencesOfParagraph(text, paragraph));
}

function sentencesOfParagraph(text: string, paragraph: Span): Span[] {
  const line = text.slice(paragraph.start, paragraph.end);
  const found: Span[] = [];
  let start = 0;
  for (const match of line.matchAll(BOUNDARY)) {
    const next = match.index + match[0].length;
    if (!endsSentence(line, match.index, next)) continue;
    found.push({ start, end: next });
    start = next;
  }
  if (start < line.length) found.push({ start, end: line.length });
  return found
    .map((span) => withoutWhiteSpace(line, span))
    .map((span) => ({ start: paragraph.start + span.start, end: paragraph.start + span.end }));
}

function endsSentence(line: string, stop: number, next: number): boolean {
  const following = String.fromCodePoint(line.codePointAt(next) ?? 0x20);
  if (!OPENS_SENTENCE.test(following)) return false;
  if (line[stop] !== '.' || line[stop + 1] === '.') return true;
  const word = WORD_BEFORE_STOP.exec(line.slice(Math.max(0, stop - LONGEST_ABBREVIATION), stop))?.[0] ?? '';
  const isInitial = /^(?:\p{Lu}\.)*\p{Lu}$/u.test(word);
  return !isInitial && !ABBREVIATIONS.has(word.toLowerCase());
}

function withoutWhiteSpace(line: string, { start, end }: Span): Span {
  while (start < end && /\s/.test(line.charAt(start))) start++;
  while (end > start && /\s/.test(line.charAt(end - 1))) end--;
  return { start, end };
}
