// Makes faults happen to the built program, many times over, and tells what was lost by them:
// npm run faults -- NAME [--times N]; without a name all of them. CONTRIBUTING.md and docs/reliability.md tell of them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '..');
const names = readdirSync(join(root, 'tests/faults')).map((file) => file.replace('.test.ts', ''));
const { positionals, values } = parseArgs({ allowPositionals: true, options: { times: { type: 'string' } } });
const wanted = positionals.length > 0 ? positionals : names;
const unknown = wanted.find((name) => !names.includes(name));
const isNumber = values.times === undefined || /^[1-9]\d{0,5}$/.test(values.times);
if (unknown !== undefined || !isNumber) {
  console.error(`npm run faults -- NAME [--times N], with one or more of: ${names.join(', ')}`);
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'verbatim-faults-report-'));
const report = join(folder, 'report.jsonl');
const { status } = spawnSync(
  'npm',
  ['test', '--', '-w', '1', ...wanted.map((name) => `tests/faults/${name}.test.ts`)],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      VERBATIM_FAULTS_REPORT: report,
      ...(values.times === undefined ? {} : { VERBATIM_FAULTS_TIMES: values.times }),
    },
  },
);
if (existsSync(report)) {
  console.log('| fault | times | acknowledged | lost | duplicated | answers changed | longest window, ms | told |');
  console.log('| --- | --: | --: | --: | --: | --: | --: | --- |');
  for (const line of readFileSync(report, 'utf8').trim().split('\n')) {
    const { fault, happened, acknowledged, lost, duplicated, changed, longestGap, errors, ...also } = JSON.parse(line);
    const told = Object.entries({ ...errors, ...also }).map(([what, count]) => `${what} ${count}`);
    const cells = [fault, happened, acknowledged, lost, duplicated, changed, longestGap || '', told.join(', ')];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
rmSync(folder, { recursive: true });
process.exitCode = status ?? 1;
