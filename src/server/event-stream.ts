import type { ServerResponse } from 'node:http';
import { REQUEST_ID, seenOf } from '../observe/seen-request.ts';
import { CORS } from './cors.ts';
import { CONNECTION_LIMITS } from './limits.ts';

/** Milliseconds between two comments by which a quiet stream shows proxies and clients that it lives. */
const HEARTBEAT = 15_000;
const COMMENT = ':\n\n';

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // A stream ends with its connection; nginx would gather it otherwise.
  connection: 'close',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
  ...CORS,
} as const;

/** An answer as server-sent events, in the words of GraphQL over SSE. */
export class EventStream {
  readonly #response: ServerResponse;
  #heartbeat: NodeJS.Timeout | null = null;
  #onEnd: () => void = () => undefined;
  #goOn: () => void = () => undefined;
  /** That nothing more can be sent: the client has left, or somebody here has ended it. */
  hasEnded = false;

  constructor(response: ServerResponse) {
    this.#response = response;
    response.once('close', () => {
      this.end();
    });
  }

  /** What is to be done once it ends; at once if it has ended. */
  onEnd(act: () => void): void {
    if (this.hasEnded) act();
    else this.#onEnd = act;
  }

  /** Lets the client know that it is served from now on. To send a result does so, too. */
  begin(): void {
    if (this.#response.headersSent || this.hasEnded) return;
    this.#response.writeHead(200, { ...HEADERS, [REQUEST_ID]: seenOf(this.#response.req).id });
    // Some browsers do not believe in a stream before its first bytes.
    this.#response.write(COMMENT);
    this.#heartbeat = setInterval(() => {
      // A client that has something to read knows that the stream lives.
      if (!this.#response.writableNeedDrain) this.#response.write(COMMENT);
    }, HEARTBEAT);
  }

  /** Sends a result, and waits until there is room for the next one, or the end: a slow client is not written ahead of. */
  async send(result: object): Promise<void> {
    this.begin();
    if (this.hasEnded || this.#response.write(`event: next\ndata: ${JSON.stringify(result)}\n\n`)) return;
    const giveUp = this.#giveUpLater();
    await new Promise<void>((resolve) => {
      this.#goOn = resolve;
      this.#response.once('drain', resolve);
    });
    clearTimeout(giveUp);
  }

  /** Tells the client that no results are to come, ever, and ends. */
  complete(): void {
    if (!this.hasEnded) this.#response.write('event: complete\ndata:\n\n');
    this.end();
  }

  /** Ends without another word, which a client takes for an interruption: it may come again. */
  end(): void {
    if (this.hasEnded) return;
    this.begin();
    this.hasEnded = true;
    if (this.#heartbeat) clearInterval(this.#heartbeat);
    this.#response.end();
    this.#giveUpLater();
    this.#onEnd();
    this.#goOn();
  }

  #giveUpLater(): NodeJS.Timeout {
    return setTimeout(() => {
      this.#response.destroy();
    }, CONNECTION_LIMITS.unreadTimeout).unref();
  }
}
