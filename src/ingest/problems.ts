import { VerbatimError, type ErrorCode } from '../domain/errors.ts';

/** How many problems one message lists before it only counts. */
const LISTED = 25;

/** What is wrong with a folder of seeds or a draft, each with its place, gathered so that a person can mend all of it at once. */
export class Problems {
  readonly #found: string[] = [];

  constructor(
    private readonly where: 'the seeds' | 'the statement' = 'the seeds',
    private readonly code: ErrorCode = 'INVALID_SEEDS',
  ) {}

  /** @param place "annotations/articles/000.yaml:12:5" */
  add(place: string, message: string): void {
    this.#found.push(`${place}: ${message}`);
  }

  /** @throws VerbatimError INVALID_SEEDS, or the code that was chosen, when any problem was added */
  throwIfAny(): void {
    if (this.#found.length === 0) return;
    const listed = this.#found.slice(0, LISTED);
    const more = this.#found.length - listed.length;
    throw new VerbatimError(
      this.code,
      [
        `${String(this.#found.length)} problem${this.#found.length === 1 ? '' : 's'} in ${this.where}; nothing was changed.`,
        ...listed,
        ...(more > 0 ? [`… and ${String(more)} more`] : []),
      ].join('\n'),
    );
  }
}
