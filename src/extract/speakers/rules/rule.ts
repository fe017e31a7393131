import type { Figure } from '../figures/figure.ts';
import type { Scene } from '../scene/scene.ts';
import type { SourcePhrase } from '../sources/source-phrase.ts';

/** A source that is to be resolved. */
export interface Question {
  readonly phrase: SourcePhrase;
  /** Where its words begin, in UTF-16. */
  readonly at: number;
  readonly scene: Scene;
  /** Whether it stands in words that are given to somebody else. */
  readonly isQuoted: boolean;
  /** Who says the words that it stands in; null where nobody is known to. */
  readonly speakerAround: Figure | null;
}

/** Whom a rule finds to speak. */
export interface Answer {
  readonly figure: Figure;
  /** How likely it is right, 0 to 1; estimated on news texts, by hand. */
  readonly confidence: number;
}

/** One way in which words tell who speaks. */
export interface Rule {
  /** What the rule is called where a resolution is explained. */
  readonly name: string;
  /** @returns null where the rule does not apply */
  readonly resolve: (question: Question) => Answer | null;
}
