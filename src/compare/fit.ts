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
  let [before, beforeGap] = [new Float32Array(width), new Float32Array(width)];
  // Where that alignment began: asked × width + passage.
  let [origins, gapOrigins] = [new Int32Array(width), new Int32Array(width)];
  let best = { score: 0, origin: 0, askedEnd: 0, end: 0 };

  asked.forEach((token, i) => {
    const [here, hereGap] = [new Float32Array(width), new Float32Array(width)];
    const [hereOrigins, hereGapOrigins] = [new Int32Array(width), new Int32Array(width)];
    const isFree = token.kind === 'ELLIPSIS';
    const skip = isEditors(token) ? 0 : COST.askedWord;
    const gain = isFunctionWord(token) ? GAIN.common : GAIN.content;
    for (let j = 1; j < width; j++) {
      const opened = (here[j - 1] ?? 0) - (isFree ? 0 : COST.open);
      const extended = (hereGap[j - 1] ?? 0) - (isFree ? 0 : COST.passageWord);
      hereGap[j] = Math.max(0, opened, extended);
      hereGapOrigins[j] = (opened >= extended ? hereOrigins[j - 1] : hereGapOrigins[j - 1]) ?? 0;

      const skipped = (before[j] ?? 0) - skip;
      const skippedGap = (beforeGap[j] ?? 0) - skip;
      let score = 0;
      let origin = 0;
      if (skipped > score) [score, origin] = [skipped, origins[j] ?? 0];
      if (skippedGap > score) [score, origin] = [skippedGap, gapOrigins[j] ?? 0];
      if ((hereGap[j] ?? 0) > score) [score, origin] = [hereGap[j] ?? 0, hereGapOrigins[j] ?? 0];
      const exchanged = (before[j - 1] ?? 0) - COST.exchange;
      if (!isFree && exchanged > score) [score, origin] = [exchanged, origins[j - 1] ?? 0];
      if (!isEditors(token) && token.key === passage[j - 1]?.key) {
        const previous = before[j - 1] ?? 0;
        const matched = previous + gain;
        if (matched >= score) [score, origin] = [matched, previous > 0 ? (origins[j - 1] ?? 0) : i * width + (j - 1)];
        if (matched > best.score) best = { score: matched, origin, askedEnd: i + 1, end: j };
      }
      here[j] = score;
      hereOrigins[j] = origin;
    }
    [before, beforeGap, origins, gapOrigins] = [here, hereGap, hereOrigins, hereGapOrigins];
  });
  if (best.score === 0) return null;
  return {
    askedStart: Math.floor(best.origin / width),
    askedEnd: best.askedEnd,
    start: best.origin % width,
    end: best.end,
  };
}

const isEditors = ({ kind }: Token): boolean => kind === 'ELLIPSIS' || kind === 'BRACKETED';
