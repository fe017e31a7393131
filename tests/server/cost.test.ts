import fc from 'fast-check';
import { execute, parse, validate, type OperationDefinitionNode } from 'graphql';
import { OWN_SEEDS } from '../../src/cli/commands/seed.ts';
import { Context } from '../../src/graphql/context.ts';
import { workOut } from '../../src/graphql/plan/late.ts';
import { planOperation } from '../../src/graphql/plan/plan-operation.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { seed } from '../../src/ingest/seed.ts';
import type { Cost } from '../../src/server/cost.ts';
import { countNodes } from '../../src/server/count-nodes.ts';
import { EXAMPLE_QUERIES } from '../../src/server/example-queries.ts';
import { limitRules } from '../../src/server/limit-rules.ts';
import { LIMITS } from '../../src/server/limits.ts';
import { objectsIn, objectsInJson } from '../../src/server/objects-in.ts';
import type { Store } from '../../src/store/store.ts';
import { argumentValues } from '../support/argument-values.ts';
import { ChangingCorpus } from '../support/changing-corpus.ts';
import { fanOut } from '../support/fan-out.ts';
import { generatedQueries, type ArgumentValues } from '../support/generated-queries.ts';
import { withFolder } from '../support/seed-folder.ts';
import { IN_PROCESS, serveCorpus, type ServedCorpus, SIGNER } from '../support/served-corpus.ts';

const schema = createSchema();
const RUNS = Number(process.env['VERBATIM_GENERATED_QUERIES'] ?? 200);
const TIMEOUT = 120_000 + RUNS * 400;

interface Told {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  readonly extensions?: { readonly cost: Cost };
}

/** What a client counts in the answer that it got. */
const objects = (value: unknown): number =>
  typeof value !== 'object' || value === null
    ? 0
    : Object.values(value).reduce<number>((sum, item) => sum + objects(item), Array.isArray(value) ? 0 : 1);

const CORPORA: readonly (readonly [string, (store: Store) => Promise<unknown>])[] = [
  [
    'of the seeds',
    async (store) => {
      await seed(store, OWN_SEEDS);
      await new ChangingCorpus(store).bringIn('dam', 'The dam\n\n“The dam will hold,” said Ida Marsh, the mayor.\n');
    },
  ],
  ['of lists that nobody expects', (store) => withFolder(fanOut(), (folder) => seed(store, folder))],
];

