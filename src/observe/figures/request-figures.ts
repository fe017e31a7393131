import type { Kept, SeenRequest } from '../seen-request.ts';
import { Distribution } from './distribution.ts';

/** What requests are told apart by: `unread` is asked of the API and refused before it was known what for, `other` is all that is none of it. */
export const REQUEST_KINDS = ['query', 'mutation', 'subscription', 'unread', 'other'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** Seconds. A kept answer takes some fifty microseconds, bringing in a long article some seconds. */
const BOUNDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** So many reasons of refusal are told apart: a bound for what is a short list of codes of our own. */
const MOST_REASONS = 60;
const CODE = /^[A-Za-z_]{1,40}$/;

/** Requests in numbers. What they are told apart by is of this program, whatever clients send. */
export class RequestFigures {
  /** By kind and status of HTTP; 499 for a client that left before it was told, as nginx has it. */
  readonly statuses = byKind(() => new Map<number, number>());
  /** Of answered requests, in seconds; a subscription lasts for as long as its client likes, and has none. */
  readonly seconds = byKind(() => new Distribution(BOUNDS));
  readonly kept: Record<Kept, number> = { hit: 0, missed: 0, unchanged: 0 };
  /** By code and limit, with a space between them. */
  readonly refusals = new Map<string, number>();
  nodes = 0;
  /** By what became of them. */
  readonly articles: Record<string, number> = { NEW: 0, NEW_VERSION: 0, UNCHANGED: 0 };

  add(request: SeenRequest, kind: RequestKind, status: number, seconds: number): void {
    const statuses = this.statuses[kind];
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (kind !== 'subscription') this.seconds[kind].add(seconds);
    if (request.kept !== null) this.kept[request.kept]++;
    this.nodes += request.nodes;
    for (const { code, limit } of request.refusals)
      this.#refuse(`${bounded(code)} ${limit === null ? '' : bounded(limit)}`);
    for (const outcome of request.articles) {
      const count = this.articles[outcome];
      if (count !== undefined) this.articles[outcome] = count + 1;
    }
  }

  #refuse(reason: string): void {
    const key = this.refusals.has(reason) || this.refusals.size < MOST_REASONS ? reason : 'OTHER ';
    this.refusals.set(key, (this.refusals.get(key) ?? 0) + 1);
  }
}

const bounded = (word: string): string => (CODE.test(word) ? word : 'OTHER');

const byKind = <Value>(make: () => Value): Readonly<Record<RequestKind, Value>> =>
  Object.fromEntries(REQUEST_KINDS.map((kind) => [kind, make()])) as Record<RequestKind, Value>;
