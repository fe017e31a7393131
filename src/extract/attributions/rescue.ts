import type { Candidate } from './candidates.ts';
import { CONTENT, CUE } from './role.ts';

/** A span that another one needs is chosen from this likelihood on, given the others; set on the development part. */
export const LEAST_NEEDED = 0.2;

/**
 * What chosen spans need that nothing belongs to: a cue a content, a source a cue. Where no candidate was likely by itself,
 * because several edges are possible, the likeliest of them is better than none.
 *
 * @param posteriors of the candidates given that the chosen spans are right
 * @returns candidates to choose besides
 */
export function rescue(
  all: readonly Candidate[],
  chosen: readonly number[],
  alone: readonly number[],
  posteriors: Float64Array,
  least = LEAST_NEEDED,
): number[] {
  const taken = [...chosen];
  for (const lonely of alone) {
    const role = all[lonely]?.role === CUE ? CONTENT : CUE;
    const best = likeliest(all, taken, posteriors, role, least);
    if (best >= 0) taken.push(best);
  }
  return taken.slice(chosen.length);
}

function likeliest(
  all: readonly Candidate[],
  taken: readonly number[],
  posteriors: Float64Array,
  role: number,
  least: number,
): number {
  let best = -1;
  for (const [index, candidate] of all.entries()) {
    if (candidate.role !== role || (posteriors[index] ?? 0) < Math.max(least, posteriors[best] ?? 0)) continue;
    const isFree = taken.every((other) => {
      const span = all[other];
      return !span || span.first >= candidate.after || candidate.first >= span.after;
    });
    if (isFree) best = index;
  }
  return best;
}
