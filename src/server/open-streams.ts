import type { ServerResponse } from 'node:http';
import { EventStream } from './event-stream.ts';

/** The streams of a server that are open, of which there may be so many and no more. */
export class OpenStreams {
  /** Each with what answers it. */
  readonly #open = new Map<EventStream, { readonly answered: Promise<void>; readonly client: string | null }>();
  #isStopping = false;

  /**
   * @param most how many may be open at once
   * @param mostOfClient how many of these one client may have
   */
  constructor(
    private readonly most: number,
    private readonly mostOfClient: number,
  ) {}

  /** Whether a client has as many as it may have. */
  hasEnough(client: string | null): boolean {
    if (client === null) return false;
    let count = 0;
    for (const stream of this.#open.values()) if (stream.client === client) count++;
    return count >= this.mostOfClient;
  }

  /** How many are open. */
  get size(): number {
    return this.#open.size;
  }

  /**
   * Answers with a stream.
   *
   * @param client whose it is; null for one that may have any number
   * @param write sends what it has to, and must not throw
   * @returns a promise that holds until the client is gone; null, and nothing is answered, when there are enough or the server stops
   */
  open(
    response: ServerResponse,
    client: string | null,
    write: (stream: EventStream) => Promise<void>,
  ): Promise<void> | null {
    if (this.#isStopping || this.#open.size >= this.most) return null;
    const closed = new Promise((resolve) => response.once('close', resolve));
    const stream = new EventStream(response);
    const answered = write(stream);
    this.#open.set(stream, { answered, client });
    // A client that does not read what is left holds its place until it is gone.
    return Promise.all([answered, closed]).then(() => {
      this.#open.delete(stream);
    });
  }

  /** Ends all of them, opens no more, and waits until nobody reads for them. */
  async end(): Promise<void> {
    this.#isStopping = true;
    const answered = [...this.#open.values()].map((stream) => stream.answered);
    for (const stream of this.#open.keys()) stream.end();
    await Promise.all(answered);
  }
}
