import type { ArticleWords } from './article-words.ts';
import type { FoundSpan } from './found-span.ts';

/** Spans further off, counted in spans of any role, are nobody's. */
const FURTHEST = 14;
/** So many of a role are looked at on each side. */
const EACH_SIDE = 4;
/** How many paragraphs off they may stand. */
const PARAGRAPHS = 3;

/**
 * The spans of a role near one of an article's spans, the nearest before it first, then the nearest behind it.
 * @returns numbers of spans
 */
export function linkOptions(
  spans: readonly FoundSpan[],
  index: number,
  role: number,
  { paragraph }: ArticleWords,
): number[] {
  const home = paragraph[spans[index]?.first ?? 0] ?? 0;
  const found: number[] = [];
  for (const step of [-1, 1]) {
    let taken = 0;
    for (let at = index + step, seen = 0; seen < FURTHEST && taken < EACH_SIDE; at += step, seen++) {
      const span = spans[at];
      if (!span || Math.abs((paragraph[span.first] ?? 0) - home) > PARAGRAPHS) break;
      if (span.role !== role) continue;
      found.push(at);
      taken++;
    }
  }
  return found;
}
