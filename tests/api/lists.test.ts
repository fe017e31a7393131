import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';

interface Connection {
  readonly totalCount: number;
  readonly nodes: readonly Record<string, unknown>[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly endCursor: string | null;
  };
}

let corpus: ServedCorpus;
beforeAll(async () => {
  corpus = await serveCorpus();
});
afterAll(() => corpus.stop());

async function statements(args: string, fields = 'text'): Promise<Connection> {
  const { data, errors } = await corpus.ask(
    `{ statements(${args}) { totalCount nodes { ${fields} } pageInfo { hasNextPage hasPreviousPage endCursor } } }`,
  );
  expect(errors).toEqual([]);
  return (data as { statements: Connection }).statements;
}

async function refusal(
  query: string,
  variables?: Readonly<Record<string, unknown>>,
): Promise<{ status: number; code: string; message: string }> {
  const { status, errors } = await corpus.ask(query, variables);
  return { status, code: errors[0]?.extensions.code ?? '', message: errors[0]?.message ?? '' };
}

describe('a list', () => {
  it('is walked page by page, each item once, in one order', async () => {
    const all: unknown[] = [];
    let after: string | null = null;
    for (;;) {
      const page: Connection = await statements(after === null ? 'first: 37' : `first: 37, after: "${after}"`, 'id');
      all.push(...page.nodes.map(({ id }) => id));
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      if (!page.pageInfo.hasNextPage) {
        expect(all).toHaveLength(page.totalCount);
        break;
      }
      after = page.pageInfo.endCursor;
    }
    expect(new Set(all).size).toBe(all.length);
  });

  it('of no items is asked for to count it', async () => {
    const { nodes, totalCount, pageInfo } = await statements('first: 0');
    expect(nodes).toEqual([]);
    expect(totalCount).toBeGreaterThan(200);
    expect(pageInfo.endCursor).toBeNull();
  });

  it.each([
    ['one too many', 'first: 101'],
    ['fewer than none', 'first: -1'],
  ])('refuses %s', async (_, args) => {
    const { code, message } = await refusal(`{ statements(${args}) { totalCount } }`);
    expect(code).toBe('BAD_USER_INPUT');
    expect(message).toContain('from 0 to 100');
  });

  it('refuses a cursor of another list or another order', async () => {
    const { pageInfo } = await statements('first: 1');
    const after = pageInfo.endCursor ?? '';
    for (const list of [`articles(after: "${after}")`, `statements(orderBy: SAID_ASC, after: "${after}")`]) {
      const { code, message } = await refusal(`{ ${list} { totalCount } }`);
      expect(code).toBe('BAD_USER_INPUT');
      expect(message).toContain('"after" is no cursor of this list');
    }
  });

  it.each([
    '',
    'x',
    '"',
    '💥',
    'WyJjb3JwdXMuc3RhdGVtZW50cy5URVhUX1BPU0lUSU9OIl0',
    '\u0000',
    '\ud800',
    'A'.repeat(4_000),
  ])('refuses %j as a cursor, and says so in few words', async (after) => {
    const { code, message } = await refusal(
      'query ($after: String) { statements(after: $after) { totalCount nodes { id } } }',
      { after },
    );
    expect(code).toBe('BAD_USER_INPUT');
    expect(message.length).toBeLessThan(250);
  });
});

