import type { Certainty, HopRole, Polarity } from '../domain/vocabulary.ts';
import type { Span } from '../text/span.ts';
import type { QuotationKind } from './attributions/attribution.ts';
import type { FoundDate } from './dates/found-date.ts';
import type { Furniture } from './furniture/find-furniture.ts';
import type { ArticleActor } from './speakers/article-actor.ts';

/** What an article tells of who said what. All spans are half-open, in UTF-16 code units of its text. */
export interface Extraction {
  /** In the order in which their content begins. */
  readonly statements: readonly ExtractedStatement[];
  /** Those who say something or pass it on. */
  readonly actors: readonly ArticleActor[];
  readonly dates: readonly FoundDate[];
  /** Lines that are in the file but not of the article, as far as their words show it: captions, bylines, links, appeals. */
  readonly furniture: readonly Furniture[];
  /** Sentences of the article in which nobody is said to say anything: what it asserts by itself, headings included. */
  readonly narration: readonly Span[];
}

/** Something that an article says somebody said, wrote or thinks. */
export interface ExtractedStatement {
  readonly mode: QuotationKind;
  /**
   * DIRECT: what stands in quotation marks, without them. INDIRECT: the reported clause. MIXED: the clauses, then what is quoted
   * in them.
   */
  readonly content: readonly Span[];
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  /** Who told whom, from the article inwards; the last one speaks. Empty where no word tells of any source. */
  readonly chain: readonly ExtractedHop[];
  /** When it was said. */
  readonly said: FoundDate | null;
  /** How likely all of its spans are right, from 0 to 1. */
  readonly confidence: number;
  /** Why it is so, one reason an aspect. */
  readonly reasons: readonly Reason[];
}

/** One link of a chain of attribution. */
export interface ExtractedHop {
  /** Place in `actors`; null for a speaker whom the text does not tell. */
  readonly actor: number | null;
  readonly role: Extract<HopRole, 'SPEAKER' | 'OUTLET' | 'WIRE' | 'REPORTER'>;
  readonly source: Span | null;
  readonly cue: Span | null;
}

/** What one aspect of a statement rests on. */
export interface Reason {
  readonly aspect: 'SPANS' | 'SPEAKER' | 'CHAIN' | 'POLARITY' | 'CERTAINTY' | 'SAID';
  /** "model", or the name of the rule that decided. */
  readonly step: string;
  /** The words that decided; null where the absence of any did. */
  readonly words: string | null;
}
