import fc from 'fast-check';
import { execute, parse, validate, type OperationDefinitionNode } from 'graphql';
import { Context } from '../../src/graphql/context.ts';
import { workOut } from '../../src/graphql/plan/late.ts';
import { planOperation } from '../../src/graphql/plan/plan-operation.ts';
import { instant } from '../../src/graphql/plan/reads.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { OWN_SEEDS } from '../../src/cli/commands/seed.ts';
import { seed } from '../../src/ingest/seed.ts';
import type { Store } from '../../src/store/store.ts';
import { ChangingCorpus } from '../support/changing-corpus.ts';
import { argumentValues } from '../support/argument-values.ts';
import { generatedQueries, type ArgumentValues } from '../support/generated-queries.ts';
import { IN_PROCESS, SIGNER } from '../support/served-corpus.ts';
import { STORES } from '../support/stores.ts';

const schema = createSchema();
const RUNS = Number(process.env['VERBATIM_GENERATED_QUERIES'] ?? 300);
const TIMEOUT = 120_000 + RUNS * 400;

describe.each(STORES)('a query as one statement on the $kind store', ({ open }) => {
  let store: Store;
  let values: ArgumentValues;
  beforeAll(async () => {
    store = await open();
    await seed(store, OWN_SEEDS);
    const corpus = new ChangingCorpus(store);
    await corpus.bringIn(
      'dam',
      'The dam\n\n“The dam will hold,” said Ida Marsh, the mayor. Critics said that it is old.\n',
    );
    await corpus.bringIn(
      'dam',
      'The dam\n\n“The dam may hold,” said Ida Marsh, the mayor. Critics said that it is old.\n',
    );
    values = await argumentValues(schema, store);
  }, 60_000);
  afterAll(() => store.close());

  async function both(query: string, variables: Readonly<Record<string, unknown>> = {}) {
    const document = parse(query);
    const operation = document.definitions[0] as OperationDefinitionNode;
    const plan = planOperation(schema, document, operation, variables);
    const planned = plan && (await store.sql.query<{ data: string }>({ name: '', text: plan.text }, plan.values))[0];
    const resolved = await execute({
      schema,
      document,
      variableValues: variables,
      contextValue: new Context(store, IN_PROCESS, SIGNER, null),
    });
    return { planned: planned ? (JSON.parse(workOut(planned.data)) as unknown) : null, resolved };
  }

  it(
    'has the answer of the resolvers, for generated queries',
    async () => {
      let count = 0;
      await fc.assert(
        fc.asyncProperty(generatedQueries(schema, values, 5), async (query) => {
          fc.pre(validate(schema, parse(query)).length === 0);
          const { planned, resolved } = await both(query);
          if (planned === null) return;
          count++;
          expect(resolved.errors).toBeUndefined();
          expect(planned).toEqual(JSON.parse(JSON.stringify(resolved.data)));
        }),
        { numRuns: RUNS },
      );
      // Not for want of plans.
      expect(count).toBeGreaterThan(RUNS / 20);
    },
    TIMEOUT,
  );

  const PLACE =
    '{ id exact prefix suffix start end startUtf16 endUtf16 paragraph article { slug } version { id number } anchor { state quote { id exact } } }';
  it.each<[name: string, query: string, variables: Record<string, unknown>]>([
    [
      'everything of statements',
      `query ($n: Int!) { statements(first: $n) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } } nodes {
        __typename id text mode polarity certainty origin review confidence evidence reviewedIn utteranceOrigin article { id slug title url text sha256 }
        speaker { id name kind } attribution { position role actor { slug } cue ${PLACE} source ${PLACE} } said { value earliest latest basis reasoning quotes ${PLACE} }
        quotes ${PLACE} evidenceOfAll: quotes(roles: [SOURCE, CONTENT, CUE, DATE]) { exact } events { slug } independentSources relations { type rationale origin statement { id } }
        incomingRelations { type statement { id } } utterance { id speaker { name } said { value } renderings { id text } } } } }`,
      { n: 30 },
    ],
    [
      'what is worked out in this process',
      `query ($n: Int!) { utterances(first: $n) { nodes { variants { __typename likeness: similarity kinds edits { operation from: left to: right __typename } left { exact deepLink article { slug } }
        again: left { id } right { exact start } } } } articles(first: $n) { nodes { derivations { article { slug } passages { kinds edits { left } left { exact deepLink } right { exact statements(first: 1) { nodes { text } } } } } } } }`,
      { n: 40 },
    ],
    [
      'everything of histories',
      `query ($n: Int!) { revisions(first: $n) { totalCount nodes { number recordedAt author summary } } revision(number: 1) { summary } none: revision(number: 99) { number } corpus { revision articles statements quotes actors events }
        statements(first: $n) { nodes { history { action before after reason revision { number } statement { id } replacement { id } } } }
        actors(first: $n) { nodes { merges { id slug name kind origin reason undoneBecause revision { number } undone { number } } namesakes { id name } } } articles(first: $n) { nodes { currentVersion { recordedIn { author } } } } }`,
      { n: 30 },
    ],
    [
      'everything of articles',
      `query ($n: Int!) { articles(first: $n) { totalCount nodes { id slug title language titleQuote ${PLACE} published { value earliest latest quotes { exact } }
        coverage { sentences evidencedSentences quotations evidencedQuotations } derivations { drawsOn rationale origin share article { slug } }
        declared { title published author publisher } credits { role actor { slug } quotes { exact } } furniture { kind quote { exact } }
        currentVersion { id number length sha256 recordedAt article { slug } previous { number text } } versions { totalCount nodes { number } } statements(first: $n, orderBy: SAID_ASC, filter: { search: "russia" }) { totalCount nodes { text } }
        quotes(first: $n) { totalCount nodes { exact statements(first: 2) { totalCount nodes { text } } } } actors(first: $n) { totalCount nodes { id name } }
        events(first: $n) { totalCount pageInfo { endCursor } nodes { id title } } } } }`,
      { n: 7 },
    ],
    [
      'everything of events and actors',
      `query ($n: Int!) { events(first: $n) { totalCount nodes { id slug title type occurred { value } participants { role actor { name } } mentions(first: 2) { nodes { exact } }
        statements(first: 2) { totalCount nodes { text } } } } actors(first: $n) { edges { cursor node { id slug aliases { name quotes { exact } } descriptions { text quotes ${PLACE} } mentions(first: 1) { totalCount nodes { id } } events(first: 2) { nodes { slug } } statements(first: 2, orderBy: SAID_DESC) { nodes { text } } } } } }`,
      { n: 40 },
    ],
    [
      'a search',
      `query ($n: Int!) { search(query: "korea's president", first: $n) { totalCount pageInfo { endCursor hasNextPage } edges { cursor score snippet node { __typename
        ... on Article { title } ... on Statement { text speaker { name } } ... on Actor { name } ... on Event { title } ... on Node { id } } } } }`,
      { n: 10 },
    ],
    [
      'fields of one key, fragments and directives',
      `query ($yes: Boolean = true, $no: Boolean = false) { articles(first: 1) { nodes { ...a ... on Node { id } slug } nodes { title @skip(if: $yes) language @include(if: $no) url @include(if: $yes) } } ...q }
       fragment a on Article { statements(first: 2) { nodes { text } } ...b } fragment b on Article { statements(first: 2) { totalCount nodes { mode ...c } } }
       fragment c on Statement { speaker { slug } } fragment q on Query { __typename utterances(first: 2) { nodes { id } } }`,
      {},
    ],
  ])('has the answer of the resolvers: %s', async (_, query, variables) => {
    expect(validate(schema, parse(query))).toEqual([]);
    const { planned, resolved } = await both(query, variables);
    expect(resolved.errors).toBeUndefined();
    expect(planned).not.toBeNull();
    expect(planned).toEqual(JSON.parse(JSON.stringify(resolved.data)));
  });

  it.each([
    '2022-07-29 12:34:56.789123+00',
    '2022-07-29 23:59:59.999999+02',
    '0001-01-01 00:00:00+00',
    '0044-03-15 00:00:00+00 BC',
    '0001-12-31 23:59:59.999+00 BC',
    '9999-12-31 23:59:59.999+00',
    '12022-01-01 00:00:00+00',
  ])('writes an instant as JSON does: %s', async (time) => {
    const written = instant('t.time')({ key: '', name: '', args: {}, selectionSets: [] }, null as never);
    const [row] = await store.sql.query<{ written: string; time: Date; untold: null }>(
      {
        name: '',
        text: `SELECT t.time, ${written} AS written, (SELECT ${written} FROM (VALUES (NULL::timestamptz)) AS t (time)) AS untold FROM (SELECT $1::timestamptz AS time) t`,
      },
      [time],
    );
    expect(row).toMatchObject({ written: row?.time.toJSON(), untold: null });
  });

  it('goes on behind a cursor as the resolvers do', async () => {
    const query = `query ($after: String) { statements(first: 7, after: $after, orderBy: SAID_DESC) { pageInfo { endCursor hasPreviousPage hasNextPage } nodes { id } } }`;
    let after: string | null = null;
    for (let pages = 0; pages < 4; pages++) {
      const { planned, resolved } = await both(query, { after });
      expect(planned).toEqual(JSON.parse(JSON.stringify(resolved.data)));
      after = (planned as { statements: { pageInfo: { endCursor: string } } }).statements.pageInfo.endCursor;
    }
  });

  it.each([
    ['what takes the texts', '{ checkQuote(text: "said") { verdict } }'],
    ['a page that is too large', '{ statements(first: 101) { nodes { id } } }'],
    ['a cursor that is none', '{ statements(after: "x") { nodes { id } } }'],
    ['what nothing is read for', '{ __typename again: __typename }'],
    ['the schema', '{ __schema { queryType { name } } }'],
    ['a mutation', 'mutation { reviewStatement(id: "x", ifRevision: 1, action: ACCEPT) { statement { id } } }'],
  ])('leaves %s to the resolvers', (_, query) => {
    const document = parse(query);
    expect(planOperation(schema, document, document.definitions[0] as OperationDefinitionNode, {})).toBeNull();
  });
});
