// Prisma's own schema engine as WebAssembly, over an empty embedded PostgreSQL: the command line's engine is a program
// that has to be fetched, this one comes with the packages. For development only: `node scripts/schema-engine.mjs`
// prints the SQL by which prisma/migrations lag behind prisma/schema.prisma, and exits 2 if there is any.
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engineGlue from '@prisma/schema-engine-wasm/schema_engine_bg';
import { PrismaPGlite } from 'pglite-prisma-adapter';

const root = join(import.meta.dirname, '..');
const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** The migrations of this project as the engine takes them. */
export async function migrationList() {
  const baseDir = join(root, 'prisma/migrations');
  const names = (await readdir(baseDir, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const migrationDirectories = await Promise.all(
    names
      .map(({ name }) => name)
      .sort()
      .map(async (path) => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok', value: await readFile(join(baseDir, path, 'migration.sql'), 'utf8') },
        },
      })),
  );
  const content = await readFile(join(baseDir, 'migration_lock.toml'), 'utf8');
  return { baseDir, lockfile: { path: 'migration_lock.toml', content }, migrationDirectories, shadowDbInitScript: '' };
}

/** prisma/schema.prisma as a target to compare with. */
export async function schemaTarget() {
  const path = join(root, 'prisma/schema.prisma');
  return { tag: 'schemaDatamodel', files: [{ path, content: await readFile(path, 'utf8') }] };
}

/** Runs `use` with an engine on a database, by default an empty embedded one. */
export async function withSchemaEngine(use, database) {
  const pglite = database ?? (await PGlite.create());
  const { files } = await schemaTarget();
  const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(pglite));
  const engine = await engineClass().then((SchemaEngine) =>
    SchemaEngine.new({ datamodels: files.map(({ path, content }) => [path, content]) }, () => undefined, factory),
  );
  try {
    return await use(engine);
  } finally {
    engine.free();
    if (!database) await pglite.close();
  }
}

/** SQL that leads from the migrations to a schema, by default this project's; empty when they agree. */
export async function schemaDrift(target) {
  const [to, migrations] = [target ?? (await schemaTarget()), await migrationList()];
  const from = migrations.migrationDirectories.length === 0 ? { tag: 'empty' } : { tag: 'migrations', ...migrations };
  const { stdout, exitCode } = await withSchemaEngine((engine) =>
    engine.diff({ from, to, script: true, exitCode: true, shadowDatabaseUrl: null, filters: NO_FILTERS }),
  );
  return exitCode === 0 ? '' : stdout;
}

async function engineClass() {
  const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(join(dirname(glue), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engineGlue });
  engineGlue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return engineGlue.SchemaEngine;
}

if (process.argv[1] === import.meta.filename) {
  const drift = await schemaDrift();
  process.stdout.write(drift);
  process.exitCode = drift === '' ? 0 : 2;
}
