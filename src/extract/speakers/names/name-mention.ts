import type { Span } from '../../../text/span.ts';
import type { Gender } from '../gender.ts';

/** A name as it stands in one place. Offsets are UTF-16. */
export interface NameMention extends Span {
  /** The words of the name in lower case, without titles and "The". */
  readonly keys: readonly string[];
  /** What stands before it as a title, in lower case: "sen", "prime minister" as two. */
  readonly titles: readonly string[];
  /** Where the titles stand with what belongs to them, as in "Russian Ambassador"; null where there are none. */
  readonly titleSpan: Span | null;
  /** The gender that "Mr." or "Ms." tells; null without. */
  readonly gender: Gender | null;
  readonly isAcronym: boolean;
  /** Whether "the" stands before it. */
  readonly hasArticle: boolean;
  /** Whether a word such as "in" stands before it, or a region behind it, as with places. */
  readonly isLocative: boolean;
  /** Whether an acronym in brackets follows, as behind names of bodies. */
  readonly hasAcronymBehind: boolean;
  /** Whether a word for outlets stands right before it: "the daily Izvestia". */
  readonly isCalledOutlet: boolean;
  /** Whether it stands in a heading, where capitals tell little. */
  readonly isInTitle: boolean;
}
