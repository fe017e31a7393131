import { resolve } from 'node:path';
import { z } from 'zod';
import { VerbatimError } from '../domain/errors.ts';
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
}

const POSTGRES_URL = /^postgres(?:ql)?:\/\//;

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
  VERBATIM_DATA: z.string().min(1, 'must name a folder').default('.verbatim'),
});

/**
 * Reads HOST, PORT, DATABASE_URL, DATABASE_REPLICA_URLS, VERBATIM_DATA, PERSISTED_QUERIES and ANSWER_CACHE_MB. An empty variable counts as not set.
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
  } = checked.data;
  if (DATABASE_URL === undefined && replicaUrls.length > 0) {
    throw new VerbatimError('BAD_USER_INPUT', 'DATABASE_REPLICA_URLS needs DATABASE_URL, the server that they follow.');
  }
  return {
    host: HOST,
    port: PORT,
    store: DATABASE_URL === undefined ? { folder: resolve(VERBATIM_DATA) } : { url: DATABASE_URL, replicaUrls },
    safelistFile: PERSISTED_QUERIES === undefined ? null : resolve(PERSISTED_QUERIES),
    answerCacheBytes: ANSWER_CACHE_MB,
  };
}
