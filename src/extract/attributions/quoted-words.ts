/** A quotation as the words in it. */
export interface QuotedWords {
  /** First word, and the word after the last. */
  readonly first: number;
  readonly after: number;
  /** Whether a mark closes it; a quotation of several paragraphs is closed by the last one's only. */
  readonly isClosed: boolean;
}
