import type { DateBasis } from '../../domain/vocabulary.ts';
import type { Span } from '../../text/span.ts';

/** A date that a text tells, with the words that tell it. Offsets are UTF-16 code units. */
export interface FoundDate {
  /**
   * The words that a reader would quote for it: "Thursday", "last month", "July 29, 2016", "since 2014"; never a time
   * of day.
   */
  readonly span: Span;
  /**
   * EDTF, ISO 8601-2 level 1: what `readEdtf` reads. "?" where the text leaves a choice, "~" where it says only about
   * when.
   */
  readonly value: string;
  /** STATED where year and all are written out; INFERRED where something had to be worked out. */
  readonly basis: DateBasis;
  /** How it was worked out, in a sentence that names the words used; null where it is STATED. */
  readonly reasoning: string | null;
  /** The expression itself and whatever else in the text the reasoning uses, in the order of the text. */
  readonly evidence: readonly Span[];
}
