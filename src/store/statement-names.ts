/**
 * Names for statements, by which a server keeps them parsed and planned on each connection. A text that was named keeps its
 * name; when there are too many different ones, which only odd filters make, the further ones get none.
 */
export class StatementNames {
  readonly #names = new Map<string, string>();

  /**
   * @param prefix begins every name
   * @param most how many texts are kept; a server keeps each named one on every connection
   * @param since at which time of asking a text is named: the second for texts of which many never come again
   */
  constructor(
    private readonly prefix: string,
    private readonly most: number,
    private readonly since: 'first time' | 'second time',
  ) {}

  /** The name of a text, empty when it is not worth keeping. */
  nameOf(text: string): string {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (this.#names.size >= this.most) return '';
    const name = `${this.prefix}-${String(this.#names.size)}`;
    this.#names.set(text, name);
    return this.since === 'first time' ? name : '';
  }
}
