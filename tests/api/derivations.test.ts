import { seed } from '../../src/ingest/seed.ts';
import { article, withFolder } from '../support/seed-folder.ts';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';
import { STORES } from '../support/stores.ts';

const [IN_000, IN_001, IN_002, IN_003, IN_004] = [
  'north-korea-inches-closer',
  'separatist-republics-recognized-by-dprk',
  'ukraine-war-is-pushing-russia-and-north-korea-closer-together',
  'russia-and-north-korea-strengthen-their-relations',
  'kim-may-side-with-putin',
] as const;

interface Place {
  readonly exact: string;
  readonly start: number;
  readonly end: number;
  readonly article: { readonly slug: string };
  readonly version: { readonly text: string };
}

interface Derivation {
  readonly drawsOn: boolean | null;
  readonly rationale: string | null;
  readonly origin: string;
  readonly share: number;
  readonly article: { readonly slug: string };
  readonly passages: readonly {
    readonly left: Place;
    readonly right: Place;
    readonly similarity: number;
    readonly kinds: readonly string[];
    readonly edits: readonly { readonly operation: string; readonly left: string; readonly right: string }[];
  }[];
}

const PLACE = '{ exact start end article { slug } version { text } }';
const FIELDS = `derivations { drawsOn rationale origin share article { slug }
  passages { left ${PLACE} right ${PLACE} similarity kinds edits { operation left right } } }`;

/** The derivations of every article, by its slug. */
async function derivationsOf(served: ServedCorpus): Promise<Map<string, Derivation[]>> {
  const { data, errors } = await served.ask(`{ articles(first: 20) { nodes { slug ${FIELDS} } } }`);
  expect(errors).toEqual([]);
  const { nodes } = (data as { articles: { nodes: { slug: string; derivations: Derivation[] }[] } }).articles;
  return new Map(nodes.map(({ slug, derivations }) => [slug, derivations]));
}

describe.each(STORES)('the derivations of the corpus on the $kind store', (kind) => {
  let corpus: ServedCorpus;
  let derivations: Map<string, Derivation[]>;
  beforeAll(async () => {
    corpus = await serveCorpus(kind);
    derivations = await derivationsOf(corpus);
  });
  afterAll(() => corpus.stop());

  const between = (slug: string, other: string): Derivation => {
    const found = derivations.get(slug)?.find(({ article: { slug: its } }) => its === other);
    if (!found) throw new Error(`no derivation of ${slug} and ${other}`);
    return found;
  };

  it('are of these pairs and no others, the one with which most is shared first', () => {
    const pairs = [...derivations].map(([slug, some]) => [
      slug,
      some.map(({ article: { slug: other }, drawsOn }) => [other, drawsOn]),
    ]);
    expect(pairs.sort()).toEqual([
      [IN_004, [[IN_000, true]]],
      [
        IN_000,
        [
          [IN_004, false],
          [IN_003, null],
        ],
      ],
      [IN_003, [[IN_000, null]]],
      [IN_001, [[IN_002, null]]],
      [IN_002, [[IN_001, null]]],
    ]);
  });

  it('tell that 004 is made from 000, nearly all of it, and by whom that is said', () => {
    const [drawn, given] = [between(IN_004, IN_000), between(IN_000, IN_004)];
    expect(drawn.origin).toBe('CURATED');
    expect(drawn.rationale).toContain('004 retells 000 nearly sentence by sentence');
    expect([given.origin, given.rationale]).toEqual([drawn.origin, drawn.rationale]);
    expect(drawn.share).toBeGreaterThan(0.9);
    expect(drawn.share).toBeLessThanOrEqual(1);
    expect(given.share).toBeGreaterThan(0.4);
    expect(given.share).toBeLessThan(0.7);
    expect(given.passages).toEqual(drawn.passages);
  });

  it.each([
    [IN_000, IN_003],
    [IN_001, IN_002],
  ])('tell of %s and %s that they share one passage, and of neither that it draws on the other', (left, right) => {
    for (const one of [between(left, right), between(right, left)]) {
      expect(one).toMatchObject({ drawsOn: null, rationale: null, origin: 'EXTRACTED' });
      expect(one.passages).toHaveLength(1);
      expect(one.share).toBeGreaterThan(0);
      expect(one.share).toBeLessThan(0.1);
    }
    expect(between(left, right).passages).toEqual(between(right, left).passages);
    expect(between(left, right).passages[0]).toMatchObject({
      left: { article: { slug: left } },
      right: { article: { slug: right } },
    });
  });

  it.each([
    ['formats and mechanisms', 'forms and procedures'],
    ['was completely created by Russia', 'was established by Russia'],
    ['gratitude for the desire', 'develop and expand'],
    ['Particular attention was paid', 'received special attention'],
    ['the third state on the planet', 'the third state on the earth'],
    ['to celebrate Russia Day', 'in honor of Russia Day'],
  ])('show in which words 004 tells what 000 has: %s', (words, others) => {
    const passages = between(IN_004, IN_000).passages.filter(({ left }) => left.exact.includes(words));
    expect(passages).toHaveLength(1);
    expect(passages[0]?.right.exact).toContain(others);
    expect(passages[0]?.kinds).not.toContain('IDENTICAL');
    expect(passages[0]?.similarity).toBeGreaterThan(0);
    expect(passages[0]?.similarity).toBeLessThan(1);
  });

  it('show passages that are rebuilt by their edits, stand in the texts, and overlap on neither side', () => {
    for (const some of derivations.values()) {
      for (const { passages } of some) {
        expect(passages.length).toBeGreaterThan(0);
        for (const { left, right, edits } of passages) {
          expect(edits.map((edit) => edit.left).join('')).toBe(left.exact);
          expect(edits.map((edit) => edit.right).join('')).toBe(right.exact);
          for (const { exact, start, end, version } of [left, right]) {
            expect([...version.text].slice(start, end).join('')).toBe(exact);
          }
        }
        const starts = passages.map(({ left }) => left.start);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        for (const side of ['left', 'right'] as const) {
          const spans = passages.map((passage) => passage[side]).sort((a, b) => a.start - b.start);
          expect(spans.every(({ start }, index) => start >= (spans[index - 1]?.end ?? 0))).toBe(true);
        }
      }
    }
  });

  it('take as many SQL statements for all articles as for one', async () => {
    const query = `query ($n: Int!) { articles(first: $n) { nodes { slug ${FIELDS} } } }`;
    // Of one article the other one has to be read besides.
    const [one, all] = [await corpus.countStatements(query, { n: 1 }), await corpus.countStatements(query, { n: 20 })];
    expect(all).toBeLessThanOrEqual(one);
  });
});

