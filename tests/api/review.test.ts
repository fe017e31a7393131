import { seed } from '../../src/ingest/seed.ts';
import { OWN_SEEDS } from '../../src/cli/commands/seed.ts';
import { createKey } from '../../src/store/keys/create-key.ts';
import type { KeyRole } from '../../src/domain/vocabulary.ts';
import { verifyStore } from '../../src/store/verify/verify-store.ts';
import { serveCorpus, type Answer, type ServedCorpus } from '../support/served-corpus.ts';
import { STORES } from '../support/stores.ts';

interface ReadStatement {
  readonly id: string;
  readonly text: string;
  readonly review: string;
  readonly reviewedIn: number;
}

const REVIEWED =
  '{ revision statement { id review reviewedIn text quotes { exact } history { action before after reason revision { number author } } } }';

describe.each(STORES)('review on the $kind store', ({ open }) => {
  let corpus: ServedCorpus;
  const keys = new Map<string, string>();
  beforeAll(async () => {
    corpus = await serveCorpus({ kind: 'embedded', open }, (store) => seed(store, OWN_SEEDS));
    for (const [name, role] of [
      ['Ann', 'REVIEWER'],
      ['Bob', 'REVIEWER'],
      ['Eve', 'EDITOR'],
    ] as [string, KeyRole][]) {
      keys.set(name, (await createKey(corpus.store, { name, role, expiresAt: null })).key);
    }
  });
  afterAll(async () => {
    const broken: unknown[] = [];
    const holds = await verifyStore(corpus.store.sql, (result) => {
      if (result.broken > 0) broken.push(result);
    });
    await corpus.stop();
    expect([holds, broken]).toEqual([true, []]);
  }, 60_000);

  const as = (name: string, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
    corpus.ask(query, variables, keys.get(name));
  const data = async <Data>(answer: Promise<Answer>): Promise<Data> => {
    const { data: given, errors } = await answer;
    expect(errors).toEqual([]);
    return given as Data;
  };
  const find = async (search: string): Promise<ReadStatement> => {
    const { statements } = await data<{ statements: { nodes: ReadStatement[] } }>(
      corpus.ask(
        `query ($search: String!) { statements(first: 1, filter: { search: $search }) { nodes { id text review reviewedIn } } }`,
        { search },
      ),
    );
    const [statement] = statements.nodes;
    if (!statement) throw new Error(`no statement says ${search}`);
    return statement;
  };
  const revision = async () =>
    (await data<{ corpus: { revision: number } }>(corpus.ask('{ corpus { revision } }'))).corpus.revision;

  it('retracts a statement with its reason, and keeps it readable with its history', async () => {
    const { id, reviewedIn } = await find('voluntary troops');
    const before = await revision();
    const { retractStatement } = await data<{ retractStatement: unknown }>(
      as(
        'Ann',
        `mutation ($id: ID!, $r: Int!) { retractStatement(id: $id, ifRevision: $r, reason: "The paper withdrew it.") ${REVIEWED} }`,
        { id, r: reviewedIn },
      ),
    );
    expect(retractStatement).toMatchObject({
      revision: before + 1,
      statement: {
        id,
        review: 'RETRACTED',
        reviewedIn: before + 1,
        history: [
          { action: null, before: null, after: 'ACCEPTED', reason: null, revision: { number: 1, author: 'seeds' } },
          {
            action: 'RETRACT',
            before: 'ACCEPTED',
            after: 'RETRACTED',
            reason: 'The paper withdrew it.',
            revision: { number: before + 1, author: 'Ann' },
          },
        ],
      },
    });
    const past = await data<{ node: unknown }>(
      corpus.ask(
        `query ($id: ID!, $r: Int!) { node(id: $id, asOf: $r) { ... on Statement { review history { action } } } }`,
        { id, r: before },
      ),
    );
    expect(past.node).toEqual({ review: 'ACCEPTED', history: [{ action: null }] });
    const restored = await data<{ restoreStatement: { statement: ReadStatement } }>(
      as('Ann', `mutation ($id: ID!, $r: Int!) { restoreStatement(id: $id, ifRevision: $r) ${REVIEWED} }`, {
        id,
        r: before + 1,
      }),
    );
    expect(restored.restoreStatement.statement.review).toBe('PROPOSED');
    const accepted = await data<{ acceptStatement: { statement: ReadStatement } }>(
      as('Bob', `mutation ($id: ID!, $r: Int!) { acceptStatement(id: $id, ifRevision: $r) ${REVIEWED} }`, {
        id,
        r: restored.restoreStatement.statement.reviewedIn,
      }),
    );
    expect(accepted.acceptStatement.statement).toMatchObject({ review: 'ACCEPTED', history: { length: 4 } });
  });

  it('tells the second of two reviewers who was first, and changes nothing', async () => {
    const { id, reviewedIn } = await find('ready to work');
    const decide = (name: string) =>
      as(
        name,
        `mutation ($id: ID!, $r: Int!) { retractStatement(id: $id, ifRevision: $r, reason: "Wrong.") { revision } }`,
        { id, r: reviewedIn },
      );
    const before = await revision();
    const answers = await Promise.all([decide('Ann'), decide('Bob')]);
    const codes = answers.map(({ errors }) => errors.map(({ extensions }) => extensions.code)).sort();
    expect(codes).toEqual([[], ['CONFLICT']]);
    const refused = answers.find(({ errors }) => errors.length > 0);
    expect(refused?.errors[0]?.message).toMatch(
      new RegExp(`RETRACTED since revision ${String(before + 1)} \\((Ann|Bob)\\)`),
    );
    expect(await revision()).toBe(before + 1);
  });

  it('corrects a statement: another one stands in its place, with its own evidence and the same utterance', async () => {
    const { id, reviewedIn } = await find('"formats and mechanisms"');
    const correction = {
      text: 'The meeting was about formats and mechanisms.',
      mode: 'DIRECT',
      content: [{ exact: 'formats and mechanisms for further interaction' }],
      attribution: [{ actor: 'donetsk-peoples-republic', cue: { exact: 'said' } }],
    };
    const { node } = await data<{ node: { article: { slug: string; text: string }; utterance: { id: string } } }>(
      corpus.ask('query ($id: ID!) { node(id: $id) { ... on Statement { article { slug text } utterance { id } } } }', {
        id,
      }),
    );
    expect(node.article.text).toContain('formats and mechanisms for further interaction');
    const answer = await as(
      'Ann',
      `mutation ($id: ID!, $r: Int!, $s: StatementInput!) { correctStatement(id: $id, ifRevision: $r, reason: "Only these words.", statement: $s) { revision statement { id review origin utterance { id } quotes { exact } history { action statement { id } replacement { id } } } } }`,
      { id, r: reviewedIn, s: correction },
    );
    const { correctStatement } = await data<{ correctStatement: { revision: number; statement: { id: string } } }>(
      Promise.resolve(answer),
    );
    expect(correctStatement.statement).toMatchObject({
      review: 'ACCEPTED',
      origin: 'CURATED',
      utterance: node.utterance,
      quotes: [{ exact: 'formats and mechanisms for further interaction' }],
      history: [
        { action: null, statement: { id } },
        { action: 'CORRECT', statement: { id }, replacement: { id: correctStatement.statement.id } },
        { action: null, statement: { id: correctStatement.statement.id } },
      ],
    });
  });

  it.each([
    [
      'words that do not stand there',
      { content: [{ exact: 'formats and rockets' }] },
      /"formats and rockets" does not stand in the current text/,
    ],
    ['words that stand there twice', { content: [{ exact: 'the' }] }, /stands in \d+ places/],
    ['a hop without words', { attribution: [{ actor: 'donetsk-peoples-republic' }] }, /needs the words that show it/],
    [
      'an actor that is not there',
      { attribution: [{ actor: 'nobody-at-all', cue: { exact: 'said' } }] },
      /There is no actor/,
    ],
    ['reported words without a speaker', { attribution: [] }, /need a chain/],
    ['nothing said', { text: ' ' }, /says something/],
  ])('adds no statement with %s', async (_, wrong, message) => {
    const before = await revision();
    const right = {
      text: 'The meeting was about formats.',
      mode: 'DIRECT',
      content: [{ exact: 'formats and mechanisms' }],
      attribution: [{ actor: 'donetsk-peoples-republic', cue: { exact: 'said' } }],
    };
    const { errors } = await as(
      'Ann',
      `mutation ($s: StatementInput!) { addStatement(article: "north-korea-inches-closer", statement: $s) { revision } }`,
      { s: { ...right, ...wrong } },
    );
    expect(errors[0]?.message).toMatch(message);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(await revision()).toBe(before);
  });

  it('merges an actor into another and undoes it: what it said goes with it, and comes back', async () => {
    const ask = (slug: string) =>
      data<{ actor: { slug: string; statements: { totalCount: number }; merges: unknown[] } }>(
        corpus.ask(
          'query ($slug: String!) { actor(slug: $slug) { slug statements { totalCount } merges { slug undoneBecause } } }',
          { slug },
        ),
      );
    const [from, into] = ['izvestia', 'rodong-sinmun'];
    const [own, other] = [(await ask(from)).actor, (await ask(into)).actor];
    const merge = `mutation { mergeActors(actor: "${from}", into: "${into}", reason: "A trial.") { revision actor { slug } } }`;
    expect((await as('Ann', merge)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const { mergeActors } = await data<{ mergeActors: { revision: number; actor: unknown } }>(as('Eve', merge));
    expect(mergeActors.actor).toEqual({ slug: into });
    expect((await ask(from)).actor).toEqual({
      slug: into,
      statements: { totalCount: own.statements.totalCount + other.statements.totalCount },
      merges: [{ slug: from, undoneBecause: null }],
    });
    const then = await data<{ actor: { slug: string } }>(
      corpus.ask(`{ actor(slug: "${from}", asOf: ${String(mergeActors.revision - 1)}) { slug } }`),
    );
    expect(then.actor.slug).toBe(from);
    await data(as('Eve', `mutation { unmergeActor(actor: "${from}", reason: "They are two.") { revision } }`));
    expect((await ask(from)).actor).toEqual(own);
    expect((await ask(into)).actor).toEqual({ ...other, merges: [{ slug: from, undoneBecause: 'They are two.' }] });
  });
});
