import type { Span } from '../../text/span.ts';

/** An article as the rules for words without a cue see it. All spans are UTF-16 code units. */
export interface ReadArticle {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Span[];
  /** What stands in quotation marks, without the marks. */
  readonly quotations: readonly Span[];
}

/** Somebody's words, with the step that found them. All spans are UTF-16 code units. */
export interface Attribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** How likely it is right, from 0 to 1. */
  readonly confidence: number;
  /** What found it: "model", or the name of a rule. */
  readonly step: string;
  /** The one that passes it on, where another one was told apart in it; else its place tells. */
  readonly within?: Attribution;
}

/** One way in which news give words to somebody without a verb that says so. */
export interface UncuedRule {
  readonly name: string;
  /**
   * All attributions of an article, given those known so far: the same ones, some with more content, and new ones behind. It
   * never takes anything away.
   */
  readonly apply: (article: ReadArticle, known: readonly Attribution[]) => readonly Attribution[];
}
