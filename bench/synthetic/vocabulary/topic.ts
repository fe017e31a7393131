/** What the news of one field are told in. The lists are in the order of how common their words are there. */
export interface Topic {
  readonly name: string;
  /** Who acts in it: nouns in the singular. */
  readonly people: readonly string[];
  /** What is acted on: nouns in the singular that can be counted. */
  readonly things: readonly string[];
  /** Nouns that cannot be counted. */
  readonly stuff: readonly string[];
  /** Transitive verbs that go with most of its things, in the base form. */
  readonly verbs: readonly string[];
  readonly adjectives: readonly string[];
}

/** The words of a list set as one text; an underscore stands for the space inside of a term of two words. */
export const words = (list: string): string[] =>
  list
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' '));
