// Builds the benchmarks and runs one of them: npm run bench -- growth|renderings|fuzzy-anchoring [numbers]
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const [name = '', ...numbers] = process.argv.slice(2);
const here = import.meta.dirname;
if (!existsSync(join(here, `${name}.ts`)) || !['growth', 'renderings', 'fuzzy-anchoring'].includes(name)) {
  process.stderr.write('Name a benchmark: growth, renderings or fuzzy-anchoring.\n');
  process.exit(2);
}
execFileSync('npx', ['tsc', '-p', join(here, 'tsconfig.json')], { stdio: 'inherit' });
// The store looks for its migrations beside what was built from src.
if (!existsSync(join(here, 'dist/prisma'))) symlinkSync('../../prisma', join(here, 'dist/prisma'));
const { status } = spawnSync(process.execPath, [join(here, 'dist/bench', `${name}.js`), ...numbers], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
