import type { Span } from '../text/span.ts';

/** An article that another one may have been made from. */
interface PossibleSource {
  /** What stands in both, in the text of the one that was made; UTF-16 code units. */
  readonly shared: readonly Span[];
  /** How much alike that is, in content words. */
  readonly alike: number;
}

/** So much of what a source has may stand in a nearer one as well. */
const MOST_COVERED = 0.5;

/**
 * Of the articles that one may have been made from those that it most likely was: two that were both copied from a third are
 * like each other too, but less than either is like the third. A source counts for what no nearer one has.
 */
export function nearestSources<Source extends PossibleSource>(sources: readonly Source[]): Source[] {
  const nearest: Source[] = [];
  for (const source of [...sources].sort((a, b) => b.alike - a.alike)) {
    const covered = nearest.flatMap(({ shared }) => shared);
    const isCovered = (span: Span) => covered.some((other) => other.start < span.end && span.start < other.end);
    const length = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);
    if (length(source.shared.filter(isCovered)) < MOST_COVERED * length(source.shared)) nearest.push(source);
  }
  return nearest;
}
