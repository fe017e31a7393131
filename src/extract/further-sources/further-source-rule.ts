import type { Span } from '../../text/span.ts';
import type { Part } from './further-source.ts';

/**
 * A stretch of a sentence that no attribution holds, as the one looks at it that stands right before it, or behind it at the
 * start of the sentence. UTF-16 code units.
 */
export interface Gap extends Span {
  readonly opensSentence: boolean;
  readonly endsSentence: boolean;
}

/** The words of a further source. Spans are UTF-16 code units. */
export interface FurtherWords {
  readonly source: Span;
  readonly cue: Span;
}

/** One way in which news tell, beside who says something, from whom they have it. */
export interface FurtherSourceRule {
  readonly name: string;
  readonly part: Part;
  /** @returns null where the stretch tells of nobody */
  readonly find: (text: string, gap: Gap) => FurtherWords | null;
}
