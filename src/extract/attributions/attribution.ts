import type { StatementMode } from '../../domain/vocabulary.ts';
import type { Span } from '../../text/span.ts';

/** How the content of an attribution is given: all of it in quotation marks, none, or some. */
export type QuotationKind = Exclude<StatementMode, 'NARRATION'>;

/** One part of what was found, with how sure the model is of it. */
export interface Evidence extends Span {
  readonly role: 'cue' | 'source' | 'content';
  /** How likely exactly these words are a span of the role, judged with all others of the paragraph. */
  readonly likelihood: number;
}

/** Somebody's words or thoughts as a text gives them. All spans are half-open, in UTF-16 code units. */
export interface FoundAttribution {
  /** Who says or thinks it; empty where the text does not tell. */
  readonly source: readonly Span[];
  /** The words that tell that it is said or thought; a colon alone where no word does, and empty where nothing does. */
  readonly cue: readonly Span[];
  /** What is said or thought, with its quotation marks; several spans where something stands between. */
  readonly content: readonly Span[];
  readonly quotation: QuotationKind;
  /** How likely the attribution is right in all its parts and edges, 0 to 1: of those with 0.7, seven of ten are. */
  readonly confidence: number;
  /** What the confidence rests on. */
  readonly evidence: {
    readonly spans: readonly Evidence[];
    /** How likely its parts belong together, given that they are spans. */
    readonly links: number;
  };
}
