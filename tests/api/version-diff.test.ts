import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';
import { keyOf } from '../support/keys.ts';

const BEFORE = `The dam holds

“The dam will hold for a hundred years,” said Tom Reed.

“We do not need help,” he said. “It rained.”
`;
const AFTER = `The dam holds

“The dam will hold for ten years,” said Tom Reed.

“We do need help,” he said. “Nobody was hurt on Sunday,” he added.
`;

describe('the difference of two versions', () => {
  let corpus: ServedCorpus;
  beforeAll(async () => {
    corpus = await serveCorpus(undefined, () => Promise.resolve());
    const key = await keyOf(corpus.store, 'EDITOR');
    for (const text of [BEFORE, AFTER]) {
      const { errors } = await corpus.ask(
        'mutation ($a: ArticleInput!) { ingestArticle(article: $a) { outcome } }',
        { a: { text, slug: 'dam' } },
        key,
      );
      expect(errors).toEqual([]);
    }
  });
  afterAll(() => corpus.stop());

  const diff = (from: number, to: number) =>
    corpus.ask(
      'query ($from: Int!, $to: Int!) { article(slug: "dam") { versionDiff(from: $from, to: $to) { quotations { change kinds before { exact version { number } } after { exact version { number } } edits { operation left right } } sentences { change } } } }',
      { from, to },
    );

  it('tells what was changed, cut and added in quotations, with their places in either version', async () => {
    const { data, errors } = await diff(1, 2);
    expect(errors).toEqual([]);
    const quote = (exact: string, number: number) => ({ exact, version: { number } });
    expect(data).toMatchObject({
      article: {
        versionDiff: {
          quotations: [
            {
              change: 'CHANGED',
              before: quote('The dam will hold for a hundred years,', 1),
              after: quote('The dam will hold for ten years,', 2),
            },
            {
              change: 'CHANGED',
              kinds: expect.arrayContaining(['NEGATION_CHANGED']) as string[],
              before: quote('We do not need help,', 1),
              after: quote('We do need help,', 2),
            },
            { change: 'CUT', before: quote('It rained.', 1), after: null, kinds: [], edits: [] },
            { change: 'ADDED', before: null, after: quote('Nobody was hurt on Sunday,', 2) },
          ],
        },
      },
    });
  });

  it('is nothing between a version and itself', async () => {
    expect((await diff(2, 2)).data).toEqual({ article: { versionDiff: { quotations: [], sentences: [] } } });
  });

  it('refuses a version that is not there', async () => {
    const { errors } = await diff(1, 3);
    expect(errors[0]).toMatchObject({
      message: 'dam has no version 3: there are 2.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});
