import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { ApplyMigrationsOutput, SchemaEngine } from '@prisma/schema-engine-wasm';
import { migrationList, schemaDrift, withSchemaEngine } from '../../../scripts/schema-engine.mjs';
import { migrate } from '../../../src/store/migrate.ts';
import { rawEmbedded } from '../raw-databases.ts';

// A process that tries Prisma's own schema engine, since the engine does not run inside Jest. It writes a line of JSON.

type Migrations = Parameters<SchemaEngine['applyMigrations']>[0];

/** What `prisma migrate deploy` does. */
async function deploy(database: PGlite): Promise<string[]> {
  const input = { migrationsList: await migrationList(), filters: { externalTables: [], externalEnums: [] } };
  const run = (engine: SchemaEngine) => engine.applyMigrations(input as Migrations);
  const { appliedMigrationNames } = (await withSchemaEngine(run, database)) as ApplyMigrationsOutput;
  return appliedMigrationNames;
}

async function driftOf(change: (datamodel: string) => string): Promise<string> {
  const path = join(import.meta.dirname, '../../../prisma/schema.prisma');
  const content = change(await readFile(path, 'utf8'));
  return (await schemaDrift({ tag: 'schemaDatamodel', files: [{ path, content }] })) as string;
}

const trials: Readonly<Record<string, () => Promise<unknown>>> = {
  oursThenPrismas: async () => {
    const database = await PGlite.create();
    return [await migrate(rawEmbedded(database)), await deploy(database)];
  },
  prismasThenOurs: async () => {
    const database = await PGlite.create();
    return [await deploy(database), await migrate(rawEmbedded(database))];
  },
  drift: () => schemaDrift() as Promise<string>,
  driftOfAddedColumn: () => driftOf((text) => text.replace('model Article {', 'model Article {\n  subtitle String?')),
  driftOfLeftOutIndex: () => driftOf((text) => text.replace('@@index([kind, slug])', '')),
};

const [trial = ''] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(await trials[trial]?.())}\n`);
process.exit();
