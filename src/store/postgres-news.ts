import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Audience, NEWS_CHANNEL, type News } from './news.ts';

/** Milliseconds until a lost connection is made anew: doubled from the first to the last while the server cannot be reached. */
const FIRST_RETRY = 250;
const LAST_RETRY = 5_000;
/** Milliseconds after which everybody looks again in any case: a connection can die, or be pooled away, without a word. */
const LOOK_ANYWAY = 30_000;
const CONNECTION_TIMEOUT = 5_000;

/**
 * News of a PostgreSQL server, whoever writes to it. They come by a connection of their own, which is made once somebody waits
 * for them, and anew when it breaks. Everybody looks again whenever it was made, for what may have come in between.
 */
export class PostgresNews implements News {
  readonly #audience = new Audience();
  readonly #closing = new AbortController();
  #listening: Promise<void> | null = null;
  #isLive = false;

  constructor(private readonly url: string) {}

  subscribe(look: () => void): () => void {
    this.#listening ??= this.#listen();
    return this.#audience.subscribe(look);
  }

  tell(): void {
    this.#audience.tell();
  }

  get isLive(): boolean {
    return this.#isLive;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#listening;
  }

  async #listen(): Promise<void> {
    const { signal } = this.#closing;
    const tell = () => {
      this.tell();
    };
    const listens = () => {
      this.#isLive = true;
      this.tell();
    };
    const anyway = setInterval(tell, LOOK_ANYWAY).unref();
    let pause = FIRST_RETRY;
    while (!signal.aborted) {
      const hasListened = await listenOnce(this.url, { listens, tell }, signal);
      this.#isLive = false;
      pause = hasListened ? FIRST_RETRY : Math.min(2 * pause, LAST_RETRY);
      await sleep(pause, null, { signal, ref: false }).catch(() => undefined);
    }
    clearInterval(anyway);
  }
}

/**
 * Listens until the connection breaks or somebody has enough.
 *
 * @returns whether the server could be reached
 */
async function listenOnce(
  url: string,
  { listens, tell }: { readonly listens: () => void; readonly tell: () => void },
  signal: AbortSignal,
): Promise<boolean> {
  const client = new Client({
    connectionString: url,
    keepAlive: true,
    connectionTimeoutMillis: CONNECTION_TIMEOUT,
    application_name: 'verbatim news',
  });
  const end = () => void client.end().catch(() => undefined);
  const ended = new Promise<void>((resolve) => {
    client.once('end', resolve);
    // Without a listener an error would end the process. What comes of it is the end of the connection.
    client.on('error', end);
  });
  client.on('notification', tell);
  try {
    // A client that is ended while it connects never settles. It has a timeout.
    await client.connect();
    signal.addEventListener('abort', end);
    await client.query(`LISTEN ${NEWS_CHANNEL}`);
    listens();
    if (signal.aborted) end();
    await ended;
    return true;
  } catch {
    end();
    return false;
  } finally {
    signal.removeEventListener('abort', end);
  }
}
