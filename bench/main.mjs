// Builds the benchmarks and runs one of them: npm run bench -- growth|renderings|fuzzy-anchoring|ingest|queries|sizes|several|observing|explorer|exports|loading [numbers]
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const [name = '', ...numbers] = process.argv.slice(2);
const here = import.meta.dirname;
if (
  !existsSync(join(here, `${name}.ts`)) ||
  ![
    'growth',
    'renderings',
    'fuzzy-anchoring',
    'ingest',
    'queries',
    'sizes',
    'several',
    'observing',
    'explorer',
    'exports',
    'loading',
  ].includes(name)
) {
  process.stderr.write(
    'Name a benchmark: growth, renderings, fuzzy-anchoring, ingest, queries, sizes, several, observing, explorer, exports or loading.\n',
  );
  process.exit(2);
}
execFileSync('npx', ['tsc', '-p', join(here, 'tsconfig.json')], { stdio: 'inherit' });
// Those that it is compared with are a package of their own.
const peers = join(here, 'peers');
if (name === 'queries' && !existsSync(join(peers, 'node_modules'))) {
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: peers, stdio: 'inherit' });
}
// The program looks for its migrations and its model beside what was built from src.
for (const folder of ['prisma', 'model']) {
  if (!existsSync(join(here, 'dist', folder))) symlinkSync(`../../${folder}`, join(here, 'dist', folder));
}
const { status } = spawnSync(process.execPath, [join(here, 'dist/bench', `${name}.js`), ...numbers], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
