import { createClient } from 'graphql-sse';

/** A message of a subscription, loosely typed: tests say what they expect in it. */
export interface Message {
  readonly data?: { readonly changes: RevisionMessage } | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** What a revision did, with as much as was asked for. */
export interface RevisionMessage {
  readonly revision: { readonly number: number; readonly author: string };
  readonly totalCount: number;
  readonly changes: readonly {
    readonly kind: string;
    readonly reason: string | null;
    readonly statement: { readonly id: string; readonly text: string; readonly review: string };
    readonly replacement: { readonly text: string } | null;
  }[];
}

export const CHANGES = `subscription ($since: Int, $article: ID, $actor: ID, $event: ID) {
  changes(since: $since, article: $article, actor: $actor, event: $event) {
    revision { number author } totalCount
    changes { kind reason statement { id text review } replacement { text } }
  }
}`;

/** A client of the protocol, which never comes again by itself. */
export class Follower {
  readonly messages: Message[] = [];
  /** How the stream ended: "complete", or what went wrong; null while it goes on. */
  end: unknown = null;
  readonly #stop: () => void;
  /** Once the server has answered. */
  readonly connected: Promise<void>;

  constructor(url: string, variables: Readonly<Record<string, unknown>> = {}, query = CHANGES, key?: string) {
    const client = createClient({
      url: `${url}/graphql/stream`,
      retryAttempts: 0,
      ...(key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } }),
    });
    let connected: () => void = () => undefined;
    this.connected = new Promise((resolve) => {
      connected = resolve;
    });
    this.#stop = client.subscribe(
      { query, variables },
      {
        next: (message) => {
          this.messages.push(message as unknown as Message);
        },
        error: (error) => {
          this.end = error;
          connected();
        },
        complete: () => {
          this.end ??= 'complete';
        },
      },
      { connected },
    );
  }

  get revisions(): number[] {
    return this.messages.map(({ data, errors }) => {
      if (!data) throw new Error(JSON.stringify(errors));
      return data.changes.revision.number;
    });
  }

  stop(): void {
    this.#stop();
  }
}

/** Waits until something holds, which it does soon or never. */
export async function until(holds: () => boolean, seconds = 20): Promise<void> {
  for (const end = Date.now() + 1_000 * seconds; !holds();) {
    if (Date.now() > end) throw new Error(`not in time: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
