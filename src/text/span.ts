/** A half-open stretch of a text. Inside the text modules offsets are UTF-16 code units; see `CodePoints` for the other unit. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans share at least one unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether `outer` holds all of `inner`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** By start, then the shorter first. */
export const bySpan = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;

/** The spans that none of the others holds, in the same order. */
export const outermost = (spans: readonly Span[]): Span[] =>
  spans.filter((span) => !spans.some((other) => other !== span && contains(other, span)));
