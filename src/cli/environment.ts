import { join, resolve } from 'node:path';
import { z } from 'zod';
import { VerbatimError } from '../domain/errors.ts';
import { readProxies, type ClientOptions } from '../server/client-of.ts';
import { CONNECTION_LIMITS, LIMITS, type ConnectionLimits } from '../server/limits.ts';
import type { RateLimitOptions } from '../server/rate-limit.ts';
import { STATEMENT_TIMEOUT } from '../store/statement-timeout.ts';
import type { StoreLocation } from '../store/open-store.ts';

/** What the environment decides. */
export interface Environment {
  readonly host: string;
  readonly port: number;
  readonly store: StoreLocation;
  /** A file with the only queries that are answered; null for any. */
  readonly safelistFile: string | null;
  /** Of answers that are kept to be given again. */
  readonly answerCacheBytes: number;
  /** Where the private key of the ledger is: in the environment, or in a file, which is made when it is not there. */
  readonly ledgerKey: { readonly pem: string } | { readonly file: string };
  /** Null where any client may ask for as much as it likes. */
  readonly rateLimit: RateLimitOptions | null;
  /** Whom limits of clients are for. */
  readonly clients: ClientOptions;
  /** Milliseconds from a request that is complete to its answer. */
  readonly requestTimeout: number;
  readonly connectionLimits: Pick<ConnectionLimits, 'connections' | 'streams'>;
  /** Whether clients may ask what can be asked. */
  readonly introspection: boolean;
}

const POSTGRES_URL = /^postgres(?:ql)?:\/\//;

/** Milliseconds. */
const SHORTEST_TIMEOUT = 100;

const countOf = (what: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,5}$/, `must be a number of ${what}, such as 200`)
    .transform(Number);

const variables = z.object({
  HOST: z.string().min(1, 'must be an address, such as 127.0.0.1').default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number, such as 4000')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be at most 65535')
    .default(4000),
  DATABASE_URL: z.string().regex(POSTGRES_URL, 'must begin with postgresql://').optional(),
  DATABASE_REPLICA_URLS: z
    .string()
    .transform((urls) => urls.split(/[\s,]+/).filter(Boolean))
    .refine((urls) => urls.every((url) => POSTGRES_URL.test(url)), 'must be addresses that begin with postgresql://')
    .default([]),
  ANSWER_CACHE_MB: z
    .string()
    .regex(/^\d{1,6}$/, 'must be a number of megabytes, such as 64; 0 keeps no answers')
    .transform((megabytes) => Number(megabytes) * 2 ** 20)
    .default(64 * 2 ** 20),
  PERSISTED_QUERIES: z.string().optional(),
  RATE_LIMIT: z
    .string()
    .regex(/^(?:off|[1-9]\d{0,8}\/[1-9]\d{0,8})$/, 'must be nodes a second and at once, such as 2000/100000, or off')
    .refine(
      (rate) => rate === 'off' || Number(rate.split('/')[1]) >= LIMITS.nodes + LIMITS.nodesOfRequest,
      `must let ${String(LIMITS.nodes + LIMITS.nodesOfRequest)} nodes through at once at least, which one query may ask for`,
    )
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((networks) => networks.split(/[\s,]+/).filter(Boolean))
    .default([]),
  LEDGER_KEY: z.string().optional(),
  LEDGER_KEY_FILE: z.string().optional(),
  REQUEST_TIMEOUT_MS: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number of milliseconds, such as 10000')
    .transform(Number)
    .refine(
      (milliseconds) => milliseconds >= SHORTEST_TIMEOUT && milliseconds <= STATEMENT_TIMEOUT,
      `must be from ${String(SHORTEST_TIMEOUT)} to ${String(STATEMENT_TIMEOUT)}, which a statement may take`,
    )
    .default(LIMITS.requestTimeout),
  MAX_CONNECTIONS: countOf('connections').default(CONNECTION_LIMITS.connections),
  MAX_STREAMS: countOf('streams').default(CONNECTION_LIMITS.streams),
  INTROSPECTION: z
    .enum(['on', 'off'], 'must be on or off')
    .transform((value) => value === 'on')
    .default(true),
  VERBATIM_DATA: z.string().min(1, 'must name a folder').default('.verbatim'),
});

/**
 * Reads HOST, PORT, DATABASE_URL, DATABASE_REPLICA_URLS, VERBATIM_DATA, PERSISTED_QUERIES, ANSWER_CACHE_MB, RATE_LIMIT,
 * TRUSTED_PROXIES, REQUEST_TIMEOUT_MS, MAX_CONNECTIONS, MAX_STREAMS, INTROSPECTION, LEDGER_KEY and LEDGER_KEY_FILE. An empty
 * variable counts as not set.
 *
 * @throws VerbatimError BAD_USER_INPUT that names the variable
 */
export function readEnvironment(environment: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const checked = variables.safeParse(given);
  if (!checked.success) {
    const { path, message } = checked.error.issues[0] ?? { path: ['environment'], message: 'cannot be read' };
    throw new VerbatimError('BAD_USER_INPUT', `${path.join('.')} ${message}.`);
  }
  const {
    HOST,
    PORT,
    DATABASE_URL,
    DATABASE_REPLICA_URLS: replicaUrls,
    VERBATIM_DATA,
    PERSISTED_QUERIES,
    ANSWER_CACHE_MB,
    RATE_LIMIT,
    TRUSTED_PROXIES,
    LEDGER_KEY,
    LEDGER_KEY_FILE,
    REQUEST_TIMEOUT_MS: requestTimeout,
    MAX_CONNECTIONS: connections,
    MAX_STREAMS: streams,
    INTROSPECTION: introspection,
  } = checked.data;
  // Programs on the own machine are limited when somebody says so: usually they are those of whoever runs the server.
  const clients = {
    includesOwn: RATE_LIMIT !== undefined && RATE_LIMIT !== 'off',
    proxies: readProxies(TRUSTED_PROXIES),
  };
  if (DATABASE_URL === undefined && replicaUrls.length > 0) {
    throw new VerbatimError('BAD_USER_INPUT', 'DATABASE_REPLICA_URLS needs DATABASE_URL, the server that they follow.');
  }
  return {
    host: HOST,
    port: PORT,
    store: DATABASE_URL === undefined ? { folder: resolve(VERBATIM_DATA) } : { url: DATABASE_URL, replicaUrls },
    safelistFile: PERSISTED_QUERIES === undefined ? null : resolve(PERSISTED_QUERIES),
    answerCacheBytes: ANSWER_CACHE_MB,
    ledgerKey:
      LEDGER_KEY === undefined
        ? { file: resolve(LEDGER_KEY_FILE ?? join(VERBATIM_DATA, 'ledger-key.pem')) }
        : { pem: LEDGER_KEY },
    rateLimit: rateLimitOf(RATE_LIMIT, clients),
    clients,
    requestTimeout,
    connectionLimits: { connections, streams },
    introspection,
  };
}

/** Nodes a second, and at once. */
const USUAL_RATE = '2000/100000';

function rateLimitOf(rate: string | undefined, clients: ClientOptions): RateLimitOptions | null {
  if (rate === 'off') return null;
  const [perSecond = 0, burst = 0] = (rate ?? USUAL_RATE).split('/').map(Number);
  return { rate: { perSecond, burst }, ...clients };
}
