import type { Span } from '../../text/span.ts';
import type { Context } from './context.ts';
import type { Reading } from './reading.ts';

/** An expression that is surely one for a date; which date it is, is read when all before it are. */
export interface Expression {
  readonly span: Span;
  /** @returns null where the text does not tell which date it is */
  readonly read: (context: Context) => Reading | null;
}

/** One way to write a date. */
export interface Rule {
  /** With the flags g and u, and bounded, so that a search takes time in proportion to the text. */
  readonly pattern: RegExp;
  /** @returns null where the words only look like a date */
  readonly recognize: (match: RegExpExecArray, text: string) => Expression | null;
}

/** The span of a match, or of a part of it, which is looked for from its end where `atEnd` is set. */
export function spanOf(match: RegExpExecArray, part = match[0], atEnd = false): Span {
  const within = atEnd ? match[0].lastIndexOf(part) : match[0].indexOf(part);
  const start = match.index + Math.max(0, within);
  return { start, end: start + part.length };
}
