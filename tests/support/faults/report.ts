import { appendFileSync } from 'node:fs';
import type { Found, History } from './history.ts';

/** Tells what came of a kind of fault, to where the long form gathers it; in the ordinary run to nobody. */
export function report(
  fault: string,
  happened: number,
  history: Pick<History, 'errors' | 'longestGap'>,
  found: Pick<Found, 'acknowledged' | 'lost' | 'duplicated' | 'changed'>,
  also: Readonly<Record<string, unknown>> = {},
): void {
  const file = process.env['VERBATIM_FAULTS_REPORT'];
  if (file === undefined) return;
  const { acknowledged, lost, duplicated, changed } = found;
  const figures = { acknowledged, happened, lost, duplicated, changed, longestGap: Math.round(history.longestGap) };
  appendFileSync(
    file,
    `${JSON.stringify({ fault, ...figures, errors: Object.fromEntries(history.errors), ...also })}\n`,
  );
}
