import type { FurnitureKind } from '../../domain/vocabulary.ts';

/** A line of an article, without white space at its edges. */
interface Line {
  readonly words: string;
  /** Number of the line among those that hold anything, from 0. */
  readonly number: number;
  /** The lines around it; empty at the beginning and the end. */
  readonly before: string;
  readonly behind: string;
}

/** One way in which a line shows that it is in the file but not of the article. */
export interface FurnitureRule {
  readonly name: string;
  readonly kind: FurnitureKind;
  readonly holds: (line: Line) => boolean;
}
