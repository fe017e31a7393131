/** How often values lay up to which bounds, counted in plain numbers. */
export class Distribution {
  /** One more than there are bounds: the last one counts what lies above all. */
  readonly counts: Float64Array;
  sum = 0;

  /** @param bounds upper ones, included, ascending */
  constructor(readonly bounds: readonly number[]) {
    this.counts = new Float64Array(bounds.length + 1);
  }

  add(value: number): void {
    let index = 0;
    while (value > (this.bounds[index] ?? Infinity)) index++;
    this.counts[index] = (this.counts[index] ?? 0) + 1;
    this.sum += value;
  }
}
