import fc from 'fast-check';
import { seed } from '../../src/ingest/seed.ts';
import type { Store } from '../../src/store/store.ts';
import { withFolder, type SeedFiles } from '../support/seed-folder.ts';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';
import { ferries, STATEMENTS, TEXT } from '../support/small-seeds.ts';
import { STORES } from '../support/stores.ts';

interface Quote {
  readonly id: string;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
  readonly startUtf16: number;
  readonly endUtf16: number;
  readonly paragraph: number;
  readonly version: { readonly number: number; readonly text: string };
}

interface Anchored {
  readonly id: string;
  readonly anchor: {
    readonly state: string;
    readonly quote: (Pick<Quote, 'id' | 'exact' | 'start'> & { readonly version: { readonly number: number } }) | null;
  };
}

const FIELDS = 'id exact prefix suffix start end startUtf16 endUtf16 paragraph version { number text }';

/** The id of a place, made by hand: what a client must not do, and may try. */
const idOf = (place: string): string => Buffer.from(place).toString('base64url');

async function nodesOf<Node>(served: ServedCorpus, ids: readonly string[], fields: string): Promise<(Node | null)[]> {
  const { data, errors } = await served.ask(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Quote { ${fields} } } }`,
    { ids },
  );
  expect(errors).toEqual([]);
  return (data as { nodes: (Node | null)[] }).nodes;
}

/** The quotes that a check of some words finds, best first. */
async function checked(served: ServedCorpus, text: string): Promise<Quote[]> {
  const { data, errors } = await served.ask(
    `query ($text: String!) { checkQuote(text: $text) { matches { quote { ${FIELDS} } } } }`,
    { text },
  );
  expect(errors).toEqual([]);
  return (data as { checkQuote: { matches: { quote: Quote }[] } }).checkQuote.matches.map(({ quote }) => quote);
}

async function firstChecked(served: ServedCorpus, text: string): Promise<Quote> {
  const [quote] = await checked(served, text);
  if (!quote) throw new Error(`nothing found for ${text}`);
  return quote;
}

/** Whether a quote of these words is stored at all. */
const isStored = async ({ prisma }: Store, exact: string): Promise<boolean> =>
  (await prisma.quote.count({ where: { exact } })) > 0;

function expectVerbatim({ exact, prefix, suffix, start, end, startUtf16, endUtf16, version }: Quote): void {
  const characters = [...version.text];
  expect(characters.slice(start, end).join('')).toBe(exact);
  expect(version.text.slice(startUtf16, endUtf16)).toBe(exact);
  expect(characters.slice(Math.max(0, start - 32), start).join('')).toBe(prefix);
  expect(characters.slice(end, end + 32).join('')).toBe(suffix);
}

describe('a place in a text of the corpus', () => {
  let corpus: ServedCorpus;
  beforeAll(async () => {
    corpus = await serveCorpus();
  });
  afterAll(() => corpus.stop());

  it.each([
    ['stored', 'was established by Russia', true],
    ['never stored', 'slightly out of the orbit of its', false],
    ['never stored, of one word', 'forefront', false],
    ['never stored, across two paragraphs', 'it said on Twitter.\n\nExperts see', false],
  ])('is a node under its id, with all its fields: %s', async (_, words, expected) => {
    expect(await isStored(corpus.store, words)).toBe(expected);
    const quotes = await checked(corpus, words);
    expect(quotes.map(({ exact }) => exact)).toContain(words);
    for (const quote of quotes) expectVerbatim(quote);
    const nodes = await nodesOf<Quote>(
      corpus,
      quotes.map(({ id }) => id),
      FIELDS,
    );
    expect(nodes).toEqual(quotes.map((quote) => ({ __typename: 'Quote', ...quote })));
  });

  it('has one id wherever it is reached', async () => {
    const words = 'The Korean people extend full support and encouragement to them.';
    const quote = (await checked(corpus, words)).find(({ exact }) => exact === words);
    const { data } = await corpus.ask(
      `query ($search: String!) {
        statements(first: 5, filter: { search: $search, article: "russia-and-north-korea-strengthen-their-relations" }) { nodes { quotes { id exact } } }
        article(slug: "russia-and-north-korea-strengthen-their-relations") { quotes(first: 100) { nodes { id exact } } }
      }`,
      { search: '"extend full support"' },
    );
    const { statements, article } = data as {
      statements: { nodes: { quotes: { id: string; exact: string }[] }[] };
      article: { quotes: { nodes: { id: string; exact: string }[] } };
    };
    const others = [...statements.nodes.flatMap(({ quotes }) => quotes), ...article.quotes.nodes].filter(
      ({ exact }) => exact === words,
    );
    expect(others.length).toBeGreaterThan(1);
    for (const { id } of others) expect(id).toBe(quote?.id);
  });

  it('has the same id as a shared passage and as what a check finds of it', async () => {
    const { data } = await corpus.ask(
      '{ article(slug: "kim-may-side-with-putin") { derivations { passages { right { id exact } } } } }',
    );
    const { article } = data as {
      article: { derivations: { passages: { right: { id: string; exact: string } }[] }[] };
    };
    const passages = article.derivations.flatMap((derivation) => derivation.passages.map(({ right }) => right));
    expect(passages.length).toBeGreaterThan(10);
    for (const { id, exact } of passages) {
      expect((await checked(corpus, exact)).map((quote) => quote.id)).toContain(id);
    }
  });

  it('may be any span of any version', async () => {
    const versions = await corpus.store.prisma.articleVersion.findMany();
    const span = fc.record({ version: fc.constantFrom(...versions), one: fc.nat(), other: fc.nat() });
    await fc.assert(
      fc.asyncProperty(fc.array(span, { minLength: 1, maxLength: 20 }), async (spans) => {
        const places = spans.map(({ version: { id, length }, one, other }) => {
          const [start, end] = [one % length, other % length].sort((a, b) => a - b) as [number, number];
          return { id: idOf(`Quote:${id}:${String(start)}-${String(end + 1)}`), start, end: end + 1 };
        });
        const nodes = await nodesOf<Quote>(
          corpus,
          places.map(({ id }) => id),
          FIELDS,
        );
        for (const [index, node] of nodes.entries()) {
          expect(node).toMatchObject(places[index] ?? {});
          if (node) expectVerbatim(node);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('that is not in the text is null', async () => {
    const version = await corpus.store.prisma.articleVersion.findFirstOrThrow();
    const last = await nodesOf<Quote>(
      corpus,
      [idOf(`Quote:${version.id}:${String(version.length - 1)}-${String(version.length)}`)],
      FIELDS,
    );
    expect(last).toMatchObject([{ exact: [...version.text].at(-1) }]);
    const places = [
      `${String(version.length - 1)}-${String(version.length + 1)}`,
      `${String(version.length)}-${String(version.length + 1)}`,
      '999999998-999999999',
      '5-5',
      '6-5',
    ].map((place) => idOf(`Quote:${version.id}:${place}`));
    expect(await nodesOf(corpus, places, FIELDS)).toEqual(places.map(() => null));
  });

  it.each([
    ['no end', '5'],
    ['no place', ''],
    ['no start', '-5'],
    ['a negative start', '-1-5'],
    ['a leading zero', '05-9'],
    ['a number that is none', '1e2-200'],
    ['more than a place', '1-5:2'],
    ['more digits than any text has', '1-1000000000'],
    ['white space', '1-5 '],
  ])('with %s is none', async (_, place) => {
    const { id } = await corpus.store.prisma.articleVersion.findFirstOrThrow();
    const { errors } = await corpus.ask('query ($id: ID!) { node(id: $id) { id } }', {
      id: idOf(`Quote:${id}:${place}`),
    });
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('that nobody has stored is anchored to itself in the current version, and evidence of nothing', async () => {
    const { id } = await firstChecked(corpus, 'slightly out of the orbit of its');
    const fields = 'id anchor { state quote { id } } statements { totalCount } article { slug } deepLink';
    expect(await nodesOf(corpus, [id], fields)).toEqual([
      {
        __typename: 'Quote',
        id,
        anchor: { state: 'ANCHORED', quote: { id } },
        statements: { totalCount: 0 },
        article: { slug: 'north-korea-inches-closer' },
        deepLink: null,
      },
    ]);
  });
});

describe.each(STORES)('a place in an earlier version on the $kind store', (kind) => {
  const seedFiles = (store: Store, files: SeedFiles) => withFolder(files, (folder) => seed(store, folder));
  const SECOND = TEXT.replace('The harbour closed on Monday. ', '')
    .replace('“We had no choice,” said Nils Holm.\n', 'The quay is empty. “We had no choice,” said Nils Holm.\n')
    .replace('The town waits.', 'The town waits. The town waits.');
  const secondSeeds: SeedFiles = {
    ...ferries({
      text: SECOND,
      statements: [
        { key: 'empty', text: 'The quay is empty.', content: 'The quay is empty.' },
        ...STATEMENTS.slice(1, 3),
      ],
    }),
    'annotations/events.yaml': [],
  };
  const UNSTORED = [
    'Holm spoke of “ice 🧊',
    'Ada Berg wrote this',
    'harbour closed on',
    'town waits',
    'Ships of every size',
  ];
  const STORED = ['ice 🧊 in the locks', 'We had no choice,', 'The harbour closed on Monday.', 'The town waits.'];

  let served: ServedCorpus;
  const idsOfFirst = new Map<string, string>();
  beforeAll(async () => {
    served = await serveCorpus(kind, (store) => seedFiles(store, ferries()));
    for (const words of [...UNSTORED, ...STORED]) {
      const quote = await firstChecked(served, words);
      expect(quote).toMatchObject({ exact: words, version: { number: 1 } });
      expect(await isStored(served.store, words)).toBe(STORED.includes(words));
      idsOfFirst.set(words, quote.id);
    }
  });
  afterAll(() => served.stop());

  const anchorsOf = async (ids: readonly string[]) => {
    const anchored = await nodesOf<Anchored>(
      served,
      ids,
      'id anchor { state quote { id exact start version { number } } }',
    );
    return anchored.map((node) => node?.anchor);
  };
  const idOfFirst = (words: string): string => idsOfFirst.get(words) ?? '';

  it('stands where it is while there is no other', async () => {
    for (const words of UNSTORED) {
      const id = idOfFirst(words);
      expect(await anchorsOf([id])).toMatchObject([{ state: 'ANCHORED', quote: { id, exact: words } }]);
    }
  });

  describe('once there is a second one', () => {
    beforeAll(async () => {
      await seedFiles(served.store, secondSeeds);
    });

    it.each([
      ['in its context, at another place', 'Holm spoke of “ice 🧊', 'ANCHORED'],
      ['out of its context', 'Ada Berg wrote this', 'MOVED'],
      ['out of its context at the end of the text', 'Ships of every size', 'MOVED'],
      ['nowhere', 'harbour closed on', 'ORPHANED'],
      ['twice', 'town waits', 'ORPHANED'],
    ])('stands there as the text tells: %s', async (_, words, state) => {
      expect(await isStored(served.store, words)).toBe(false);
      const [anchor] = await anchorsOf([idOfFirst(words)]);
      expect(anchor?.state).toBe(state);
      if (state === 'ORPHANED') {
        expect(anchor?.quote).toBeNull();
        return;
      }
      expect(anchor?.quote).toMatchObject({ exact: words, version: { number: 2 } });
      expect([...SECOND].slice(anchor?.quote?.start).join('').startsWith(words)).toBe(true);
      const [node] = await nodesOf<Quote>(served, [anchor?.quote?.id ?? ''], FIELDS);
      expect(node).toMatchObject({ exact: words, version: { number: 2 } });
      if (node) expectVerbatim(node);
    });

    it('stands there in the same way, where it is stored', async () => {
      const anchors = await anchorsOf(STORED.map(idOfFirst));
      expect(anchors.map((anchor) => [anchor?.state, anchor?.quote?.version.number ?? null])).toEqual([
        ['ANCHORED', 2],
        ['MOVED', 2],
        ['ORPHANED', null],
        ['ORPHANED', null],
      ]);
    });

    it('is still found by a check, as a place of the version that had it', async () => {
      const quotes = await checked(served, 'The harbour closed on Monday');
      expect(quotes).toMatchObject([{ exact: 'The harbour closed on Monday', version: { number: 1 } }]);
      const both = await checked(served, 'Ships of every size');
      expect(both.map(({ version }) => version.number).sort()).toEqual([1, 2]);
      expect(new Set(both.map(({ id }) => id)).size).toBe(2);
    });

    it('anchors places of many quotes by as many SQL statements as of one', async () => {
      const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Quote { anchor { state quote { exact } } } } }';
      const [first = ''] = UNSTORED;
      const one = await served.countStatements(query, { ids: [idOfFirst(first)] });
      expect(await served.countStatements(query, { ids: UNSTORED.map(idOfFirst) })).toBe(one);
    });
  });

  describe('once the text has returned to its first words', () => {
    beforeAll(async () => {
      await seedFiles(served.store, ferries());
    });

    it.each(UNSTORED)('stands where it stood: %s', async (words) => {
      const [anchor] = await anchorsOf([idOfFirst(words)]);
      expect(anchor).toMatchObject({ state: 'ANCHORED', quote: { exact: words, version: { number: 3 } } });
      expect([...TEXT].slice(anchor?.quote?.start).join('').startsWith(words)).toBe(true);
      expect(anchor?.quote?.id).not.toBe(idOfFirst(words));
    });
  });
});
