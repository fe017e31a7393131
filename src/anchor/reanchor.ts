import { CodePoints } from '../text/code-points.ts';
import { CONTEXT_LENGTH } from './describe.ts';
import { AnchorState } from '../domain/vocabulary.ts';
import type { Span } from '../text/span.ts';

/** Where a quote stands in another text, if it does. Offsets are UTF-16 code units. */
export type Reanchoring =
  { readonly state: 'ANCHORED' | 'MOVED'; readonly span: Span } | { readonly state: 'ORPHANED'; readonly span: null };

/** What is needed of a quote to look for it elsewhere. */
export interface QuoteInContext {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly startUtf16: number;
}

const ORPHANED: Reanchoring = { state: AnchorState.ORPHANED, span: null };

/**
 * Finds a quote in a newer text of its article, exactly or not at all.
 *
 * ANCHORED: the words stand at the same place in the same context, or exactly one occurrence has the whole context. The
 * edge of a text is context as well: words that began a text are not in their context behind others.
 * MOVED: no occurrence has the context, and the words occur exactly once, and not as a part of longer ones: "possible" is not
 * in "impossible", "We can" not in "We can’t", "1,000" not in "1,000,000".
 * ORPHANED: anything else. Several occurrences without the context are ORPHANED too, since choosing one would be a guess.
 */
export function reanchor(quote: QuoteInContext, text: string): Reanchoring {
  const { exact } = quote;
  const prefix = isWhole(quote.prefix) ? quote.prefix : EDGE + quote.prefix;
  const suffix = isWhole(quote.suffix) ? quote.suffix : quote.suffix + EDGE;
  const context = prefix + exact + suffix;
  const bounded = EDGE + text + EDGE;
  const at = (start: number): Span => ({ start, end: start + exact.length });

  if (bounded.startsWith(context, EDGE.length + quote.startUtf16 - prefix.length)) {
    return { state: AnchorState.ANCHORED, span: at(quote.startUtf16) };
  }
  const inContext = onlyOccurrence(bounded, context);
  if (inContext !== null) return { state: AnchorState.ANCHORED, span: at(inContext + prefix.length - EDGE.length) };
  const alone = onlyOccurrence(text, exact);
  if (alone === null || !standsAsWhole(quote, text, at(alone))) return ORPHANED;
  return { state: AnchorState.MOVED, span: at(alone) };
}

/** Stands for the edge of a text; no text that is kept holds U+0000. */
const EDGE = '\0';

/** Whether a context is as long as contexts are; a shorter one was cut by the edge of its text. */
const isWhole = (context: string): boolean => new CodePoints(context).length === CONTEXT_LENGTH;

/** UTF-16 offset of the words if they occur exactly once (overlapping occurrences count), else null. */
function onlyOccurrence(text: string, words: string): number | null {
  const first = text.indexOf(words);
  return first !== -1 && !text.includes(words, first + 1) ? first : null;
}

/** Whether the same is joined to the edges of a span as was to those of the quote: nothing, mostly. */
function standsAsWhole({ exact, prefix, suffix }: QuoteInContext, text: string, { start, end }: Span): boolean {
  // A context has so many code points, each of them of two units at most.
  const before = [...text.slice(Math.max(0, start - 2 * CONTEXT_LENGTH), start)].slice(-CONTEXT_LENGTH).join('');
  const behind = [...text.slice(end, end + 2 * CONTEXT_LENGTH)].slice(0, CONTEXT_LENGTH).join('');
  const [was, is] = [joinedTo(prefix, exact, suffix), joinedTo(before, exact, behind)];
  return was.before === is.before && was.behind === is.behind;
}

const LETTERS = String.raw`[\p{L}\p{M}\p{N}_]+`;
/** What joins letters to one word ("non-violent", "can’t", and invisible characters), and digits to one number. */
const JOINT = String.raw`[\p{Cf}'’‐‑-]+|(?<=\p{N})[.,:/–− \u00A0\u2009\u202F](?=\p{N})`;
const SIGN_BEFORE = String.raw`(?:(?:\p{Sc} ?|[-–−+±])(?=\p{N}))?`;
const SIGN_BEHIND = String.raw`(?:(?<=\p{N}) ?(?:[%‰°]|\p{Sc}(?! ?\p{N})))?`;
/** A word or a number with all that belongs to it. */
const JOINED = new RegExp(`${SIGN_BEFORE}${LETTERS}(?:(?:${JOINT})${LETTERS})*${SIGN_BEHIND}`, 'gu');

/** The rest of the words and numbers that the edges of some words cut in two. */
function joinedTo(prefix: string, exact: string, suffix: string): { readonly before: string; readonly behind: string } {
  const all = prefix + exact + suffix;
  const [start, end] = [prefix.length, prefix.length + exact.length];
  let [first, last] = [start, end];
  for (const { 0: joined, index } of all.matchAll(JOINED)) {
    const behind = index + joined.length;
    if (index < start && start < behind) first = index;
    if (index < end && end < behind) last = behind;
  }
  return { before: all.slice(first, start), behind: all.slice(end, last) };
}
