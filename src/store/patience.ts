/**
 * Whether somebody still waits for what is read for them. It is what an AbortSignal is, at a twentieth of the price, which the
 * smallest answers would notice.
 */
export class Patience {
  #error: Error | null = null;
  readonly #waiting = new Set<() => void>();

  /** Why nobody waits any more; null as long as somebody does. */
  get error(): Error | null {
    return this.#error;
  }

  /** Says that nobody waits any more. Only the first time counts. */
  end(error: Error): void {
    if (this.#error) return;
    this.#error = error;
    for (const act of this.#waiting) act();
    this.#waiting.clear();
  }

  /** What is to be done at the end, unless it is taken back. */
  onEnd(act: () => void): void {
    this.#waiting.add(act);
  }

  takeBack(act: () => void): void {
    this.#waiting.delete(act);
  }
}
