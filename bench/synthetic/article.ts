import type { StatementMode } from '../../src/domain/vocabulary.ts';
import type { Span } from '../../src/text/span.ts';
import type { SyntheticActor } from './actors.ts';
import type { EditKind } from './edits.ts';
import type { CopyKind } from './plan.ts';

/** A made-up article, with the truth about who said what in it. Offsets are UTF-16 code units of `text`. */
export interface SyntheticArticle {
  readonly slug: string;
  /** Stands at the beginning of the text. */
  readonly title: string;
  readonly text: string;
  readonly publishedDaysSinceEpoch?: number;
  /** The words that tell when it was published; null when none do. */
  readonly publishedAt: Span | null;
  /** Slug of an actor. */
  readonly publisher: string;
  /** The words that name the publisher. */
  readonly credit: Span;
  /** The publisher and all who speak. */
  readonly actors: readonly SyntheticActor[];
  /** In the order of the text. */
  readonly quotations: readonly SyntheticQuotation[];
  /** Slug of the article that it was made from, which came before it. */
  readonly madeFrom: string | null;
  readonly copy: CopyKind | null;
}

/** What somebody says in an article. The words said stand from `start` to `end`, perhaps cut in two by words of the article's own. */
export interface SyntheticQuotation extends Span {
  /** The words said alone: one stretch, or two. */
  readonly parts: readonly Span[];
  /** The words that introduce them; null for narration. */
  readonly cue: Span | null;
  /** The words that name who said them; null for narration. */
  readonly source: Span | null;
  /** Slug of whoever said it according to the article: for narration the publisher. */
  readonly speaker: string;
  readonly mode: StatementMode;
  /** The true act of saying: equal for all renderings of it, in all articles. */
  readonly utterance: string;
  /** What was done to it since it was first told; null where it is told first. */
  readonly edit: EditKind | null;
  /** How many words were changed, by words of the original. */
  readonly editedShare: number;
  /** Whether even a careful reader may miss that it is the same saying. */
  readonly isHard: boolean;
  /** Equal for different acts of saying that one stump speech makes alike; else null. */
  readonly formula: string | null;
}
