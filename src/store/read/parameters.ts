/** Collects the values of a statement and gives each its placeholder. */
export class Parameters {
  readonly values: unknown[] = [];

  /** The placeholder of a value: "$3::uuid". */
  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${String(this.values.length)}::${type}`;
  }
}
