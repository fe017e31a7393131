import { seed } from '../../src/ingest/seed.ts';
import { OWN_SEEDS } from '../../src/cli/commands/seed.ts';
import { createKey } from '../../src/store/keys/create-key.ts';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';
import { STORES } from '../support/stores.ts';

/** Reads of everything that a write may change, each through other tables. */
const READS: readonly string[] = [
  `{ corpus { revision articles statements quotes actors events } }`,
  `{ articles(first: 10) { nodes { id slug title language url sha256 declared { title author } credits { role actor { slug } } furniture { kind } currentVersion { number } versions { nodes { number recordedIn { number author } } } coverage { sentences evidencedSentences } derivations { article { slug } drawsOn share origin } actors(first: 30) { totalCount nodes { slug } } events { totalCount } quotes(first: 5) { totalCount } } } }`,
  `{ statements(first: 25, filter: { review: [PROPOSED, ACCEPTED, REJECTED, RETRACTED] }) { totalCount nodes { id text review reviewedIn evidence speaker { slug } attribution { actor { slug } cue { exact } } quotes { exact anchor { state } } history { action after revision { number } } relations { type statement { id } } utterance { id } independentSources } } }`,
  `{ statements(first: 20, orderBy: SAID_DESC, filter: { mode: DIRECT }) { totalCount nodes { id said { value } events { slug } } } }`,
  `{ actors(first: 100) { totalCount nodes { slug name kind aliases { name } statements(first: 0) { totalCount } mentions(first: 0) { totalCount } merges { slug undoneBecause } namesakes { slug } } } }`,
  `{ events(first: 50) { nodes { slug participants { actor { slug } } statements(first: 0) { totalCount } } } }`,
  `{ search(query: "Donetsk recognition", first: 10) { totalCount edges { score node { __typename ... on Statement { id } ... on Article { slug } ... on Actor { slug } } } } }`,
  `{ actor(slug: "izvestia") { slug statements { nodes { id } } } article(slug: "kim-may-side-with-putin") { text } }`,
  `{ checkQuote(text: "The dam will hold for a hundred years.") { verdict matches { quote { article { slug } } } } }`,
  `{ utterances(first: 20) { totalCount nodes { id speaker { slug } renderings { id } variants { kinds } } } }`,
];

const TEXT = `The dam holds

By Ida Marsh

The mayor of Lowtown, Tom Reed, said on Monday that the dam was safe.

“The dam will hold for a hundred years,” said Tom Reed. He praised Izvestia.
`;

