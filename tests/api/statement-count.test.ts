import { STORES } from '../support/stores.ts';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';

const PLACE = '{ exact start article { slug } version { number } anchor { state quote { id } } }';

/** Queries with a list whose length is a variable; every field of every type is behind one of them. */
const QUERIES = {
  'articles with everything of theirs': `query ($n: Int!) { articles(first: $n) { totalCount nodes {
    id slug title language url text sha256 titleQuote ${PLACE} credits { role actor { name } quotes { exact } }
    published { value earliest latest basis reasoning quotes { exact } } currentVersion { number length recordedAt previous { id } }
    versions(first: 2) { totalCount nodes { number article { slug } } } coverage { sentences evidencedSentences quotations evidencedQuotations }
    furniture { kind quote { exact } } quotes(first: $n) { totalCount nodes { exact deepLink statements(first: 2) { totalCount nodes { text } } } }
    actors(first: $n) { totalCount nodes { name } } events(first: $n) { totalCount nodes { title } }
  } } }`,
  'statements with everything of theirs': `query ($n: Int!) { statements(first: $n) { totalCount nodes {
    id text mode polarity certainty origin review confidence article { slug } speaker { name }
    attribution { position role actor { name } cue ${PLACE} source { exact } } said { value quotes { exact } }
    quotes(roles: [CONTENT, CUE, SOURCE, DATE, EVENT]) { exact } events { title } independentSources
    utterance { speaker { name } said { value } renderings { text } }
    relations { type rationale origin statement { text } } incomingRelations { type statement { text } }
  } } }`,
  'actors with everything of theirs': `query ($n: Int!) { actors(first: $n) { totalCount nodes {
    name aliases { name quotes { exact } } descriptions { text quotes { exact } }
    statements(first: $n, orderBy: SAID_DESC) { totalCount nodes { text } } events(first: $n) { totalCount nodes { title } }
    mentions(first: $n) { totalCount nodes { exact } }
  } } }`,
  'events with everything of theirs': `query ($n: Int!) { events(first: $n) { totalCount nodes {
    title occurred { value quotes { exact } } participants { role actor { name } }
    mentions(first: $n) { totalCount nodes { exact } } statements(first: $n, filter: { search: "korea" }) { totalCount nodes { text } }
  } } }`,
  utterances: `query ($n: Int!) { utterances(first: $n) { totalCount nodes { speaker { name } renderings { text quotes { exact } } variants { left { exact } right { exact } kinds } } } }`,
  search: `query ($n: Int!) { search(query: "korea", first: $n) { totalCount edges { score snippet node {
    ... on Article { title } ... on Statement { text speaker { name } } ... on Actor { name aliases { name } } ... on Event { title }
  } } } }`,
};

describe.each(STORES)('SQL statements for a request on the $kind store', (kind) => {
  let corpus: ServedCorpus;
  beforeAll(async () => {
    corpus = await serveCorpus(kind);
  });
  afterAll(() => corpus.stop());

  it.each(Object.entries(QUERIES))('are bounded by the query and not by the lists: %s', async (_, query) => {
    // Each field that reads takes one statement for all of its parents, and so does each count.
    const fieldsThatRead = query.split('{').length - 1 + query.split('totalCount').length - 1;
    for (const n of [1, 11, 22]) {
      expect(await corpus.countStatements(query, { n })).toBeLessThanOrEqual(fieldsThatRead);
    }
  });

  it('are one where the database can make all of the answer, whatever comes in between', async () => {
    const planned = ['statements { nodes { text } }', 'articles { nodes { slug } }', 'actors { nodes { name } }'];
    for (let round = 0; round < 4; round++) {
      for (const fields of planned) {
        // Spaces make it another request, which no kept answer is for.
        expect(await corpus.countStatements(`{ ${fields} }${' '.repeat(round)}`)).toBe(1);
      }
    }
  });
});
