import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { IncomingMessage } from 'node:http';
import type { Principal } from '../domain/principal.ts';
import { clientOf, type ClientOptions } from './client-of.ts';
import { LeakyBuckets, type Level, type Rate } from './leaky-buckets.ts';

/** How clients are limited. */
export interface RateLimitOptions extends ClientOptions {
  readonly rate: Rate;
}

/** What a client may still ask for. */
export interface Allowance {
  /** Nodes that are about to be asked for. Returns null when they are within the limit, else what to tell the client. */
  charge(nodes: number): RateRefusal | null;
  /** Nodes that were charged, and are not in the answer. */
  giveBack(nodes: number): void;
  /** The headers of an answer that tell what is left (draft-ietf-httpapi-ratelimit-headers-10). */
  headers(): Readonly<Record<string, string>>;
}

/** Why a request is not answered now. */
export interface RateRefusal {
  readonly message: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The code of the error of a client that asks for too much. */
export const RATE_LIMITED = 'RATE_LIMITED';

/** Limits what each client asks for in a while: one by its key, or one without by its address. */
export class RateLimit {
  readonly #buckets: LeakyBuckets;

  constructor(private readonly options: RateLimitOptions) {
    this.#buckets = new LeakyBuckets(options.rate);
  }

  /** What whoever sends a request may ask for; null without a limit. */
  allowanceOf(request: IncomingMessage, principal: Principal | null): Allowance | null {
    const client = clientOf(request, principal, this.options);
    return client === null ? null : this.#allowance(client);
  }

  #allowance(client: string): Allowance {
    const { perSecond, burst } = this.options.rate;
    let level: Level = { admitted: true, remaining: burst, seconds: 0 };
    const headers = () => ({
      'ratelimit-policy': `"nodes";q=${String(burst)};w=${String(Math.ceil(burst / perSecond))}`,
      ratelimit: `"nodes";r=${String(level.remaining)};t=${String(level.seconds)}`,
    });
    return {
      headers,
      giveBack: (nodes) => {
        this.#buckets.takeOut(client, nodes);
        level = {
          ...level,
          remaining: Math.min(burst, level.remaining + nodes),
          seconds: Math.max(0, Math.ceil(level.seconds - nodes / perSecond)),
        };
      },
      charge: (nodes) => {
        level = this.#buckets.pour(client, nodes);
        if (level.admitted) return null;
        const wait = String(Math.max(1, level.seconds));
        return {
          message: `This is more than you may ask for now: a client has ${String(burst)} nodes, and gets back ${String(perSecond)} a second. Ask again in ${wait} seconds, or for smaller pages.`,
          headers: { ...headers(), 'retry-after': wait },
        };
      },
    };
  }
}

/** The refusal as an error of GraphQL, with the status 429. */
export const rateError = ({ message, headers }: RateRefusal): GraphQLError =>
  new GraphQLError(message, {
    extensions: { code: RATE_LIMITED, http: { status: 429, headers: new HeaderMap(Object.entries(headers)) } },
  });
