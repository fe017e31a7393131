import { VerbatimError } from '../domain/errors.ts';

/** How many problems one message lists before it only counts. */
const LISTED = 25;

/** What is wrong with a folder of seeds, each with its place, gathered so that a person can mend all of it at once. */
export class Problems {
  readonly #found: string[] = [];

  /** @param place "annotations/articles/000.yaml:12:5" */
  add(place: string, message: string): void {
    this.#found.push(`${place}: ${message}`);
  }

  /** @throws VerbatimError INVALID_SEEDS when any problem was added */
  throwIfAny(): void {
    if (this.#found.length === 0) return;
    const listed = this.#found.slice(0, LISTED);
    const more = this.#found.length - listed.length;
    throw new VerbatimError(
      'INVALID_SEEDS',
      [
        `${String(this.#found.length)} problem${this.#found.length === 1 ? '' : 's'} in the seeds; nothing was changed.`,
        ...listed,
        ...(more > 0 ? [`… and ${String(more)} more`] : []),
      ].join('\n'),
    );
  }
}
