import type { Span } from '../../text/span.ts';

/** Somebody besides its source who has a part in what an attribution gives, as the words beside it tell: "according to the Post". */
export interface FurtherSource {
  /** Who it is. Spans are UTF-16 code units. */
  readonly source: Span;
  /** The words that tell of the part. */
  readonly cue: Span;
  readonly part: Part;
  /** Name of the rule that found it. */
  readonly step: string;
}

/** What part somebody may have beside the source. */
export interface Part {
  /** Who of those told of so passes it on to the article: anybody, outlets alone, or nobody. */
  readonly passesOn: 'ANYBODY' | 'OUTLETS' | 'NOBODY';
  /** Whether it is what the source, where that is an outlet, passes on from somebody who is none. */
  readonly speaks: boolean;
}
