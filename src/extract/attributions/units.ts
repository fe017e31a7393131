import type { ArticleWords } from './article-words.ts';

/** A stretch of words that is looked at as a whole: a paragraph, or a part of a very long one. */
export interface Unit {
  readonly first: number;
  readonly after: number;
}

/** No unit has more words; paragraphs of news have fifty, the longest seen had 420. */
export const LONGEST_UNIT = 450;

/** The paragraphs of an article; one that is too long is cut after a sentence where there is one in its second half. */
export function units({ count, paragraph, sentence }: ArticleWords): Unit[] {
  const found: Unit[] = [];
  let first = 0;
  while (first < count) {
    let after = first + 1;
    while (after < count && after - first < LONGEST_UNIT && paragraph[after] === paragraph[first]) after++;
    if (after < count && paragraph[after] === paragraph[first]) after = sentenceEnd(sentence, first, after);
    found.push({ first, after });
    first = after;
  }
  return found;
}

function sentenceEnd(sentence: Int32Array, first: number, after: number): number {
  for (let at = after; at > first + LONGEST_UNIT / 2; at--) if (sentence[at] !== sentence[at - 1]) return at;
  return after;
}
