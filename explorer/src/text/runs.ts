import type { Span } from '../../../src/text/span.ts';

/** A span that means something: a quote, a piece of furniture. Offsets are UTF-16 code units. */
export interface Marked<Mark> extends Span {
  readonly mark: Mark;
}

/** A stretch of text all of which has the same marks. */
export interface Run<Mark> extends Span {
  /** In the order in which they were given. */
  readonly marks: readonly Mark[];
}

/**
 * Cuts a stretch of a text into runs, so that spans which overlap, hold each other or come in several parts can be shown
 * by elements that stand side by side.
 *
 * @returns runs that cover `within` without gaps, in order; none is empty
 */
export function runs<Mark>(within: Span, marked: readonly Marked<Mark>[]): Run<Mark>[] {
  const here = marked.filter(({ start, end }) => start < end && start < within.end && within.start < end);
  const borders = new Set([within.start, within.end]);
  for (const { start, end } of here) borders.add(Math.max(start, within.start)).add(Math.min(end, within.end));
  const cuts = [...borders].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? within.start;
    return { start, end, marks: here.filter((one) => one.start <= start && end <= one.end).map(({ mark }) => mark) };
  });
}
