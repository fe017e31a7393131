import { PrismaPg } from '@prisma/adapter-pg';
import { Client, Pool } from 'pg';
import { VerbatimError } from '../domain/errors.ts';
import { completeIndex } from './comparison/index-passages.ts';
import type { PoolState } from '../observe/metrics-of-server.ts';
import type { StoreRole } from '../observe/seen-request.ts';
import type { StatementObserver } from '../observe/statement-observer.ts';
import { explainOnServer } from './explain.ts';
import { migrate, type MigrationConnection } from './migrate.ts';
import { observedAdapter } from './observed-adapter.ts';
import { ObservedClient } from './observed-client.ts';
import { PostgresNews } from './postgres-news.ts';
import { PrismaClient } from './prisma/client.ts';
import { Replicas } from './replicas.ts';
import { findRoles, type Roles } from './roles.ts';
import { snapshotOfPool } from './snapshot.ts';
import { poolClient } from './sql.ts';
import { STATEMENT_TIMEOUT } from './statement-timeout.ts';
import { StatementNames } from './statement-names.ts';
import type { Store } from './store.ts';
import { WriteQueue } from './write-queue.ts';

/** Milliseconds to wait for a free connection. */
const CONNECTION_TIMEOUT = 5_000;
const CONNECTIONS = 10;
/** Milliseconds for which a connection is kept without work, since a new one has yet to learn every statement. */
const IDLE_TIMEOUT = 300_000;

/**
 * Opens a store on a PostgreSQL server (15 or newer) and migrates it if need be.
 *
 * @param url postgresql://user:password@host:port/database
 * @param replicaUrls of servers that follow it, from which may be read too; one that cannot be reached is done without
 * @param observer learns of each statement; null where nobody wants to know
 * @throws VerbatimError UNAVAILABLE when the server cannot be reached, MIGRATION_FAILED
 */
export async function openPostgresStore(
  url: string,
  replicaUrls: readonly string[] = [],
  observer: StatementObserver | null = null,
): Promise<Store> {
  const description = `PostgreSQL at ${withoutSecrets(url)}`;
  const { migrated, roles } = await prepare(url, description);
  const pool = openPool(url, roles);
  const replicaPools = replicaUrls.map((own) => openPool(own, roles));
  const endAll = async () => {
    await Promise.all([pool, ...replicaPools].map((each) => each.end()));
  };
  try {
    const written = new StatementNames('written', 300, 'second time');
    const prisma = new PrismaClient({
      adapter: observedAdapter(
        new PrismaPg(pool, { statementNameGenerator: ({ sql }) => written.nameOf(sql) }),
        observer,
      ),
    });
    const news = new PostgresNews(url);
    const client = (own: Pool, role: StoreRole) =>
      observer ? new ObservedClient(poolClient(own), role, observer) : poolClient(own);
    observer?.slow?.explainBy(explainOnServer(url));
    const sql = client(pool, 'reading');
    const replicas = new Replicas(
      sql,
      replicaPools.map((own) => client(own, 'replica')),
    );
    const store: Store = {
      description:
        description +
        described(await replicas.countReached(), replicaUrls.length) +
        (roles ? '' : ', without its roles'),
      sql,
      reading: (atLeast) => replicas.reading(atLeast),
      snapshot: () => snapshotOfPool(pool),
      prisma,
      writer: roles?.writer ?? null,
      writes: new WriteQueue(),
      news,
      migrated,
      folder: null,
      pools: () => [stateOf('primary', pool), ...replicaPools.map((own) => stateOf('replica', own))],
      close: async () => {
        await news.close();
        await prisma.$disconnect();
        await endAll();
      },
    };
    await completeIndex(store);
    return store;
  } catch (error) {
    await endAll();
    throw error;
  }
}

function openPool(url: string, roles: Roles | null): Pool {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECTION_TIMEOUT,
    idleTimeoutMillis: IDLE_TIMEOUT,
    statement_timeout: STATEMENT_TIMEOUT,
    application_name: 'verbatim',
    // What is returned is waited for before anybody gets the connection.
    onConnect: (client): unknown => client.query(PLAN_FOR_ANY_VALUE + (roles ? `; SET ROLE ${roles.reader}` : '')),
  });
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

const stateOf = (pool: PoolState['pool'], { totalCount, idleCount, waitingCount }: Pool): PoolState => ({
  pool,
  inUse: totalCount - idleCount,
  idle: idleCount,
  waiting: waitingCount,
});

function described(reached: number, replicas: number): string {
  if (replicas === 0) return '';
  const missing = replicas - reached;
  return `, read from ${String(replicas)} replica${replicas === 1 ? '' : 's'} too${missing > 0 ? ` (${String(missing)} cannot be reached now)` : ''}`;
}

/**
 * Lets a connection plan each statement once, and not compile it: rows are found by ids and keys, whatever these are, and a plan of
 * its own for each value would gain less than it costs.
 */
const PLAN_FOR_ANY_VALUE = 'SET plan_cache_mode = force_generic_plan; SET jit = off';

/** Migrates a database as whoever the URL names, who owns it or finds nothing to do. */
async function prepare(
  url: string,
  description: string,
): Promise<{ readonly migrated: string[]; readonly roles: Roles | null }> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECTION_TIMEOUT,
    application_name: 'verbatim migrate',
  });
  // Without a listener a connection that breaks would end the process; whoever waits for an answer is told anyway.
  client.on('error', () => undefined);
  await client.connect().catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new VerbatimError(
      'UNAVAILABLE',
      `${description} cannot be reached (${reason}). Check DATABASE_URL and that the server runs.`,
      { cause },
    );
  });
  try {
    const connection: MigrationConnection = {
      run: async (script) => {
        await client.query(script);
      },
      rows: async <Row>(text: string, values: readonly unknown[] = []) =>
        (await client.query<Row & object>(text, [...values])).rows,
    };
    return { migrated: await migrate(connection), roles: await findRoles(connection) };
  } finally {
    await client.end();
  }
}

function withoutSecrets(url: string): string {
  const { host, pathname } = URL.canParse(url) ? new URL(url) : { host: 'DATABASE_URL', pathname: '' };
  return host + pathname;
}