describe('a filter of statements', () => {
  it.each([
    ['mode', '{ mode: [DIRECT, MIXED] }', 'mode', /^(?:DIRECT|MIXED)$/],
    ['polarity', '{ polarity: NEGATED }', 'polarity', /^NEGATED$/],
    ['certainty', '{ certainty: [POSSIBLE] }', 'certainty', /^POSSIBLE$/],
  ])('by %s lets only such through', async (_, filter, field, expected) => {
    const { nodes, totalCount } = await statements(`first: 100, filter: ${filter}`, field);
    expect(nodes.length).toBeGreaterThan(2);
    expect(totalCount).toBeLessThan(222);
    for (const node of nodes) expect(node[field]).toMatch(expected);
  });

  it.each([
    ['article', 'kim-may-side-with-putin', 'article { slug }', { article: { slug: 'kim-may-side-with-putin' } }],
    ['speaker', 'anthony-rinna', 'speaker { slug }', { speaker: { slug: 'anthony-rinna' } }],
  ])('by %s takes a slug as well as an id', async (field, slug, fields, expected) => {
    const bySlug = await statements(`first: 100, filter: { ${field}: "${slug}" }`, `id ${fields}`);
    expect(bySlug.nodes.length).toBeGreaterThan(1);
    for (const node of bySlug.nodes) expect(node).toMatchObject(expected);
    const [node] = bySlug.nodes;
    const { data } = await corpus.ask(`query ($id: ID!) { node(id: $id) { ... on Statement { ${field} { id } } } }`, {
      id: node?.['id'],
    });
    const { id } = (data as { node: Record<string, { id: string }> }).node[field] ?? { id: '' };
    const byId = await statements(`first: 100, filter: { ${field}: "${id}" }`, `id ${fields}`);
    expect(byId.nodes).toEqual(bySlug.nodes);
  });

  it('by event finds the statements whose content tells of it', async () => {
    const { nodes } = await statements('filter: { event: "makeeva-meeting-of-july-2022" }', 'text events { slug }');
    expect(nodes.length).toBeGreaterThan(1);
    for (const node of nodes) expect(node['events']).toContainEqual({ slug: 'makeeva-meeting-of-july-2022' });
  });

  it('by time takes what may have been said then, and nothing of unknown date', async () => {
    const { nodes } = await statements(
      'first: 100, filter: { saidFrom: "2022-08", saidTo: "2022-08-31" }',
      'text said { value }',
    );
    expect(nodes.length).toBeGreaterThan(0);
    for (const { said } of nodes) expect((said as { value: string }).value).toMatch(/2022-0[78]/);
    const { nodes: before } = await statements('filter: { saidTo: "1900" }', 'text');
    expect(before).toEqual([]);
  });

  it('shows standing statements unless others are asked for', async () => {
    const { totalCount: standing } = await statements('first: 0');
    const { totalCount: accepted } = await statements('first: 0, filter: { review: [ACCEPTED, PROPOSED] }');
    const { totalCount: retracted } = await statements('first: 0, filter: { review: [RETRACTED, REJECTED] }');
    expect([accepted, retracted]).toEqual([standing, 0]);
  });

  it.each([
    [
      'an id of another type',
      '{ speaker: "QXJ0aWNsZTo2M2I5Y2I4Yi01N2Y5LThhMjQtYjY4Ni0yMDk0OTYwYTQ4NGY" }',
      'of type Article',
    ],
    ['neither id nor slug', '{ article: "Not A Slug" }', 'neither an id nor a slug'],
    ['no date', '{ saidFrom: "yesterday" }', 'EDTF'],
    ['U+0000', String.raw`{ search: "a\u0000b" }`, 'U+0000 at line 1, column 2'],
  ])('refuses %s', async (_, filter, words) => {
    const { code, message } = await refusal(`{ statements(filter: ${filter}) { totalCount } }`);
    expect(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toContain(code);
    expect(message).toContain(words);
  });

  it('refuses a lone surrogate in the words to search for', async () => {
    const { code, message } = await refusal('query ($q: String!) { search(query: $q) { totalCount } }', {
      q: 'a\ud800',
    });
    expect([code, message]).toEqual(['BAD_USER_INPUT', expect.stringContaining('lone surrogate, U+D800')]);
  });
});

describe('an order of statements', () => {
  it('SAID_ASC and SAID_DESC put unknown dates last', async () => {
    for (const [order, sign] of [
      ['SAID_ASC', 1],
      ['SAID_DESC', -1],
    ] as const) {
      const { nodes } = await statements(`first: 100, orderBy: ${order}`, 'said { earliest }');
      const times = nodes.map(({ said }) => (said as { earliest: string } | null)?.earliest ?? null);
      const known = times.filter((time) => time !== null);
      expect(known.length).toBeGreaterThan(10);
      expect(times.slice(0, known.length)).toEqual(known);
      expect(known).toEqual([...known].sort((a, b) => sign * a.localeCompare(b)));
    }
  });

  it('RELEVANCE without words to search for is refused', async () => {
    const { code, message } = await refusal('{ statements(orderBy: RELEVANCE) { totalCount } }');
    expect([code, message]).toEqual(['BAD_USER_INPUT', expect.stringContaining('filter.search')]);
  });
});

describe('search', () => {
  it.each([
    ['words', 'magnesite clinker'],
    ['a phrase', '"magnesite clinker"'],
    ['alternatives', 'clinker or nosuchword'],
    ['an exclusion', 'clinker -nosuchword'],
  ])('takes %s as a web search box does', async (_, query) => {
    const { data } = await corpus.ask(
      'query ($query: String!) { search(query: $query) { totalCount edges { snippet node { __typename } } } }',
      { query },
    );
    const { totalCount, edges } = (data as { search: { totalCount: number; edges: { snippet: string }[] } }).search;
    expect(totalCount).toBe(2);
    for (const { snippet } of edges) expect(snippet).toContain('<mark>clinker</mark>');
  });

  it.each(['', '   ', '"', '&&& | !', "'; DROP TABLE statement; --", '-clinker -the', '((((', 'the'])(
    'answers %j without an error',
    async (query) => {
      const { errors } = await corpus.ask(
        'query ($query: String!) { search(query: $query) { totalCount edges { snippet } } }',
        { query },
      );
      expect(errors).toEqual([]);
    },
  );

  it('finds a statement by its speaker and its words', async () => {
    const { nodes } = await statements('filter: { search: "Matsegora beneficial trade" }', 'speaker { slug }');
    expect(nodes[0]).toEqual({ speaker: { slug: 'alexander-matsegora' } });
  });
});
