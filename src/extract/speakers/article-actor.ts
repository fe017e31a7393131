import type { ActorKind } from '../../domain/vocabulary.ts';
import type { Span } from '../../text/span.ts';

/** Somebody or something that speaks in an article. Spans are UTF-16. */
export interface ArticleActor {
  /** The fullest spelling that the text has, in exactly its words; of an UNNAMED actor, the words that describe it. */
  readonly name: string;
  readonly kind: ActorKind;
  /** Every mention by name, in order: "Kim Jong-un", "Kim". Titles stand outside. */
  readonly names: readonly Span[];
  /** What else it is called, in order: "North Korea's ambassador to Russia", "the ministry". */
  readonly descriptions: readonly Span[];
}
