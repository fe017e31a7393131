// Writes to the file MODULES, when the process ends, which modules of CommonJS it has loaded.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const { cache } = createRequire(import.meta.url);
if (isMainThread) process.on('exit', () => writeFileSync(process.env.MODULES, Object.keys(cache).join('\n')));
