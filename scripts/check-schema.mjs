// Is the committed schema what the code says, is the read API's contract kept, and do schema.prisma and the migrations agree?
//   node scripts/check-schema.mjs [--write]
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSchema, findBreakingChanges, printSchema } from 'graphql';
import { createSchema } from '../dist/graphql/schema.js';
import { schemaDrift } from './schema-engine.mjs';

const root = join(import.meta.dirname, '..');
const committed = join(root, 'schema.graphql');
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

const drift = await schemaDrift();
if (drift !== '') problems.push(`prisma/migrations lag behind prisma/schema.prisma by:\n${drift}`);

for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
