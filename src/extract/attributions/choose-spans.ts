import type { Candidate } from './candidates.ts';
import { SCORES } from './chain.ts';

/** How spans are chosen; set on the development part. */
export interface Choice {
  /** From this likelihood on a span is worth choosing, by role. */
  readonly worth: readonly number[];
  /** What each word is worth that is likelier than not in a span of the role. */
  readonly word: number;
}

export const CHOICE: Choice = { worth: [0.36, 0.33, 0.3], word: 0.035 };

/**
 * The spans that are expected to be right most often (minimum Bayes risk): of all that share no words, those whose posteriors
 * are together furthest above what they must be worth. Returns numbers of candidates, in order.
 */
export function chooseSpans(
  all: readonly Candidate[],
  posteriors: Float64Array,
  wordPosteriors: Float64Array,
  length: number,
  choice = CHOICE,
): number[] {
  const best = new Float64Array(length + 1).fill(-Infinity);
  const chosen = new Int32Array(length + 1).fill(-1);
  best[0] = 0;
  let done = 0;
  // Candidates stand in order of their first words: all that end before one are done when it is its turn.
  for (const [index, { role, first, after }] of all.entries()) {
    while (done < first) passOn(best, chosen, ++done);
    let over = 0;
    for (let word = first; word < after; word++) over += (wordPosteriors[word * SCORES + role] ?? 0) - 0.5;
    const gain = (posteriors[index] ?? 0) - (choice.worth[role] ?? 0) + choice.word * over;
    if ((best[first] ?? 0) + gain <= (best[after] ?? 0)) continue;
    best[after] = (best[first] ?? 0) + gain;
    chosen[after] = index;
  }
  while (done < length) passOn(best, chosen, ++done);
  const found: number[] = [];
  for (let at = length; at > 0;) {
    const index = chosen[at] ?? -1;
    if (index < 0) at--;
    else {
      found.push(index);
      at = all[index]?.first ?? 0;
    }
  }
  return found.reverse();
}

/** What is best up to a word is at least what is best without it. */
function passOn(best: Float64Array, chosen: Int32Array, after: number): void {
  if ((best[after - 1] ?? 0) < (best[after] ?? 0)) return;
  best[after] = best[after - 1] ?? 0;
  chosen[after] = -1;
}
