// Kills `verbatim ingest` at random moments, many times, on both stores, and compares what is left with an undisturbed run:
// node scripts/kill-ingest.mjs [articles] [kills]
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const [articles = '1000', kills = '40'] = process.argv.slice(2);
const root = join(import.meta.dirname, '..');
const { status } = spawnSync('npm', ['test', '--', 'tests/cli/ingest-kill.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, VERBATIM_KILL_ARTICLES: articles, VERBATIM_KILLS: kills },
});
process.exitCode = status ?? 1;
