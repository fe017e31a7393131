import { readFileSync } from 'node:fs';
import type { Span } from '../src/text/span.ts';

/** An attribution as annotated or found. Offsets are UTF-16 code units. */
export interface Attribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** An article with its attributions. */
export interface Article {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly Attribution[];
}

/** Articles of a file, one as JSON a line. */
export const readArticles = (file: string): Article[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Article);
