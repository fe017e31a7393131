import type { FoundSpan } from './found-span.ts';

/** Some of an article's spans that follow each other; `first` is the number of the first. */
export interface NearSpans {
  readonly first: number;
  readonly spans: readonly FoundSpan[];
}

/** An article's spans by their numbers, with those around each. */
export interface Spans {
  readonly length: number;
  /** At least as many on both sides of a span as links and their features look at. */
  around(span: number): NearSpans;
}

/** So many are put together at a time. */
const BLOCK = 256;
/** Links look at fourteen spans on each side, and their features six further. */
const MARGIN = 24;

/** The spans of an article in order, as numbers: as objects those of a very long text would take more memory than the text. */
export class FoundSpans implements Spans {
  length = 0;
  #role = new Uint8Array(1024);
  #first = new Int32Array(1024);
  #after = new Int32Array(1024);
  #likelihood = new Float64Array(1024);
  #near: NearSpans & { readonly block: number } = { block: -1, first: 0, spans: [] };

  /** All spans have to be there before any is asked for. */
  add({ role, first, after, likelihood }: FoundSpan): void {
    if (this.length === this.#role.length) this.#grow();
    this.#role[this.length] = role;
    this.#first[this.length] = first;
    this.#after[this.length] = after;
    this.#likelihood[this.length++] = likelihood;
  }

  at(span: number): FoundSpan {
    return {
      role: this.#role[span] ?? 0,
      first: this.#first[span] ?? 0,
      after: this.#after[span] ?? 0,
      likelihood: this.#likelihood[span] ?? 0,
    };
  }

  around(span: number): NearSpans {
    const block = Math.floor(span / BLOCK);
    if (block !== this.#near.block) {
      const first = Math.max(0, block * BLOCK - MARGIN);
      const after = Math.min(this.length, (block + 1) * BLOCK + MARGIN);
      this.#near = { block, first, spans: Array.from({ length: after - first }, (_, index) => this.at(first + index)) };
    }
    return this.#near;
  }

  #grow(): void {
    const size = 2 * this.length;
    const [role, first, after, likelihood] = [this.#role, this.#first, this.#after, this.#likelihood];
    this.#role = new Uint8Array(size);
    this.#first = new Int32Array(size);
    this.#after = new Int32Array(size);
    this.#likelihood = new Float64Array(size);
    this.#role.set(role);
    this.#first.set(first);
    this.#after.set(after);
    this.#likelihood.set(likelihood);
  }
}
