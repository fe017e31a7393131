// The example queries of the README with their answers: `node scripts/readme-examples.mjs` writes them anew, from a fresh
// store. A test compares what the README says with what a server answers.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';

const README = join(import.meta.dirname, '../README.md');

/** An example as the README shows it. */
export async function renderExample({ query }, answer) {
  const json = await format(JSON.stringify(answer), { parser: 'json', printWidth: 120 });
  return `\`\`\`graphql\n${query}\`\`\`\n\n\`\`\`json\n${json}\`\`\``;
}

/** The README's part between the marks of an example. */
export async function readExample(name) {
  return partOf(await readFile(README, 'utf8'), name).text;
}

function partOf(readme, name) {
  const [open, close] = [`<!-- example: ${name} -->`, `<!-- end: ${name} -->`];
  const [start, end] = [readme.indexOf(open) + open.length, readme.indexOf(close)];
  if (start < open.length || end < start) throw new Error(`README.md has no marks for the example ${name}`);
  return { start, end, text: readme.slice(start, end).trim() };
}

if (process.argv[1] === import.meta.filename) {
  const { graphql } = await import('graphql');
  const { createContext } = await import('../dist/graphql/context.js');
  const { createSchema } = await import('../dist/graphql/schema.js');
  const { seed } = await import('../dist/ingest/seed.js');
  const { EXAMPLE_QUERIES } = await import('../dist/server/example-queries.js');
  const { openMemoryStore } = await import('../dist/store/open-embedded-store.js');
  const store = await openMemoryStore();
  await seed(store, join(import.meta.dirname, '../seeds'));
  let readme = await readFile(README, 'utf8');
  for (const example of EXAMPLE_QUERIES) {
    const { data, errors } = await graphql({
      schema: createSchema(),
      source: example.query,
      contextValue: createContext(store.sql),
    });
    if (errors) throw errors[0];
    const { start, end } = partOf(readme, example.name);
    readme = `${readme.slice(0, start)}\n\n${await renderExample(example, data)}\n\n${readme.slice(end)}`;
  }
  await writeFile(README, readme);
  await store.close();
}