describe.each(CORPORA)('the cost of an answer, in a corpus %s', (_, fill) => {
  let corpus: ServedCorpus;
  let values: ArgumentValues;
  beforeAll(async () => {
    corpus = await serveCorpus(undefined, fill);
    values = await argumentValues(schema, corpus.store);
  }, 120_000);
  afterAll(() => corpus.stop());

  const ask = async (query: string, variables = {}): Promise<Told> =>
    (await (
      await fetch(`${corpus.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      })
    ).json()) as Told;

  it(
    'is what the answer holds, and never more than was counted before; kept, known and new answers tell the same',
    async () => {
      let [given, refused] = [0, 0];
      await fc.assert(
        fc.asyncProperty(generatedQueries(schema, values, 5), async (query) => {
          fc.pre(validate(schema, parse(query), [...limitRules]).length === 0);
          const { data, errors, extensions } = await ask(query);
          if (data) {
            given++;
            const cost = extensions?.cost;
            expect(cost?.limit).toBe(LIMITS.nodes);
            expect(cost?.actual).toBe(objects(data) - 1);
            expect(cost?.requested).toBeGreaterThanOrEqual(cost?.actual ?? Number.NaN);
            expect(cost?.requested).toBeLessThanOrEqual(LIMITS.nodes);
            // Of another body, so that it is not one that was kept.
            for (const again of [{}, { of: 1 }, { of: 2 }])
              expect((await ask(query, again)).extensions).toEqual(extensions);
          } else {
            refused++;
            expect(errors?.map(({ extensions: { code } }) => code)).not.toContain('INTERNAL_SERVER_ERROR');
          }
        }),
        { numRuns: RUNS },
      );
      expect(given).toBeGreaterThan(RUNS / 10);
      expect(refused).toBeLessThan(RUNS);
    },
    TIMEOUT,
  );

  it(
    'is the same whether one statement answers or the resolvers do',
    async () => {
      let count = 0;
      await fc.assert(
        fc.asyncProperty(generatedQueries(schema, values, 5), async (query) => {
          const document = parse(query);
          fc.pre(validate(schema, document).length === 0);
          const operation = document.definitions[0] as OperationDefinitionNode;
          fc.pre(countNodes(schema, document, operation, {}).usual <= LIMITS.nodes);
          const plan = planOperation(schema, document, operation, {});
          if (!plan) return;
          const [row] = await corpus.store.sql.query<{ data: string }>({ name: '', text: plan.text }, plan.values);
          const { data } = await execute({
            schema,
            document,
            contextValue: new Context(corpus.store, IN_PROCESS, SIGNER, null),
          });
          expect(objectsInJson(workOut(row?.data ?? ''))).toBe(objectsIn(Object.values(data ?? {})));
          count++;
        }),
        { numRuns: RUNS },
      );
      expect(count).toBeGreaterThan(RUNS / 20);
    },
    TIMEOUT,
  );
});

describe('the cost of an answer', () => {
  let corpus: ServedCorpus;
  beforeAll(async () => {
    corpus = await serveCorpus(undefined, async (store) => {
      await withFolder(fanOut(), (folder) => seed(store, folder));
    });
  }, 120_000);
  afterAll(() => corpus.stop());

  it.each([
    ['as one statement', '{ statements(first: 1) { nodes { text quotes { exact } } } }'],
    ['known from before', '{ statements(first: 1) { nodes { text quotes { exact } } } }'],
    ['by resolvers', '{ changes(since: 0, first: 1) { changes(first: 1) { statement { quotes { exact } } } } }'],
  ])('that would hold more than was counted for it is told, and nothing of it is given: %s', async (_, query) => {
    const { status, data, errors } = await corpus.ask(query);
    expect([status, data, errors.map(({ extensions }) => extensions.code)]).toEqual([
      400,
      undefined,
      ['QUERY_TOO_LARGE'],
    ]);
    expect(errors[0]?.message).toMatch(/^This answer has 150\d nodes, and 10\d\d were counted for it/);
  });

  it('leaves room for a list that is much longer than usual', async () => {
    const { data, errors } = await corpus.ask('{ actor(slug: "many-names") { aliases { name } } }');
    expect(errors).toEqual([]);
    expect((data as { actor: { aliases: unknown[] } }).actor.aliases).toHaveLength(300);
  });

  const countOf = (query: string, variables = {}) => {
    const document = parse(query);
    return countNodes(schema, document, document.definitions[0] as OperationDefinitionNode, variables);
  };

  it.each<[name: string, query: string, usual: number, most: number]>([
    ['a field', '{ corpus { revision } }', 1, 1],
    [
      'a page, with all that it is made of',
      '{ articles(first: 7) { totalCount pageInfo { endCursor } edges { node { id } } } }',
      16,
      16,
    ],
    ['a page of the usual size', '{ articles { nodes { id } } }', 21, 21],
    ['a page of null', '{ articles(first: null) { nodes { id } } }', 21, 21],
    ['more than a page may have, which is refused later', '{ articles(first: 101) { nodes { id } } }', 101, 101],
    ['matches, by how many are asked for', '{ checkQuote(text: "x", first: 9) { matches { similarity } } }', 10, 10],
    ['matches, by how many there are by themselves', '{ checkQuote(text: "x") { matches { similarity } } }', 6, 6],
    [
      'changes of null, which are a hundred',
      '{ changes(since: 0, first: 1) { changes(first: null) { kind } } }',
      101,
      101,
    ],
    ['nodes, by their ids', '{ nodes(ids: ["a", "b", "c"]) { id } }', 3, 3],
    ['a list without a page size, and what is kept for it', '{ actor(slug: "x") { aliases { name } } }', 6, 1_006],
    [
      'what is kept for lists, once',
      '{ actor(slug: "x") { aliases { quotes { exact } } merges { reason } } }',
      36,
      1_036,
    ],
    [
      'no more than the limit',
      '{ articles(first: 100) { nodes { statements(first: 16) { nodes { quotes { exact } } } } } }',
      9_801,
      LIMITS.nodes,
    ],
    ['fields of one key, each', '{ corpus { revision } corpus { articles } }', 2, 2],
    ['no introspection', '{ __schema { types { name } } }', 0, 0],
    [
      'a diff, which may have a whole text',
      '{ article(slug: "x") { versionDiff(from: 1, to: 2) { sentences { change } } } }',
      7,
      10_000,
    ],
  ])('counts %s', (_, query, usual, most) => {
    expect(countOf(query)).toEqual({ usual, most });
  });

  it.each(EXAMPLE_QUERIES.map(({ name, query }) => [name, query] as const))(
    'lets an example through: %s',
    (_, query) => {
      expect(countOf(query).most).toBeLessThan(2_000);
    },
  );

  it.each([
    ['{"a" : {"b" : "{"}, "c" : [{"d" : "{\\"x\\" : 1}"}, {"e" : null}]}', 3],
    ['{"a":{"__typename":"{"},"b":["{","{\\"a\\""]}', 1],
    ['null', 0],
  ])('counts the objects of %s', (json, count) => {
    expect(objectsInJson(json)).toBe(count);
    expect(objectsIn(JSON.parse(json))).toBe(json === 'null' ? 0 : count + 1);
  });

  it('finds the objects of any JSON that the store or this process writes', () => {
    const name = fc.stringMatching(/^[_A-Za-z][_0-9A-Za-z]{0,5}$/);
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: fc.constantFrom('{', '"', '}', '\\', 'a', ' ', ':', '“') }),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(name, tie('value'), { minKeys: 1, maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(name, value, { minKeys: 1, maxKeys: 4 }), (object) => {
        expect(objectsInJson(JSON.stringify(object))).toBe(objectsIn(object) - 1);
      }),
    );
  });
});
