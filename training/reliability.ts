import type { Judged } from './train-confidence.ts';

/** Attributions of about the same confidence, and how many of them are right. */
export interface ReliabilityBin {
  readonly confidence: number;
  readonly right: number;
  readonly count: number;
}

/** An attribution with the confidence that was given to it. */
export type Rated = Pick<Judged, 'isRight'> & { readonly confidence: number };

/** The attributions in ten steps of confidence. */
export function reliability(rated: readonly Rated[], bins = 10): ReliabilityBin[] {
  return Array.from({ length: bins }, (_, bin) => {
    const own = rated.filter(({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === bin);
    return {
      confidence: own.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, own.length),
      right: own.filter(({ isRight }) => isRight).length / Math.max(1, own.length),
      count: own.length,
    };
  }).filter(({ count }) => count > 0);
}

/** How far confidence and share of right ones are apart on average (expected calibration error). */
export const calibrationError = (bins: readonly ReliabilityBin[]): number =>
  bins.reduce((sum, { confidence, right, count }) => sum + count * Math.abs(confidence - right), 0) /
  bins.reduce((sum, { count }) => sum + count, 0);

const SIZE = 420;
const EDGE = 60;
const SPAN = SIZE - 2 * EDGE;

/** The bins as SVG: as sure as right lies on the diagonal; the larger a dot, the more attributions. */
export function reliabilityPlot(bins: readonly ReliabilityBin[]): string {
  const x = (value: number) => (EDGE + value * SPAN).toFixed(1);
  const y = (value: number) => (SIZE - EDGE - value * SPAN).toFixed(1);
  const most = Math.max(...bins.map(({ count }) => count));
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(SIZE)} ${String(SIZE)}" font-family="sans-serif" font-size="12">`,
    '<rect width="100%" height="100%" fill="white"/>',
    `<text x="${String(EDGE)}" y="28" font-size="14" font-weight="bold">Confidence of attributions, and how many are right</text>`,
    ...ticks.flatMap((tick) => [
      `<line x1="${x(0)}" x2="${x(1)}" y1="${y(tick)}" y2="${y(tick)}" stroke="#ddd"/>`,
      `<text x="${String(EDGE - 8)}" y="${y(tick - 0.01)}" text-anchor="end">${String(100 * tick)} %</text>`,
      `<text x="${x(tick)}" y="${String(SIZE - EDGE + 18)}" text-anchor="middle">${String(tick)}</text>`,
    ]),
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#999" stroke-dasharray="4 4"/>`,
    ...bins.map(
      ({ confidence, right, count }) =>
        `<circle cx="${x(confidence)}" cy="${y(right)}" r="${(4 + 10 * Math.sqrt(count / most)).toFixed(1)}" fill="#1b6ca8" fill-opacity="0.75"/>`,
    ),
    `<text x="${String(SIZE / 2)}" y="${String(SIZE - 14)}" text-anchor="middle">confidence</text>`,
    `<text transform="translate(16 ${String(SIZE / 2)}) rotate(-90)" text-anchor="middle">right in all parts and edges</text>`,
    '</svg>',
    '',
  ].join('\n');
}
