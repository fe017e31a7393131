import type { Span } from '../text/span.ts';
import { foldTypography } from '../text/typography.ts';

const WORD = /[\p{L}\p{N}]{1,999}/gu;
/** Candidates that share less than this part of the words sought are noise to a reader. */
const LEAST_SHARED = 0.5;

/**
 * Places that a person may have meant by words that are not in the text: stretches of about the same number of words that
 * share most of them, best first. For error messages only; nothing is ever anchored by likeness.
 *
 * Linear in the text: one pass with a sliding window of as many words as are sought.
 *
 * @returns at most `limit` spans in UTF-16 code units that do not overlap
 */
export function nearestCandidates(text: string, sought: string, limit = 3): Span[] {
  const wanted = words(sought).map(({ word }) => word);
  const present = words(text);
  if (wanted.length === 0) return [];
  const size = Math.min(wanted.length, present.length);

  const missing = new Map<string, number>();
  for (const word of wanted) missing.set(word, (missing.get(word) ?? 0) + 1);
  let shared = 0;
  const take = (word: string, step: 1 | -1) => {
    const left = missing.get(word);
    if (left === undefined) return;
    if (step === 1 ? left > 0 : left >= 0) shared += step;
    missing.set(word, left - step);
  };

  const scored: { span: Span; shared: number }[] = [];
  present.forEach((word, index) => {
    take(word.word, 1);
    const leaving = present[index - size];
    if (leaving) take(leaving.word, -1);
    const first = present[index - size + 1];
    if (first && shared >= LEAST_SHARED * wanted.length) {
      scored.push({ span: { start: first.start, end: word.end }, shared });
    }
  });

  const best: Span[] = [];
  for (const { span } of scored.sort((a, b) => b.shared - a.shared)) {
    if (best.every((other) => span.end <= other.start || other.end <= span.start)) best.push(span);
    if (best.length === limit) break;
  }
  return best;
}

function words(text: string): (Span & { word: string })[] {
  return [...foldTypography(text).matchAll(WORD)].map(({ 0: word, index }) => ({
    // Not the whole text at once: some letters grow when they are made lower case, and would move all that follows.
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));
}
