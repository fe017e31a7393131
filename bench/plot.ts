/** A line of a plot: its name and its points. */
export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

const SIZE = { width: 640, height: 360, left: 70, right: 20, top: 40, bottom: 60 };
const STROKES = ['#1b6ca8', '#c1440e', '#4a7c3a', '#7a4a9e', '#8a6d00', '#00727a', '#a3195b'];

/** A plot as SVG, with a logarithmic axis of sizes and a linear one of what was measured, from 0. */
export function plot(title: string, x: string, y: string, lines: readonly Line[]): string {
  const all = lines.flatMap(({ points }) => points);
  const [low, high] = [Math.min(...all.map(([at]) => at)), Math.max(...all.map(([at]) => at))];
  const top = Math.max(...all.map(([, value]) => value)) * 1.1;
  const across = (at: number) =>
    SIZE.left +
    ((Math.log(at) - Math.log(low)) / Math.max(1e-9, Math.log(high) - Math.log(low))) *
      (SIZE.width - SIZE.left - SIZE.right);
  const up = (value: number) => SIZE.height - SIZE.bottom - (value / top) * (SIZE.height - SIZE.top - SIZE.bottom);
  const ticks = Array.from({ length: 5 }, (_, index) => (top * index) / 4);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(SIZE.width)} ${String(SIZE.height)}" font-family="sans-serif" font-size="12">`,
    `<rect width="100%" height="100%" fill="white"/>`,
    `<text x="${String(SIZE.left)}" y="22" font-size="14" font-weight="bold">${title}</text>`,
    ...ticks.flatMap((value) => [
      `<line x1="${String(SIZE.left)}" x2="${String(SIZE.width - SIZE.right)}" y1="${up(value).toFixed(1)}" y2="${up(value).toFixed(1)}" stroke="#ddd"/>`,
      `<text x="${String(SIZE.left - 6)}" y="${(up(value) + 4).toFixed(1)}" text-anchor="end">${shortNumber(value)}</text>`,
    ]),
    ...[...new Set(all.map(([at]) => at))].map(
      (at) =>
        `<text x="${across(at).toFixed(1)}" y="${String(SIZE.height - SIZE.bottom + 18)}" text-anchor="middle">${shortNumber(at)}</text>`,
    ),
    `<text x="${String((SIZE.left + SIZE.width) / 2)}" y="${String(SIZE.height - 12)}" text-anchor="middle">${x}</text>`,
    `<text transform="translate(16 ${String(SIZE.height / 2)}) rotate(-90)" text-anchor="middle">${y}</text>`,
    ...lines.flatMap(({ name, points }, index) => {
      const stroke = STROKES[index % STROKES.length] ?? 'black';
      const path = points.map(([at, value]) => `${across(at).toFixed(1)},${up(value).toFixed(1)}`).join(' ');
      return [
        `<polyline points="${path}" fill="none" stroke="${stroke}" stroke-width="2"/>`,
        ...points.map(
          ([at, value]) =>
            `<circle cx="${across(at).toFixed(1)}" cy="${up(value).toFixed(1)}" r="3" fill="${stroke}"/>`,
        ),
        `<text x="${String(SIZE.left + 12)}" y="${String(SIZE.top + 16 * (index + 1))}" fill="${stroke}">${name}</text>`,
      ];
    }),
    '</svg>',
    '',
  ].join('\n');
}

function shortNumber(value: number): string {
  if (value >= 1_000_000) return `${String(Math.round(value / 100_000) / 10)} M`;
  if (value >= 1_000) return `${String(Math.round(value / 100) / 10)} k`;
  return value >= 10 || value === 0 ? value.toFixed(0) : value.toFixed(1);
}
