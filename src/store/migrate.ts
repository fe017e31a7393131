import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VerbatimError } from '../domain/errors.ts';

/** What is needed of a database to migrate it: a connection of its own that runs scripts. */
export interface MigrationConnection {
  /** Runs a script of one or more statements. */
  run(script: string): Promise<void>;
  /** Runs one statement with parameters and returns its rows. */
  rows<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

interface Migration {
  readonly name: string;
  readonly script: string;
  readonly checksum: string;
}

interface AppliedMigration {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
  readonly rolled_back_at: Date | null;
}

/** Where the migrations are, beside the built code and beside the sources alike. */
const FOLDER = join(import.meta.dirname, '../../prisma/migrations');

/** The table in which Prisma keeps account of migrations, as its engine makes it. */
const ACCOUNT = `
  CREATE TABLE _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

/**
 * Brings a database up to the newest migration, all pending ones in one transaction: it ends as the newest or as it was.
 *
 * It keeps account in the same table and by the same checksums as `prisma migrate deploy`, so that either may be used on
 * a PostgreSQL server. (Prisma's own engine is a program that its command fetches, and has no transaction around a script.)
 *
 * @param folder holds the migrations, by default those of this version
 * @returns the names of the migrations that were applied
 * @throws VerbatimError MIGRATION_FAILED
 */
export async function migrate(connection: MigrationConnection, folder = FOLDER): Promise<string[]> {
  const migrations = await readMigrations(folder);
  await connection.run('BEGIN');
  try {
    // Two starts at once take turns.
    await connection.run("SELECT pg_advisory_xact_lock(hashtext('verbatim.migrate'))");
    const [account] = await connection.rows<{ there: boolean }>(
      "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there",
    );
    // Who may not make tables may still find that there is nothing to do.
    if (account?.there !== true) await connection.run(ACCOUNT);
    const pending = pendingMigrations(migrations, await appliedMigrations(connection));
    for (const migration of pending) await apply(connection, migration);
    await connection.run('COMMIT');
    return pending.map(({ name }) => name);
  } catch (error) {
    await connection.run('ROLLBACK');
    throw error;
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      const script = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
    }),
  );
}

function appliedMigrations(connection: MigrationConnection): Promise<AppliedMigration[]> {
  return connection.rows('SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations');
}

function pendingMigrations(migrations: readonly Migration[], applied: readonly AppliedMigration[]): Migration[] {
  const standing = applied.filter(({ rolled_back_at }) => rolled_back_at === null);
  for (const { migration_name: name, checksum, finished_at } of standing) {
    const known = migrations.find((migration) => migration.name === name);
    if (!known)
      throw failed(name, 'is in the database and not in this version of Verbatim: use the newer version that made it');
    if (finished_at === null)
      throw failed(name, 'was begun by another tool and not finished: resolve it with `prisma migrate resolve`');
    if (known.checksum !== checksum)
      throw failed(name, 'was applied with another content: use the version of Verbatim that applied it');
  }
  const names = new Set(standing.map(({ migration_name }) => migration_name));
  return migrations.filter(({ name }) => !names.has(name));
}

async function apply(connection: MigrationConnection, { name, script, checksum }: Migration): Promise<void> {
  try {
    await connection.run(script);
  } catch (cause) {
    throw failed(name, `failed: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
  }
  await connection.rows(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), now(), 1)`,
    [randomUUID(), checksum, name],
  );
}

const failed = (name: string, reason: string, cause?: unknown): VerbatimError =>
  new VerbatimError('MIGRATION_FAILED', `Migration ${name} ${reason}. Nothing was changed.`, { cause });
