import { readFileSync } from 'node:fs';
import { createRequest, formatDocument, stringifyDocument } from '@urql/core';
import { InMemoryCache } from '@apollo/client';
import { parse, print, type DocumentNode } from 'graphql';
import * as client from 'verbatim/client';
import { join } from 'node:path';
import { sha256 } from '../../src/domain/sha256.ts';
import { postGraphql, serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';

const LIST = join(import.meta.dirname, '../../dist/client/queries.json');

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly body: string;
}
const { operations } = JSON.parse(readFileSync(LIST, 'utf8')) as { operations: Listed[] };
const documents = Object.entries(client).filter(([name]) => name.endsWith('Document')) as [string, DocumentNode][];

let corpus: ServedCorpus;
const variables = new Map<string, object>();
beforeAll(async () => {
  corpus = await serveCorpus(undefined, undefined, { safelistFile: LIST });
  // What one answer tells is what the next is asked for.
  const first = await ask<{ statements: { edges: { node: Node }[] } }>('Statements', { first: 1 });
  const { id, speaker, article } = first.statements.edges[0]?.node ?? ({} as Partial<Node>);
  const { node } = await ask<{ node: { utterance: { id: string } } }>('Statement', { id });
  variables
    .set('Actor', { slug: speaker?.slug })
    .set('Article', { slug: article?.slug })
    .set('Changes', { since: 0 })
    .set('CheckQuote', { text: 'completely created by Russia', speaker: 'vladimir-putin' })
    .set('Event', { slug: await anEvent() })
    .set('Search', { query: 'Donetsk' })
    .set('Statement', { id })
    .set('Utterance', { id: node.utterance.id });
});
afterAll(() => corpus.stop());

interface Node {
  readonly id: string;
  readonly speaker: { readonly slug: string };
  readonly article: { readonly slug: string };
}

async function ask<Data>(name: string, given: object): Promise<Data> {
  const documentId = client.documentIds[name as keyof typeof client.documentIds];
  const { data, errors } = await postGraphql(corpus.url, { documentId, variables: given });
  expect(errors).toEqual([]);
  return data as Data;
}

async function anEvent(): Promise<string> {
  const { search } = await ask<{ search: { edges: { node: { __typename: string; slug: string } }[] } }>('Search', {
    query: 'recognition OR meeting',
    first: 100,
  });
  return search.edges.find(({ node }) => node.__typename === 'Event')?.node.slug ?? '';
}

describe('a server whose list is that of the package', () => {
  it.each(operations.map(({ name, id, body }, index) => [name, index, id, body] as const))(
    'answers %s (%i of the list), by its id and by its text, and has what it asks for',
    async (name, _, documentId, query) => {
      const given = variables.get(name) ?? {};
      const byId = await postGraphql(corpus.url, { documentId, variables: given });
      expect(byId).toMatchObject({ status: 200, errors: [] });
      for (const [field, value] of Object.entries(byId.data as object))
        if (field !== 'viewer') expect([field, value]).not.toEqual([field, null]);
      expect(await postGraphql(corpus.url, { query, variables: given })).toEqual(byId);
    },
  );
});

describe.each(documents)('%s', (name, document) => {
  const operation = name.replace('Document', '');
  const bodies = operations.filter((listed) => listed.name === operation).map(({ body }) => body);

  it('is on the list as every client sends it, and its id is that of its text', () => {
    const text = print(document);
    expect(sha256(text)).toBe(client.documentIds[operation as keyof typeof client.documentIds]);
    expect(bodies).toContain(text);
    expect(bodies).toContain(print(new InMemoryCache().transformDocument(document)));
    const copy = parse(text, { noLocation: true });
    expect(bodies).toContain(stringifyDocument(createRequest(formatDocument(copy) as DocumentNode, {}).query));
  });
});

it('has a document and an id for every operation', () => {
  const names = [...new Set(operations.map(({ name }) => name))];
  expect(documents.map(([name]) => name)).toEqual(names.map((name) => `${name}Document`));
  expect(Object.keys(client.documentIds)).toEqual(names);
  expect(names.length).toBeGreaterThanOrEqual(10);
});

it('knows what interfaces and unions may be', () => {
  expect(client.possibleTypes).toEqual({
    Node: ['Actor', 'Article', 'ArticleVersion', 'Event', 'Quote', 'Statement', 'Utterance'],
    SearchResult: ['Actor', 'Article', 'Event', 'Statement'],
  });
});