describe('the derivations of copies', () => {
  const STORY = [
    'The town of Ostrevik will keep its old harbour, the mayor announced on Monday.',
    'Fishermen built the harbour and moored forty wooden boats there.',
    'The company Varnholm Ports had offered twelve million crowns for the northern quay.',
    'Storms had damaged two stone breakwaters during the winter.',
    'A public meeting about the repairs follows in the school gymnasium.',
  ];
  const published = (value: string) => ({ published: { value, basis: 'STATED', quotes: [value] } });
  const copy = (reference: string, title: string, date: string, lines: readonly string[]) =>
    article(reference, [title, '', ...lines, `Published on ${date}.`].join('\n'), published(date));
  const files = {
    ...copy('first', 'A harbour stays', '2031-05-01', STORY),
    ...copy('second', 'Ostrevik keeps boats', '2031-05-02', STORY.slice(0, 4)),
    ...copy('third', 'No sale of any quay', '2031-05-03', [...STORY.slice(0, 3), 'Bread costs more in Lindau Bay.']),
    ...copy('other', 'Trams stop', '2031-05-04', ['Somebody had stolen copper wire, and every tram stood still.']),
  };
  let served: ServedCorpus;
  beforeAll(async () => {
    served = await serveCorpus(STORES[0], (store) => withFolder(files, (folder) => seed(store, folder)));
  });
  afterAll(() => served.stop());

  it('lead to the article that they most likely were made from, not to each other; most shared first', async () => {
    const found = await derivationsOf(served);
    const told = (slug: string) =>
      found.get(slug)?.map(({ article: { slug: other }, drawsOn, passages }) => [other, drawsOn, passages.length]);
    expect(told('first')).toEqual([
      ['second', false, 4],
      ['third', false, 3],
    ]);
    expect(told('second')).toEqual([
      ['first', true, 4],
      ['third', null, 3],
    ]);
    expect(told('other')).toEqual([]);
    const third = found.get('third') ?? [];
    expect(third.map(({ drawsOn, passages }) => [drawsOn, passages.length])).toEqual([
      [true, 3],
      [null, 3],
    ]);
  });

  it('show what tells the direction', async () => {
    const found = await derivationsOf(served);
    const [derivation] = found.get('second') ?? [];
    expect(derivation).toMatchObject({
      origin: 'EXTRACTED',
      rationale: expect.stringContaining('was published before it') as string,
    });
  });
});
