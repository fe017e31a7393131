import type { ArticleWords } from '../src/extract/attributions/article-words.ts';
import { ROLE_COUNT, ROLES } from '../src/extract/attributions/role.ts';
import type { Span } from '../src/text/span.ts';
import type { Article } from './articles.ts';

/** A span of words of a role; `after` is the word after the last. */
export interface RoleSpan {
  readonly role: number;
  readonly first: number;
  readonly after: number;
}

/** The words that a span of the text touches, or null if it touches none. */
export function wordsOf({ start, end }: Span, words: ArticleWords): readonly [first: number, after: number] | null {
  let [low, high] = [0, words.count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words.end[middle] ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let after = low;
  while (after < words.count && (words.start[after] ?? 0) < end) after++;
  return after > low ? [low, after] : null;
}

/** The annotated spans of an article, each once, in order. Of two that share words the shorter is left out. */
export function goldSpans(article: Article, words: ArticleWords): RoleSpan[] {
  const all: RoleSpan[] = [];
  for (let role = 0; role < ROLE_COUNT; role++) {
    for (const attribution of article.attributions) {
      for (const span of attribution[ROLES[role] ?? 'cue']) {
        const found = wordsOf(span, words);
        if (found) all.push({ role, first: found[0], after: found[1] });
      }
    }
  }
  all.sort((a, b) => b.after - b.first - (a.after - a.first) || a.first - b.first || a.role - b.role);
  const isTaken = new Uint8Array(words.count);
  const kept = all.filter(({ first, after }) => {
    if (isTaken.subarray(first, after).includes(1)) return false;
    isTaken.fill(1, first, after);
    return true;
  });
  return kept.sort((a, b) => a.first - b.first);
}
