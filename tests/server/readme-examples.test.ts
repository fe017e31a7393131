import { EXAMPLE_QUERIES } from '../../src/server/example-queries.ts';
import { readExample, renderExample } from '../../scripts/readme-examples.mjs';
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
});