describe.each(STORES)('the past on the $kind store', ({ kind, open }) => {
  let corpus: ServedCorpus;
  let key = '';
  beforeAll(async () => {
    corpus = await serveCorpus({ kind, open }, (store) => seed(store, OWN_SEEDS));
    key = (await createKey(corpus.store, { name: 'Eve', role: 'EDITOR', expiresAt: null })).key;
  }, 60_000);
  afterAll(() => corpus.stop());

  const write = async <Data>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> => {
    const { data, errors } = await corpus.ask(query, variables, key);
    expect(errors).toEqual([]);
    return data as Data;
  };
  const readAll = async (asOf: number | null) =>
    Promise.all(
      READS.map(async (query) => {
        const asked = asOf === null ? query : atRevision(query, asOf);
        const { data, errors } = await corpus.ask(asked);
        expect([asked, errors]).toEqual([asked, []]);
        return JSON.stringify(data);
      }),
    );
  const firstOf = async (filter: string) => {
    const { data } = await corpus.ask(`{ statements(first: 1, filter: ${filter}) { nodes { id reviewedIn } } }`);
    return (
      (data as { statements: { nodes: { id: string; reviewedIn: number }[] } }).statements.nodes[0] ?? {
        id: '',
        reviewedIn: 0,
      }
    );
  };

  it('answers at every revision what it answered when that one was the newest', async () => {
    const then: string[][] = [];
    const remember = async () => then.push(await readAll(null));
    await remember();

    const troops = await firstOf('{ search: "voluntary troops" }');
    await write(
      `mutation ($id: ID!, $r: Int!) { retractStatement(id: $id, ifRevision: $r, reason: "Wrong.") { revision } }`,
      { id: troops.id, r: troops.reviewedIn },
    );
    await remember();
    await write('mutation { mergeActors(actor: "izvestia", into: "rodong-sinmun", reason: "A trial.") { revision } }');
    await remember();
    const ingest = `mutation ($a: ArticleInput!) { ingestArticle(article: $a) { outcome proposed orphaned } }`;
    expect(await write(ingest, { a: { text: TEXT, id: 'dam', author: 'Ida Marsh' } })).toMatchObject({
      ingestArticle: { outcome: 'NEW' },
    });
    await remember();
    const dam = await firstOf('{ search: "hundred years" }');
    await write(`mutation ($id: ID!, $r: Int!) { acceptStatement(id: $id, ifRevision: $r) { revision } }`, {
      id: dam.id,
      r: dam.reviewedIn,
    });
    await remember();
    const changed = TEXT.replace('a hundred years', 'ten years').replace('\n\nThe mayor', '\n\nMore below. The mayor');
    expect(await write(ingest, { a: { text: changed, id: 'dam', author: 'Ida Marsh' } })).toMatchObject({
      ingestArticle: { outcome: 'NEW_VERSION' },
    });
    await remember();
    await write('mutation { unmergeActor(actor: "izvestia", reason: "They are two.") { revision } }');
    await remember();
    await write(
      `mutation ($from: ID!, $to: ID!) { relateStatements(from: $from, type: SUPPORTS, to: $to, rationale: "A trial.") { revision } }`,
      { from: dam.id, to: troops.id },
    );
    await remember();

    const last = then.length;
    for (const [index, answers] of then.entries()) {
      const past = await readAll(index + 1);
      for (const [read, answer] of past.entries())
        expect([index + 1, READS[read], JSON.parse(answer)]).toEqual([
          index + 1,
          READS[read],
          JSON.parse(answers[read] ?? ''),
        ]);
    }
    expect(await readAll(last)).toEqual(then.at(-1));
    expect(JSON.parse((await readAll(0))[0] ?? '')).toEqual({
      corpus: { revision: 0, articles: 0, statements: 0, quotes: 0, actors: 0, events: 0 },
    });
  }, 300_000);

  it.each([
    [
      'a revision that is not there yet',
      '{ corpus(asOf: 1000) { revision } }',
      /"asOf" must be a revision from 0 to \d+/,
    ],
    ['a negative one', '{ corpus(asOf: -1) { revision } }', /"asOf" must be a revision from 0/],
    ['two of them', '{ a: corpus(asOf: 1) { revision } b: corpus(asOf: 2) { revision } }', /one state of the corpus/],
    ['one beside the newest', '{ a: corpus(asOf: 1) { revision } b: corpus { revision } }', /one state of the corpus/],
    [
      'one beside the newest in a fragment',
      '{ a: corpus(asOf: 1) { revision } ...F } fragment F on Query { corpus { revision } }',
      /one state of the corpus/,
    ],
  ])('refuses %s', async (_, query, message) => {
    const { errors } = await corpus.ask(query);
    expect(errors[0]?.message).toMatch(message);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('takes the revision from a variable', async () => {
    const { data } = await corpus.ask('query ($r: Int) { corpus(asOf: $r) { revision } }', { r: 1 });
    expect(data).toEqual({ corpus: { revision: 1 } });
  });
});

/** A query of which every root field reads one revision. */
function atRevision(query: string, revision: number): string {
  let depth = 0;
  return query.replace(/[{}()]|\w+(?=\s*[({])(\s*\()?/g, (token, opening: string | undefined) => {
    if (token === '{' || token === '}') {
      depth += token === '{' ? 1 : -1;
      return token;
    }
    if (depth !== 1 || token === '(' || token === ')') return token;
    return opening === undefined ? `${token}(asOf: ${String(revision)})` : `${token}asOf: ${String(revision)}, `;
  });
}
