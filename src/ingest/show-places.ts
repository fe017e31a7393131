import { nearestCandidates } from '../anchor/nearest.ts';
import { lineAndColumn } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** How many places of ambiguous words are named. */
const NAMED_PLACES = 4;
/** How much of the text around a place is shown to a person, in UTF-16 code units. */
const SHOWN = 60;

/** Places of a text with what stands around them, a line each. */
export const showPlaces = (text: string, spans: readonly Span[]): string =>
  spans
    .slice(0, NAMED_PLACES)
    .map((span) => `\n    ${showPlace(text, span, SHOWN / 2)}`)
    .join('');

/** What a person may have meant by words that are not in a text. */
export function showNearest(text: string, words: string): string {
  const candidates = nearestCandidates(text, words).map((span) => `\n    ${showPlace(text, span, 0)}`);
  return candidates.length > 0 ? ` Nearest:${candidates.join('')}` : ' Nothing like it is there.';
}

function showPlace(text: string, span: Span, context: number): string {
  const { line, column } = lineAndColumn(text, span.start);
  const end = Math.min(span.end, span.start + 2 * SHOWN) + context;
  const words = text.slice(Math.max(0, span.start - context), end).replaceAll('\n', ' ');
  return `line ${String(line)}, column ${String(column)}: ${words}`;
}
