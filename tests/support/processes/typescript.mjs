// Lets Node run the sources as they are, without Jest and without a build: `node --import …/typescript.mjs file.ts`.
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { transform } from '@swc/core';

// The hooks of this same file run in a thread of their own.
if (isMainThread) register(import.meta.url);

const SETTINGS = {
  jsc: { target: 'es2023', parser: { syntax: 'typescript', decorators: true }, transform: { legacyDecorator: true } },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), { ...SETTINGS, filename });
  return { format: 'module', source: code, shortCircuit: true };
}
