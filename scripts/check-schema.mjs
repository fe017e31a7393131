// Is the committed schema what the code says, does it break nothing that was released or is in the read API's contract, and do
// schema.prisma and the migrations agree?
//   node scripts/check-schema.mjs [--write] [--release]
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSchema, findBreakingChanges, printSchema } from 'graphql';
import { createSchema } from '../dist/graphql/schema.js';
import { schemaChanges } from './schema-changes.mjs';
import { schemaDrift } from './schema-engine.mjs';

const root = join(import.meta.dirname, '..');
const committed = join(root, 'schema.graphql');
const released = join(root, 'schema.released.graphql');
const emitted = `${printSchema(createSchema())}\n`;
const problems = [];

if (process.argv.includes('--write')) await writeFile(committed, emitted);
else if ((await readFile(committed, 'utf8')) !== emitted) {
  problems.push(
    'schema.graphql is not what the code says: run node scripts/check-schema.mjs --write, and look at the change.',
  );
}

const contract = await readFile(join(root, 'docs/contract.graphql'), 'utf8');
for (const { description } of findBreakingChanges(buildSchema(contract), buildSchema(emitted))) {
  problems.push(`schema.graphql breaks docs/contract.graphql: ${description}`);
}

// A release is what its number says; what it breaks is told once more.
const { breaking, dangerous } = await schemaChanges(await readFile(released, 'utf8'), emitted);
for (const change of dangerous)
  console.warn(`schema.graphql, beside the released one, may surprise a client: ${change}`);
if (process.argv.includes('--release')) {
  for (const change of breaking) console.warn(`This release breaks: ${change}`);
  await writeFile(released, emitted);
} else {
  for (const change of breaking) problems.push(`schema.graphql breaks schema.released.graphql: ${change}`);
}

const drift = await schemaDrift();
if (drift !== '') problems.push(`prisma/migrations lag behind prisma/schema.prisma by:\n${drift}`);

for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
