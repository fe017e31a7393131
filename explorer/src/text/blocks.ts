import { paragraphs } from '../../../src/text/paragraphs.ts';
import type { Span } from '../../../src/text/span.ts';

/** A paragraph with what stands between it and the next one. Joined, blocks are the text. */
export interface Block extends Span {
  /** Where the next block begins: what stands in between are line ends. */
  readonly next: number;
}

/** @returns blocks that cover the text; what stands before the first paragraph is a block without words */
export function blocks(text: string): Block[] {
  // A carriage return before a line end belongs to the line end.
  const spans = paragraphs(text).map(({ start, end }) => ({
    start,
    end: text[end] === '\n' && text[end - 1] === '\r' ? end - 1 : end,
  }));
  const first = spans[0]?.start ?? text.length;
  const before = first > 0 ? [{ start: 0, end: 0, next: first }] : [];
  return [
    ...before,
    ...spans.map(({ start, end }, index) => ({ start, end, next: spans[index + 1]?.start ?? text.length })),
  ];
}

/** Nothing that people see: white space, and what is not seen at all. */
const UNSEEN = /^[\s\p{Cf}]*$/u;

/** Where the block begins that is the title, but for what nobody sees; null where the title stands inside of a block, or in several. */
export function titleBlock(text: string, all: readonly Block[], title: Span | null): number | null {
  const block = title && all.find(({ start, end }) => start <= title.start && title.end <= end);
  if (!block) return null;
  const others = text.slice(block.start, title.start) + text.slice(title.end, block.end);
  return UNSEEN.test(others) ? block.start : null;
}
