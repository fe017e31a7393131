import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { SeenOperation } from './seen-operation.ts';

/** The header by which a request is named, in what is asked and in what is answered. */
export const REQUEST_ID = 'x-request-id';

/** What a client's own name of a request may be: nothing that could end a line of a log, or fill it. */
const OWN_ID = /^[\w.:@/+=-]{1,128}$/;

/** Where an answer came from: read anew, kept from before, or held by the client already. */
export type Kept = 'missed' | 'hit' | 'unchanged';

/** Why a request, or a part of it, was refused. */
export interface Refusal {
  /** The code of the error that the client is told. */
  readonly code: string;
  /** Which limit it met, where it is one of several. */
  readonly limit: string | null;
}

/** The parts of a request that a trace tells apart. */
export type Phase = 'parse' | 'validate' | 'plan' | 'execute';

/** A trace that a request belongs to. */
export interface RequestTrace {
  /** 32 hex digits. */
  readonly id: string;
  /** Begins a part of the request; what is returned ends it. */
  begin(phase: Phase): () => void;
  /** Tells of a statement that was run for it. */
  statement(statement: RanStatement): void;
  /** @param status of HTTP; null when the client left before it was told */
  end(request: SeenRequest, status: number | null): void;
}

/** By whom a statement was run: by a read, by a write, or by a read on a replica. */
export type StoreRole = 'reading' | 'writing' | 'replica';

/** A statement that was run. Its values are not told. */
export interface RanStatement {
  readonly role: StoreRole;
  readonly text: string;
  /** When it began, and how long it took until its rows were there, a wait for a connection included; milliseconds. */
  readonly since: number;
  readonly took: number;
  /** For which request; null for what the server does for itself. */
  readonly request: SeenRequest | null;
  /** Why it failed; null where it did not. */
  readonly error: unknown;
  /** Whether it read the corpus as it was. */
  readonly isPast: boolean;
}

/** What is learnt of one request while it is answered. */
export class SeenRequest {
  /** Milliseconds of `performance.now()`. */
  readonly since = performance.now();
  /** Null until it is known, and of a request that is none of GraphQL. */
  operation: SeenOperation | null = null;
  /** How many nodes its answer may hold, by the page sizes that it asks for. */
  nodes = 0;
  /** Null where answers are not kept. */
  kept: Kept | null = null;
  /** None twice. */
  refusals: readonly Refusal[] = NONE;
  /** What became of articles that it brought in. */
  articles: readonly string[] = NONE;
  /** Null where nothing is traced. */
  trace: RequestTrace | null = null;

  constructor(readonly id: string) {}

  /** Says that the client was told of an error. */
  refusedFor(code: string, limit: string | null = null): void {
    const isKnown = this.refusals.some((refusal) => refusal.code === code && refusal.limit === limit);
    if (!isKnown) this.refusals = [...this.refusals, { code, limit }];
  }

  broughtIn(outcome: string): void {
    this.articles = [...this.articles, outcome];
  }

  /** Begins a part of the request; what is returned ends it. */
  begin(phase: Phase): () => void {
    return this.trace === null ? NOTHING : this.trace.begin(phase);
  }
}

const NONE: readonly never[] = [];
const NOTHING = (): void => undefined;
const SEEN = Symbol('seen');

/**
 * What is learnt of a request. It is named by the client's X-Request-Id where that is well-formed (128 characters at most, of
 * letters, digits and ._:@/+=-), else by a random UUID.
 */
export function seenOf(request: IncomingMessage & { [SEEN]?: SeenRequest }): SeenRequest {
  const seen = request[SEEN] ?? new SeenRequest(nameOf(request.headers[REQUEST_ID]));
  request[SEEN] = seen;
  return seen;
}

const nameOf = (asked: string | string[] | undefined): string =>
  typeof asked === 'string' && OWN_ID.test(asked) ? asked : randomUUID();
