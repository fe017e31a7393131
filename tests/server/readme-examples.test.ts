import { EXAMPLE_QUERIES } from '../../src/server/example-queries.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXAMPLE_COMMANDS, readExample, renderCommand, renderExample } from '../../scripts/readme-examples.mjs';
import { seed } from '../../src/ingest/seed.ts';
import { openEmbeddedStore } from '../../src/store/open-embedded-store.ts';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';

let corpus: ServedCorpus;
beforeAll(async () => {
  corpus = await serveCorpus();
});
afterAll(() => corpus.stop());

describe('the README', () => {
  it.each(EXAMPLE_QUERIES.map((example) => [example.name, example] as const))(
    'shows what a server answers to %s',
    async (name, example) => {
      const { data, errors } = await corpus.ask(example.query);
      expect(errors).toEqual([]);
      expect(await readExample(name)).toBe(await renderExample(example, data));
    },
  );

  it.each(EXAMPLE_COMMANDS.map((example) => [example.name, example] as const))(
    'shows what %s prints',
    async (name, example) => {
      const folder = await mkdtemp(join(tmpdir(), 'verbatim-readme-'));
      const store = await openEmbeddedStore(folder);
      await seed(store, join(import.meta.dirname, '../../seeds'));
      await store.close();
      expect(await readExample(name, 'command')).toBe(await renderCommand(example, folder));
      await rm(folder, { recursive: true });
    },
  );
});
