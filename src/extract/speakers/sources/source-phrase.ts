import type { Span } from '../../../text/span.ts';
import type { NameMention } from '../names/name-mention.ts';
import type { Description } from './description.ts';

/** What the words are that tell who speaks. */
export type SourcePhrase =
  | { readonly form: 'NAME'; readonly mention: NameMention }
  /** "he", "they", "I", "his"; the word in lower case. */
  | { readonly form: 'PRONOUN'; readonly word: string; readonly span: Span }
  /** "who", "which", "that": whoever is named right before. */
  | { readonly form: 'RELATIVE'; readonly word: string; readonly span: Span }
  /** Several who speak together: "Cruz and Trump". */
  | { readonly form: 'JOINT'; readonly description: Description }
  | { readonly form: 'DESCRIPTION'; readonly description: Description };
