/** Spans that belong together; numbers of spans. An attribution may lack a source, and a cue where marks alone are one. */
export interface LinkedSpans {
  readonly cue: number;
  readonly source: number;
  readonly contents: readonly number[];
  /** How likely each link was held, the least of them. */
  readonly likelihood: number;
}

/** Stands for no span. */
export const NO_SPAN = -1;

/**
 * Which of an article's spans belong together. Numbers alone are kept, and an attribution is put together when it is asked
 * for: a very long text has hundreds of thousands of them.
 */
export class Links {
  /** How many attributions there are; they are numbered in order of their first contents. */
  count = 0;
  readonly #cue: Int32Array;
  readonly #source: Int32Array;
  readonly #likelihood: Float64Array;
  /** First and last content of each attribution, and for each content the next one of its attribution; 0 for none, since a next one is never span 0. */
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly #next: Int32Array;
  /** For each cue the number of its attribution from 1; 0 for none. */
  readonly #ofCue: Int32Array;

  /** @param spans how many the article has */
  constructor(spans: number) {
    this.#cue = new Int32Array(spans);
    this.#source = new Int32Array(spans).fill(NO_SPAN);
    this.#likelihood = new Float64Array(spans);
    this.#first = new Int32Array(spans);
    this.#last = new Int32Array(spans);
    this.#next = new Int32Array(spans);
    this.#ofCue = new Int32Array(spans);
  }

  /** Adds a content with its cue, or NO_SPAN: then it is an attribution by itself. Contents come in order. */
  addContent(content: number, cue: number, likelihood: number): void {
    const known = cue < 0 ? 0 : (this.#ofCue[cue] ?? 0);
    if (known > 0) {
      const attribution = known - 1;
      this.#next[this.#last[attribution] ?? 0] = content;
      this.#last[attribution] = content;
      this.#weaken(attribution, likelihood);
      return;
    }
    const attribution = this.count++;
    this.#cue[attribution] = cue;
    this.#first[attribution] = content;
    this.#last[attribution] = content;
    this.#likelihood[attribution] = likelihood;
    if (cue >= 0) this.#ofCue[cue] = attribution + 1;
  }

  addSource(attribution: number, source: number, likelihood: number): void {
    this.#source[attribution] = source;
    this.#weaken(attribution, likelihood);
  }

  at(attribution: number): LinkedSpans {
    const contents: number[] = [];
    for (let at = this.#first[attribution] ?? 0; contents.length === 0 || at > 0; at = this.#next[at] ?? 0) {
      contents.push(at);
    }
    return {
      cue: this.#cue[attribution] ?? NO_SPAN,
      source: this.#source[attribution] ?? NO_SPAN,
      contents,
      likelihood: this.#likelihood[attribution] ?? 0,
    };
  }

  /**
   * The numbers of the attributions in the order in which they begin; those with one beginning in their own.
   *
   * @param placeOf where a span begins
   */
  inOrder(placeOf: (span: number) => number): Int32Array {
    const begins = new Int32Array(this.count);
    const order = new Int32Array(this.count);
    for (let attribution = 0; attribution < this.count; attribution++) {
      const { cue, source, contents } = this.at(attribution);
      const parts = [cue, source, ...contents].filter((span) => span !== NO_SPAN);
      begins[attribution] = Math.min(...parts.map(placeOf));
      order[attribution] = attribution;
    }
    return order.sort((a, b) => (begins[a] ?? 0) - (begins[b] ?? 0) || a - b);
  }

  #weaken(attribution: number, likelihood: number): void {
    this.#likelihood[attribution] = Math.min(this.#likelihood[attribution] ?? 1, likelihood);
  }
}
