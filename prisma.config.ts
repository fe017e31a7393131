import { defineConfig } from 'prisma/config';

// Generating the client needs no engine, but the command line asks for one and would fetch it. Migrating does need it,
// so only these two commands get a stand-in.
if (process.argv.some((word) => word === 'generate' || word === 'validate')) {
  process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;
}

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? '' },
});
