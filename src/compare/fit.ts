import { isFunctionWord, type Token } from '../text/words.ts';

/** Where some words fit best into a passage. Indexes of tokens, half-open; both ends are words that are equal. */
export interface Fit {
  readonly askedStart: number;
  readonly askedEnd: number;
  readonly start: number;
  readonly end: number;
}

/** What an equal word is worth, and what it costs to pass over others. */
const GAIN = { content: 2, common: 0.7 };
const COST = { exchange: 0.5, askedWord: 0.4, open: 0.8, passageWord: 0.15 };

/**
 * The stretch of a passage that some words fit best into: local alignment with affine gaps (Smith and Waterman 1981, Gotoh
 * 1982) over words. Lone common words far away are not worth the gap to them. Passing over words at an
 * ellipsis costs nothing, nor does an editor's insertion.
 *
 * @returns null when no word is common
 */
export function fit(asked: readonly Token[], passage: readonly Token[]): Fit | null {
  const width = passage.length + 1;
  // Best score of an alignment that ends here, and of one that ends here while passing over words of the passage.
  let [before, here] = [new Float32Array(width), new Float32Array(width)];
  let [beforeGap, hereGap] = [new Float32Array(width), new Float32Array(width)];
  // Where that alignment began: asked × width + passage.
  let [origins, hereOrigins] = [new Int32Array(width), new Int32Array(width)];
  let [gapOrigins, hereGapOrigins] = [new Int32Array(width), new Int32Array(width)];
  const best = { score: 0, origin: 0, askedEnd: 0, end: 0 };
  const places = placesByKey(passage);
  const isEqual = new Uint8Array(width);

  for (const [i, token] of asked.entries()) {
    const isFree = token.kind === 'ELLIPSIS';
    const open = isFree ? 0 : COST.open;
    const extend = isFree ? 0 : COST.passageWord;
    const skip = isEditors(token) ? 0 : COST.askedWord;
    const gain = isFunctionWord(token) ? GAIN.common : GAIN.content;
    const equal = isEditors(token) ? [] : (places.get(token.key) ?? []);
    for (const j of equal) isEqual[j] = 1;
    let [left, leftOrigin, leftGap, leftGapOrigin] = [0, 0, 0, 0];
    for (let j = 1; j < width; j++) {
      const opened = left - open;
      const extended = leftGap - extend;
      leftGapOrigin = opened >= extended ? leftOrigin : leftGapOrigin;
      leftGap = Math.fround(Math.max(0, opened, extended));
      hereGap[j] = leftGap;
      hereGapOrigins[j] = leftGapOrigin;

      const skipped = (before[j] ?? 0) - skip;
      const skippedGap = (beforeGap[j] ?? 0) - skip;
      const previous = before[j - 1] ?? 0;
      let score = 0;
      let origin = 0;
      if (skipped > score) {
        score = skipped;
        origin = origins[j] ?? 0;
      }
      if (skippedGap > score) {
        score = skippedGap;
        origin = gapOrigins[j] ?? 0;
      }
      if (leftGap > score) {
        score = leftGap;
        origin = leftGapOrigin;
      }
      if (!isFree && previous - COST.exchange > score) {
        score = previous - COST.exchange;
        origin = origins[j - 1] ?? 0;
      }
      if (isEqual[j] === 1) {
        const matched = previous + gain;
        if (matched >= score) {
          score = matched;
          origin = previous > 0 ? (origins[j - 1] ?? 0) : i * width + (j - 1);
        }
        if (matched > best.score) Object.assign(best, { score: matched, origin, askedEnd: i + 1, end: j });
      }
      left = Math.fround(score);
      leftOrigin = origin;
      here[j] = left;
      hereOrigins[j] = leftOrigin;
    }
    for (const j of equal) isEqual[j] = 0;
    [before, here] = [here, before];
    [beforeGap, hereGap] = [hereGap, beforeGap];
    [origins, hereOrigins] = [hereOrigins, origins];
    [gapOrigins, hereGapOrigins] = [hereGapOrigins, gapOrigins];
  }
  if (best.score === 0) return null;
  return {
    askedStart: Math.floor(best.origin / width),
    askedEnd: best.askedEnd,
    start: best.origin % width,
    end: best.end,
  };
}

/** Where each word of a passage stands, counted from 1. */
function placesByKey(passage: readonly Token[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [index, { key }] of passage.entries()) {
    const known = places.get(key);
    if (known) known.push(index + 1);
    else places.set(key, [index + 1]);
  }
  return places;
}

const isEditors = ({ kind }: Token): boolean => kind === 'ELLIPSIS' || kind === 'BRACKETED';
