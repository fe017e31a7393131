import type { Span } from './span.ts';
import { paragraphs } from './paragraphs.ts';

/** Quotation marks that open and close: the character that may close each opening one. */
const CLOSES: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '"': '"' };
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * The stretches of a text inside double quotation marks, without the marks. A paragraph that opens a quotation and does
 * not close it is a quotation up to its end, as in quotations of several paragraphs where only the last one closes.
 * Single marks are left out: in news prose most of them are apostrophes.
 *
 * @returns spans in UTF-16 code units, ascending, not nested; empty pairs of marks are left out
 */
export function quotations(text: string): Span[] {
  return paragraphs(text).flatMap((paragraph) => quotationsOfParagraph(text, paragraph));
}

function quotationsOfParagraph(text: string, paragraph: Span): Span[] {
  const found: Span[] = [];
  let open: { mark: string; start: number } | undefined;
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const character = text.charAt(at);
    if (open) {
      if (!CLOSES[open.mark]?.includes(character)) continue;
      if (at > open.start) found.push({ start: open.start, end: at });
      open = undefined;
    } else if (character in CLOSES && opensHere(text, at)) {
      open = { mark: character, start: at + 1 };
    }
  }
  if (open && open.start < paragraph.end) found.push({ start: open.start, end: paragraph.end });
  return found;
}

/** A straight mark right after a letter or digit closes something or stands for inches; it opens nothing. */
function opensHere(text: string, at: number): boolean {
  return text[at] !== '"' || !LETTER_OR_DIGIT.test(text[at - 1] ?? ' ');
}

/** Shorter ones are mostly names, titles and single words held at a distance. */
const LEAST_WORDS = 4;
const WORD = /[\p{L}\p{N}]{1,999}(?:['’]\p{L}{1,999})?/gu;

/** Whether a quotation has the four words or more that make it somebody's words and not a name. */
export function isSubstantial(text: string, { start, end }: Span): boolean {
  return (text.slice(start, end).match(WORD)?.length ?? 0) >= LEAST_WORDS;
}
