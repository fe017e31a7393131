import type { Polarity } from '../domain/vocabulary.ts';
import type { Span } from '../text/span.ts';

/** What is needed of a statement to find other renderings of its utterance, and how it bears on others. */
export interface ComparedStatement {
  readonly id: string;
  /** Where the words said stand in its article's text; UTF-16 code units. */
  readonly content: readonly Span[];
  /** Whether the article says it in its own voice. */
  readonly isNarration: boolean;
  readonly polarity: Polarity;
  readonly speakerId: string;
  /** Through whom the article has it, the speaker included; empty where it says it in its own voice. */
  readonly sourceIds: readonly string[];
  /** Whether the text leaves unnamed who says it: "a source in Russia". */
  readonly isUnnamed: boolean;
  /** The words that tell that the speaker says it, and who that is; empty where there are none. */
  readonly cue: string;
  readonly source: string;
}
