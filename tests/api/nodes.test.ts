import fc from 'fast-check';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';

let corpus: ServedCorpus;
beforeAll(async () => {
  corpus = await serveCorpus();
});
afterAll(() => corpus.stop());

const NODE = 'query ($id: ID!) { node(id: $id) { __typename id } }';

describe('a node id', () => {
  it('leads back to its node, for every type', async () => {
    const { data } = await corpus.ask(`{
      articles(first: 1) { nodes { id currentVersion { id } quotes(first: 1) { nodes { id } } } }
      statements(first: 1) { nodes { id } } actors(first: 1) { nodes { id } } events(first: 1) { nodes { id } } utterances(first: 1) { nodes { id } }
    }`);
    const ids = [...JSON.stringify(data).matchAll(/"id":"([^"]+)"/g)].map((match) => match[1] ?? '');
    const types: unknown[] = [];
    for (const id of ids) {
      const answer = await corpus.ask(NODE, { id });
      const { node } = answer.data as { node: { __typename: string; id: string } };
      expect(node.id).toBe(id);
      types.push(node.__typename);
    }
    expect(types).toEqual(['Article', 'ArticleVersion', 'Quote', 'Statement', 'Actor', 'Event', 'Utterance']);
    const { data: all } = await corpus.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(all).toEqual({ nodes: ids.map((id) => ({ id })) });
  });

  it('that is well-formed and of nothing gives null', async () => {
    const nothing = '00000000-0000-0000-0000-000000000000';
    for (const named of [`Statement:${nothing}`, `Quote:${nothing}:0-1`]) {
      const id = Buffer.from(named).toString('base64url');
      const { data, errors } = await corpus.ask('query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }', {
        id,
      });
      expect([data, errors]).toEqual([{ node: null, nodes: [null] }, []]);
    }
  });

  it('that is none is refused, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (id) => {
        const { errors } = await corpus.ask(NODE, { id });
        expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
      }),
      { numRuns: 60 },
    );
  });

  it('is one of at most a hundred', async () => {
    const { errors } = await corpus.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: Array<string>(101).fill('x'),
    });
    expect(errors[0]?.message).toContain('"ids" may hold 100 ids, not 101');
  });
});

describe('a slug', () => {
  it.each(['article', 'actor', 'event'])('of nothing gives no %s and no error', async (field) => {
    const { data, errors } = await corpus.ask(`{ ${field}(slug: "no-such-thing") { id } }`);
    expect([data, errors]).toEqual([{ [field]: null }, []]);
  });

  it('that cannot be stored is refused', async () => {
    const { errors } = await corpus.ask('query ($slug: String!) { actor(slug: $slug) { id } }', { slug: 'a\u0000' });
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
