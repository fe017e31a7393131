// Builds what trains and measures the model of attributions, and runs it: npm run train -- FOLDER, npm run evaluate -- FOLDER, npm run evaluate:seeds
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const [name = '', folder = ''] = process.argv.slice(2);
const here = import.meta.dirname;
const project = join(here, '..');
const part = { train: 'train', evaluate: 'dev', 'evaluate-seeds': null }[name];
if (part === undefined) {
  process.stderr.write('Name what to do: train, evaluate or evaluate-seeds.\n');
  process.exit(2);
}
if (part !== null && !existsSync(join(folder, `polnear/${part}.jsonl`))) {
  process.stderr.write(
    `Name the folder with polnear/${part}.jsonl, articles one a line: model/README.md tells what they are.\n`,
  );
  process.exit(2);
}
execFileSync('npx', ['tsc', '-p', join(here, 'tsconfig.json')], { stdio: 'inherit' });
// The model is looked for beside what was built from src.
if (!existsSync(join(here, 'dist/model'))) symlinkSync('../../model', join(here, 'dist/model'));
const target = name === 'train' ? join(project, 'model/attributions.bin') : project;
const { status } = spawnSync(
  process.execPath,
  [
    '--max-old-space-size=12000',
    join(here, 'dist/training', `${name}.js`),
    part === null ? join(project, 'seeds') : folder,
    target,
  ],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
