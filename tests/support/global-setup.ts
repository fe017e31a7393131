import { CHROMIUM, POSTGRES, missingPrograms } from './programs.mjs';
import { startPostgres, type PostgresCluster } from './postgres-cluster.ts';

declare global {
  var postgresCluster: PostgresCluster | undefined;
}

/** Starts what the suites need and the machine has. With VERBATIM_TEST_ALL nothing may be missing. */
export default async function setUp(): Promise<void> {
  const missing = missingPrograms();
  if (process.env['VERBATIM_TEST_ALL'] && missing.length > 0) {
    throw new Error(
      `Nothing may be left out, and this is missing: ${missing.map(({ name, install }) => `${name}. ${install}`).join('; ')}`,
    );
  }
  process.env['TEST_CHROMIUM'] = CHROMIUM.find() ?? '';
  const postgres = POSTGRES.find();
  if (postgres === null) return;
  globalThis.postgresCluster = await startPostgres(postgres);
  process.env['TEST_POSTGRES_URL'] = globalThis.postgresCluster.url;
}
