import pino from 'pino';
import { OWN_SEEDS } from '../../src/cli/commands/seed.ts';
import { extract } from '../../src/extract/extract.ts';
import type { Extractor } from '../../src/ingest/extractor.ts';
import { ledgerSigner, newLedgerKey } from '../../src/ledger/ledger-signer.ts';
import { seed } from '../../src/ingest/seed.ts';
import { startServer, type ServerOptions } from '../../src/server/start-server.ts';
import { KNOWN_REVISION } from '../../src/store/known-revision.ts';
import type { SqlClient } from '../../src/store/sql.ts';
import type { Store } from '../../src/store/store.ts';
import { STORES, type StoreKind } from './stores.ts';

/** Signs for the ledgers of all corpora that are served. */
export const SIGNER = ledgerSigner(newLedgerKey(), 'the key of the tests');

/** A GraphQL answer, loosely typed: tests say what they expect in it. */
export interface Answer {
  readonly status: number;
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** A corpus behind the real server. */
export interface ServedCorpus {
  readonly store: Store;
  /** "http://127.0.0.1:…" */
  readonly url: string;
  ask(query: string, variables?: Readonly<Record<string, unknown>>, key?: string): Promise<Answer>;
  /** How many SQL statements it took to answer a query. */
  countStatements(query: string, variables?: Readonly<Record<string, unknown>>, key?: string): Promise<number>;
  stop(): Promise<void>;
}

/** Fills a new store, with the project's own seeds unless told otherwise, and serves it. */
export async function serveCorpus(
  { open }: StoreKind = EMBEDDED,
  fill: (store: Store) => Promise<unknown> = (store) => seed(store, OWN_SEEDS),
  options: Partial<Omit<ServerOptions, 'store'>> = {},
): Promise<ServedCorpus> {
  const store = await open();
  await fill(store);
  const counting = new CountingClient(store.sql);
  const server = await startServer({
    store: {
      ...store,
      sql: counting,
      reading: async (atLeast) => counting.around(await store.reading(atLeast)),
    },
    extractor: IN_PROCESS,
    signer: SIGNER,
    host: '127.0.0.1',
    port: 0,
    log: pino({ level: process.env['TEST_LOG_LEVEL'] ?? 'silent' }),
    ...options,
  });
  const ask = (query: string, variables: Readonly<Record<string, unknown>> = {}, key?: string) =>
    postGraphql(server.url, { query, variables }, key);
  return {
    store,
    url: server.url,
    ask,
    countStatements: async (query, variables, key) => {
      const before = counting.count;
      const { errors } = await ask(query, variables, key);
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
      return counting.count - before;
    },
    stop: async () => {
      await server.stop();
      await store.close();
    },
  };
}

/** Extracts where the test runs, since worker threads know nothing of how tests are compiled. */
export const IN_PROCESS: Extractor = {
  extract: (text, options) => Promise.resolve(extract(text, options)),
  close: () => Promise.resolve(),
};

const [EMBEDDED] = STORES as readonly [StoreKind];

/**
 * Posts a body to a server's /graphql.
 *
 * @param key what is sent as a key; without it the request has none
 */
export async function postGraphql(
  url: string,
  body: unknown,
  key?: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...headers,
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Partial<Answer>;
  return { status: response.status, data: answer.data, errors: answer.errors ?? [] };
}

/** Counts statements, for itself and for all clients that it is put around. */
class CountingClient implements SqlClient {
  constructor(
    private readonly client: SqlClient,
    private readonly counter = { count: 0 },
  ) {}

  get count(): number {
    return this.counter.count;
  }

  around(client: SqlClient): CountingClient {
    return new CountingClient(client, this.counter);
  }

  query<Row>(...call: Parameters<SqlClient['query']>): Promise<Row[]> {
    if (call[0].name !== KNOWN_REVISION) this.counter.count++;
    return this.client.query<Row>(...call);
  }

  asOf(revision: number): SqlClient {
    return this.around(this.client.asOf(revision));
  }
}
