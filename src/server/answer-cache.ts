import { sha256 } from '../domain/sha256.ts';
import type { SeenOperation } from '../observe/seen-operation.ts';
import { LRUCache } from 'lru-cache';
import type { KnownRevision } from '../store/known-revision.ts';

/** An answer as it is sent, read in one state of the corpus. */
export class WholeAnswer {
  #etag: string | null = null;

  constructor(
    readonly revision: number,
    readonly body: Buffer,
    readonly headers: Readonly<Record<string, string>>,
    /** What it answers, for the log. */
    readonly operation: SeenOperation | null = null,
  ) {}

  /** Tells answers of other content apart (RFC 9110, section 8.8.3). */
  get etag(): string {
    this.#etag ??= `"${sha256(this.body).slice(0, 32)}"`;
    return this.#etag;
  }
}

/** Bytes of what is kept besides the bodies, for each answer. */
const OVERHEAD = 400;
/** No answer takes more of the whole than this. */
const LARGEST_SHARE = 1 / 8;

/**
 * Whole answers, by whatever decides what a request is answered. Equal revisions give equal answers, so one is given again exactly
 * as long as no newer revision is there; those of an older one are left until their place is needed.
 */
export class AnswerCache {
  readonly #answers: LRUCache<string, WholeAnswer>;

  /** @param bytes of all that is kept, at least 1 */
  constructor(
    bytes: number,
    private readonly known: Pick<KnownRevision, 'number'>,
  ) {
    this.#answers = new LRUCache({
      maxSize: bytes,
      maxEntrySize: Math.max(1, Math.floor(bytes * LARGEST_SHARE)),
      // Strings take two bytes a character at most.
      sizeCalculation: ({ body }, key) => body.length + 2 * key.length + OVERHEAD,
    });
  }

  /** The answer to a request, if nothing was written since. */
  get(key: string): WholeAnswer | null {
    const { number } = this.known;
    if (number === null) return null;
    const kept = this.#answers.get(key);
    return kept?.revision === number ? kept : null;
  }

  /** Keeps an answer, unless something may have been written since it was read. */
  put(key: string, answer: WholeAnswer): void {
    if (answer.revision === this.known.number) this.#answers.set(key, answer);
  }
}
