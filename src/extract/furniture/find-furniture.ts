import type { FurnitureKind } from '../../domain/vocabulary.ts';
import type { Span } from '../../text/span.ts';
import { FURNITURE_RULES } from './furniture-rules.ts';

/** A line that is in the file but not of the article, without white space at its edges. UTF-16 code units. */
export interface Furniture extends Span {
  readonly kind: FurnitureKind;
  /** Name of the rule that found it. */
  readonly step: string;
}

/** Longer lines are no furniture, and of lines around one no more is looked at. */
const LONGEST = 1000;

/** The lines of a text that are not of the article, as far as their own words show it; in order. */
export function findFurniture(text: string, paragraphs: readonly Span[]): Furniture[] {
  // Every kind of space is one to the rules.
  const wordsOf = (span: Span | undefined): string =>
    span && span.end - span.start <= 2 * LONGEST ? text.slice(span.start, span.end).trim().replace(/\s/g, ' ') : '';
  let [before, words] = ['', wordsOf(paragraphs[0])];
  return paragraphs.flatMap((paragraph, number): Furniture[] => {
    const line = { words, number, before, behind: wordsOf(paragraphs[number + 1]) };
    [before, words] = [words, line.behind];
    if (line.words === '' || line.words.length > LONGEST) return [];
    const rule = FURNITURE_RULES.find(({ holds }) => holds(line));
    if (!rule) return [];
    const start = paragraph.end - text.slice(paragraph.start, paragraph.end).trimStart().length;
    return [{ start, end: start + line.words.length, kind: rule.kind, step: rule.name }];
  });
}
