import type { Span } from '../../text/span.ts';
import type { ArticleWords } from './article-words.ts';
import type { FoundSpan } from './found-span.ts';

const OPENS = /^["“„«‘]$/;
const CLOSES = /^["”»]$/;
/** Marks that stand within quotation marks at their end. */
const ENDS_WITHIN = /^[.,!?…;:’'—-]$/;
/** So many marks are looked at for the one that closes. */
const MOST_MARKS = 6;

/** A span of words as one of the text, with the quotation marks that begin and end with it. */
export function textSpan({ first, after }: FoundSpan, words: ArticleWords): Span {
  const { text, quotation, quotations } = words;
  let start = words.start[first] ?? 0;
  let end = words.end[after - 1] ?? start;
  const opened = quotations[quotation[first] ?? -1];
  if (opened?.first === first) start = openingMark(text, start);
  const closed = quotations[quotation[after - 1] ?? -1];
  if (closed?.after === after && closed.isClosed) end = closingMark(text, end);
  return { start, end };
}

function openingMark(text: string, start: number): number {
  if (text.slice(start - 2, start) === "''") return start - 2;
  for (let at = start - 1; at >= 0 && at >= start - MOST_MARKS; at--) {
    const mark = text[at] ?? '';
    if (OPENS.test(mark) && mark !== '‘') return at;
    if (/\s/.test(mark)) break;
  }
  return start;
}

function closingMark(text: string, end: number): number {
  for (let at = end; at < end + MOST_MARKS; at++) {
    const mark = text[at] ?? '';
    if (text.startsWith("''", at)) return at + 2;
    if (CLOSES.test(mark)) return at + 1;
    if (!ENDS_WITHIN.test(mark)) break;
  }
  return end;
}
