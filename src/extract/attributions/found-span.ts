/** A span that was chosen, as words of the article; `after` is the word after the last. */
export interface FoundSpan {
  readonly role: number;
  readonly first: number;
  readonly after: number;
  /** How likely the model holds it to be exactly right. */
  readonly likelihood: number;
}
