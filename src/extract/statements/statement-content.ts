import { bySpan, overlaps, type Span } from '../../text/span.ts';
import type { QuotationKind } from '../attributions/attribution.ts';
import { leadingCount } from '../../text/leading-count.ts';

/** What is said, as a statement holds it. Spans are UTF-16 code units. */
export interface StatementContent {
  readonly mode: QuotationKind;
  /**
   * DIRECT: what stands in quotation marks, without the marks. INDIRECT: the reported clause. MIXED: the clauses, then what is
   * quoted in them.
   */
  readonly spans: readonly Span[];
}

const LETTER = /[\p{L}\p{N}]/u;
/** What introduces a reported clause and is no part of what is said. */
const INTRODUCED = /^(?:that|whether|if|how|as saying)\s+/i;
/** What may stand at the edges of a clause and is no part of what is said. */
const MARK = /[\s,;:–—-]/;
const LONGEST_INTRODUCTION = 40;
/** Words that a title or a name writes small. */
const SMALL = new Set('a an and at by de for from in of on or the to van von with ’s s'.split(' '));

/**
 * Content as statements hold it.
 *
 * @param content what an attribution gives somebody, quotation marks included, in order
 * @param quotations everything in quotation marks in the text, without the marks, in order
 */
export function statementContent(
  text: string,
  content: readonly Span[],
  quotations: readonly Span[],
): StatementContent | null {
  const parts = content.map((span) => partOf(text, span, quotations)).filter(({ spans }) => spans.length > 0);
  if (parts.length === 0) return null;
  if (parts.every(({ isDirect }) => isDirect)) return { mode: 'DIRECT', spans: parts.flatMap(({ spans }) => spans) };
  const clauses = parts.flatMap(({ spans: [clause], isDirect }) => (isDirect || !clause ? [] : [clause]));
  const quoted = parts.flatMap(({ spans, isDirect }) => (isDirect ? spans : spans.slice(1))).sort(bySpan);
  return quoted.length > 0 ? { mode: 'MIXED', spans: [...clauses, ...quoted] } : { mode: 'INDIRECT', spans: clauses };
}

interface Part {
  readonly isDirect: boolean;
  /** Of a clause: itself, then what is quoted in it. */
  readonly spans: readonly Span[];
}

function partOf(text: string, span: Span, quotations: readonly Span[]): Part {
  const inside = within(quotations, span)
    .map(({ start, end }) => ({ start: Math.max(start, span.start), end: Math.min(end, span.end) }))
    .filter(({ start, end }) => LETTER.test(text.slice(start, end)));
  if (inside.length > 0 && !LETTER.test(outside(text, span, inside))) return { isDirect: true, spans: inside };
  const clause = withoutEdges(text, span);
  if (clause.start >= clause.end) return { isDirect: false, spans: [] };
  return { isDirect: false, spans: [clause, ...inside.filter((quotation) => !isName(text, quotation))] };
}

/** The quotations that share anything with a span, found by bisection. */
function within(quotations: readonly Span[], span: Span): Span[] {
  const first = leadingCount(quotations, ({ end }) => end <= span.start);
  const found: Span[] = [];
  for (let at = first; at < quotations.length; at++) {
    const quotation = quotations[at];
    if (!quotation || !overlaps(quotation, span)) break;
    found.push(quotation);
  }
  return found;
}

function outside(text: string, { start, end }: Span, inside: readonly Span[]): string {
  let [at, rest] = [start, ''];
  for (const part of inside) {
    rest += text.slice(at, part.start);
    at = part.end;
  }
  return rest + text.slice(at, end);
}

function withoutEdges(text: string, { start, end }: Span): Span {
  while (start < end && (MARK.test(text[start] ?? '') || text[start] === '.')) start++;
  const introduced = INTRODUCED.exec(text.slice(start, Math.min(end, start + LONGEST_INTRODUCTION)))?.[0].length ?? 0;
  while (end > start && MARK.test(text[end - 1] ?? '')) end--;
  // The full stop ends the article's sentence; an ellipsis is part of the words.
  if (text[end - 1] === '.' && text[end - 2] !== '.') end--;
  return { start: start + introduced, end };
}

/** A name or title in quotation marks is nobody's words: the “Donetsk People’s Republic”. */
function isName(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end).match(/[\p{L}\p{M}\p{N}]{1,999}/gu) ?? [];
  return (
    words.some((word) => /^\p{Lu}/u.test(word)) &&
    words.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || SMALL.has(word))
  );
}
