// The example queries and commands of the README with their answers: `node scripts/readme-examples.mjs` writes them anew,
// from a fresh store. Tests compare what the README says with what a server and the commands answer.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';

const ROOT = join(import.meta.dirname, '..');
const README = join(ROOT, 'README.md');

/** Commands that the README shows with what they print: what follows `verbatim --`, and what is read. */
export const EXAMPLE_COMMANDS = [
  { name: 'check-quote < seeds/corpus/004_79db9268550480e7.txt', input: 'seeds/corpus/004_79db9268550480e7.txt' },
];

/** An example as the README shows it. */
export async function renderExample({ query }, answer) {
  const json = await format(JSON.stringify(answer), { parser: 'json', printWidth: 120 });
  return `\`\`\`graphql\n${query}\`\`\`\n\n\`\`\`json\n${json}\`\`\``;
}

/** An example of a command as the README shows it; the whole of what it prints in the folder of a store. */
export async function renderCommand({ name, input }, dataFolder) {
  const [command] = name.split(' ');
  const output = await new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(ROOT, 'dist/cli/main.js'), command],
      { env: { ...process.env, VERBATIM_DATA: dataFolder, DATABASE_URL: '', NO_COLOR: '1' } },
      (_error, stdout) => {
        resolve(stdout);
      },
    );
    void readFile(join(ROOT, input)).then((text) => child.stdin?.end(text));
  });
  return `\`\`\`console\n$ npm run --silent verbatim -- ${name}\n${output}\`\`\``;
}

/** The README's part between the marks of an example. */
export async function readExample(name, kind = 'example') {
  return partOf(await readFile(README, 'utf8'), name, kind).text;
}

function partOf(readme, name, kind = 'example') {
  const [open, close] = [`<!-- ${kind}: ${name} -->`, `<!-- end: ${name} -->`];
  const [start, end] = [readme.indexOf(open) + open.length, readme.indexOf(close)];
  if (start < open.length || end < start) throw new Error(`README.md has no marks for the example ${name}`);
  return { start, end, text: readme.slice(start, end).trim() };
}

if (process.argv[1] === import.meta.filename) {
  const { graphql } = await import('graphql');
  const { Context } = await import('../dist/graphql/context.js');
  const { createSchema } = await import('../dist/graphql/schema.js');
  const { workerExtractor } = await import('../dist/ingest/extractor.js');
  const { seed } = await import('../dist/ingest/seed.js');
  const { ledgerSigner, newLedgerKey } = await import('../dist/ledger/ledger-signer.js');
  const { EXAMPLE_QUERIES } = await import('../dist/server/example-queries.js');
  const { openMemoryStore } = await import('../dist/store/open-embedded-store.js');
  const store = await openMemoryStore();
  await seed(store, join(import.meta.dirname, '../seeds'));
  let readme = await readFile(README, 'utf8');
  for (const example of EXAMPLE_QUERIES) {
    const { data, errors } = await graphql({
      schema: createSchema(),
      source: example.query,
      contextValue: new Context(store, workerExtractor(), ledgerSigner(newLedgerKey(), 'this run'), null),
    });
    if (errors) throw errors[0];
    const { start, end } = partOf(readme, example.name);
    readme = `${readme.slice(0, start)}\n\n${await renderExample(example, data)}\n\n${readme.slice(end)}`;
  }
  await store.close();
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-readme-'));
  const { openEmbeddedStore } = await import('../dist/store/open-embedded-store.js');
  const embedded = await openEmbeddedStore(folder);
  await seed(embedded, join(ROOT, 'seeds'));
  await embedded.close();
  for (const example of EXAMPLE_COMMANDS) {
    const { start, end } = partOf(readme, example.name, 'command');
    readme = `${readme.slice(0, start)}\n\n${await renderCommand(example, folder)}\n\n${readme.slice(end)}`;
  }
  await rm(folder, { recursive: true });
  await writeFile(README, readme);
}
