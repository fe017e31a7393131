import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seed, type Seeding } from '../../src/ingest/seed.ts';
import { openEmbeddedStore } from '../../src/store/open-embedded-store.ts';
import { openPostgresStore } from '../../src/store/open-postgres-store.ts';
import { checkQuotation } from '../../src/store/read/check-quotation.ts';
import { COMMAND_LINE } from '../../src/store/write-transaction.ts';
import { compareCorpus } from '../../src/store/record-corpus.ts';
import type { Store } from '../../src/store/store.ts';
import { verifyStore } from '../../src/store/verify/verify-store.ts';
import { article, withFolder, type SeedFiles } from '../support/seed-folder.ts';
import { asOwner } from '../support/as-owner.ts';
import { createDatabase, STORES } from '../support/stores.ts';
import { contentOf } from '../support/table-contents.ts';

const WORDS = 'We will never close the old northern quay to wooden boats';
const OTHER_WORDS = 'Bakers shall pay twice for flour from the southern mills';
const STORY = [
  'The town of Ostrevik will keep its old harbour, the mayor announced on Monday.',
  'Fishermen built the harbour and moored forty wooden boats there.',
  'The company Varnholm Ports had offered twelve million crowns for the northern quay.',
  'Storms had damaged two stone breakwaters during the winter.',
  'A public meeting about the repairs follows in the school gymnasium.',
];
/** Who may be named, by the slug that seeds have for them. */
const ACTORS = {
  dolan: ['Dolan', 'PERSON'],
  tarsk: ['Tarsk', 'PERSON'],
  wire: ['Orv Wire', 'OUTLET'],
  pilot: ['a pilot', 'UNNAMED'],
} as const;
type Source = keyof typeof ACTORS;

interface Written {
  readonly title: string;
  /** Who is quoted with the words, from the outside in; nobody for none. */
  readonly sources?: readonly Source[];
  readonly words?: string;
  readonly polarity?: 'NEGATED';
  readonly lines?: readonly string[];
  /** When it was published. */
  readonly date?: string;
}

/** Seeds of some articles by reference, each of which quotes somebody. */
function seedsOf(articles: Readonly<Record<string, Written>>, others: SeedFiles = {}): SeedFiles {
  const entries = Object.entries(articles);
  const files = entries.map(([reference, { title, sources = [], words = WORDS, polarity, lines = [], date }]) => {
    const named = sources.map((source) => ACTORS[source][0]);
    const told = sources.length === 0 ? [] : [`“${words},” said ${named.join(' by way of ')}.`];
    const dated = date === undefined ? [] : [`Published on ${date}.`];
    return article(reference, [title, '', ...lines, ...told, ...dated, ''].join('\n'), {
      ...(date === undefined ? {} : { published: { value: date, basis: 'STATED', quotes: [date] } }),
      statements:
        sources.length === 0
          ? []
          : [
              {
                key: 'said',
                text: words,
                mode: 'DIRECT',
                ...(polarity && { polarity }),
                content: `${words},`,
                chain: sources.map((actor, index) => ({
                  actor,
                  source: ACTORS[actor][0],
                  ...(index < sources.length - 1 ? { role: 'OUTLET' } : { cue: 'said' }),
                })),
              },
            ],
    });
  });
  const actors = Object.entries(ACTORS).flatMap(([slug, [name, kind]]) => {
    const names = entries.filter(([, { sources = [] }]) => sources.includes(slug as Source));
    return names.length === 0
      ? []
      : [{ slug, name, kind, names: Object.fromEntries(names.map(([reference]) => [reference, [name]])) }];
  });
  return { ...Object.assign({}, ...files), 'annotations/actors.yaml': actors, ...others } as SeedFiles;
}

const seedFiles = (store: Store, files: SeedFiles): Promise<Seeding> =>
  withFolder(files, (folder) => seed(store, folder));

/** Standing statements that render one utterance, by their articles, after the speaker of it. */
async function utterancesOf({ prisma }: Store): Promise<string[][]> {
  const utterances = await prisma.utterance.findMany({
    include: { speaker: true, renderings: { where: { review: 'ACCEPTED' }, include: { article: true } } },
  });
  return utterances
    .filter(({ renderings }) => renderings.length > 0)
    .map(({ speaker, renderings }) => [speaker.slug, ...renderings.map((one) => one.article.slug).sort()])
    .sort((a, b) => (a.slice(1).join() < b.slice(1).join() ? -1 : 1));
}

/** What does not hold of the store. */
async function broken(store: Store): Promise<string[]> {
  const found: string[] = [];
  await verifyStore(store.sql, ({ name, examples }) => found.push(...examples.map((example) => `${name} ${example}`)));
  return found;
}

const ONE: Written = { title: 'Boats stay', sources: ['dolan'], lines: ['Rain fell on Ostrevik.'] };
const TWO: Written = { title: 'No sale', sources: ['wire', 'dolan'], lines: ['Bread costs more.'] };
const THREE: Written = { title: 'Pilots clap', sources: ['dolan'], lines: ['Trams stood still.'] };

describe.each(STORES)('comparing on the $kind store', ({ open }) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  /** Derivations and numbers of shared passages that stand, and that were withdrawn. */
  const shared = async () => {
    const derivations = await store.prisma.derivation.findMany({ include: { article: true, source: true } });
    const passages = await store.prisma.sharedPassage.findMany();
    return {
      derivations: derivations.map((row) => `${row.article.slug} from ${row.source.slug} ${String(row.withdrawnIn)}`),
      passages: passages.filter(({ withdrawnIn }) => withdrawnIn === null).length,
      withdrawn: passages.filter(({ withdrawnIn }) => withdrawnIn !== null).length,
    };
  };

  it('gives nothing new when the same is recorded twice, though statements were moved to another utterance', async () => {
    const files = seedsOf({ one: ONE, two: TWO });
    const first = await seedFiles(store, files);
    expect(first.changes.get('utterances found')).toBe(1);
    expect(await utterancesOf(store)).toEqual([['dolan', 'one', 'two']]);
    const before = await contentOf(store);
    const again = await seedFiles(store, files);
    expect([again.revision, [...again.changes]]).toEqual([1, []]);
    expect(await contentOf(store)).toEqual(before);
    expect(await broken(store)).toEqual([]);
  });

  it('finds nothing new when all is compared again, however it was recorded', async () => {
    expect([...(await compareCorpus(store, COMMAND_LINE)).changes]).toEqual([]);
    await seedFiles(store, seedsOf({ one: ONE, copy: { title: 'Copied', lines: STORY, date: '2031-05-02' } }));
    await seedFiles(store, seedsOf({ two: TWO, original: { title: 'First told', lines: STORY, date: '2031-05-01' } }));
    expect(await shared()).toMatchObject({ derivations: ['copy from original null'] });
    expect(await utterancesOf(store)).toEqual([['dolan', 'one', 'two']]);
    const before = await contentOf(store);
    const { revision, changes } = await compareCorpus(store, COMMAND_LINE);
    expect([revision, [...changes]]).toEqual([2, []]);
    expect(await contentOf(store)).toEqual(before);
  });

  it('withdraws what an article shared whose text shares nothing any more, and finds it again when it returns', async () => {
    const original: Written = { title: 'First told', lines: STORY, date: '2031-05-01' };
    const copy: Written = { title: 'Told again', lines: STORY, date: '2031-05-02' };
    await seedFiles(store, seedsOf({ original, copy }));
    expect(await shared()).toEqual({ derivations: ['copy from original null'], passages: STORY.length, withdrawn: 0 });

    const other = { ...copy, lines: ['A circus elephant swam across the strait.'] };
    const changed = await seedFiles(store, seedsOf({ copy: other }));
    expect(Object.fromEntries(changed.changes)).toMatchObject({
      'shared passages': STORY.length,
      'derivations found': 1,
    });
    expect(await shared()).toEqual({ derivations: ['copy from original 2'], passages: 0, withdrawn: STORY.length });

    await seedFiles(store, seedsOf({ copy }));
    expect(await shared()).toMatchObject({ derivations: ['copy from original null'], passages: STORY.length });
    expect([...(await compareCorpus(store, COMMAND_LINE)).changes]).toEqual([]);
    expect(await broken(store)).toEqual([]);
  });

  it('keeps what two other articles share when a third one changes', async () => {
    const edition = (number: number): Written => ({
      title: `Edition ${String(number)}`,
      lines: STORY,
      date: `2031-05-0${String(number)}`,
    });
    const [first, second, third] = [edition(1), edition(2), edition(3)];
    await seedFiles(store, seedsOf({ first, second, third }));
    await seedFiles(store, seedsOf({ third: { ...third, lines: ['A circus elephant swam across the strait.'] } }));
    expect(await shared()).toMatchObject({
      derivations: expect.arrayContaining(['second from first null', 'third from first 2']) as string[],
      passages: STORY.length,
      withdrawn: 2 * STORY.length,
    });
  });

  describe('puts statements to utterances', () => {
    const ORDERS = [
      ['one', 'two', 'three'],
      ['one', 'three', 'two'],
      ['two', 'one', 'three'],
      ['two', 'three', 'one'],
      ['three', 'one', 'two'],
      ['three', 'two', 'one'],
    ] as const;
    const ARTICLES = { one: ONE, two: TWO, three: THREE };

    it.each(ORDERS)('as one, whichever order they are recorded in: %s, %s, %s', async (...order) => {
      for (const reference of order) await seedFiles(store, seedsOf({ [reference]: ARTICLES[reference] }));
      expect(await utterancesOf(store)).toEqual([['dolan', 'one', 'three', 'two']]);
      expect([...(await compareCorpus(store, COMMAND_LINE)).changes]).toEqual([]);
      for (const reference of order) {
        expect([...(await seedFiles(store, seedsOf({ [reference]: ARTICLES[reference] }))).changes]).toEqual([]);
      }
      expect(await broken(store)).toEqual([]);
    });

    it('and takes one out again that tells something else now', async () => {
      await seedFiles(store, seedsOf(ARTICLES));
      await seedFiles(store, seedsOf({ one: { ...ONE, words: OTHER_WORDS } }));
      expect(await utterancesOf(store)).toEqual([
        ['dolan', 'one'],
        ['dolan', 'three', 'two'],
      ]);
    });

    it.each([
      ['other words', { ...TWO, words: OTHER_WORDS }],
      ['the opposite, by somebody else', { ...TWO, sources: ['tarsk'], words: WORDS.replace('never ', '') }],
      ['the opposite, by the same agency', { ...TWO, sources: ['wire', 'tarsk'], words: WORDS.replace('never ', '') }],
    ] as const)('but not those of %s', async (_, two) => {
      await seedFiles(store, seedsOf({ one: { ...ONE, polarity: 'NEGATED' }, two }));
      expect((await utterancesOf(store)).map((group) => group.slice(1))).toEqual([['one'], ['two']]);
    });

    it.each([
      ['the innermost one, of the first article', ['wire', 'dolan'], ['wire'], 'dolan'],
      ['the innermost one, of the second', ['wire'], ['wire', 'dolan'], 'dolan'],
      ['a named one before an unnamed one further in', ['wire', 'pilot'], ['wire'], 'wire'],
      ['the first one, of two that are as far in', ['wire', 'dolan'], ['wire', 'tarsk'], 'dolan'],
    ] as const)('whose speaker is %s', async (_, left, right, speaker) => {
      await seedFiles(store, seedsOf({ one: { ...ONE, sources: left }, two: { ...TWO, sources: right } }));
      expect(await utterancesOf(store)).toEqual([[speaker, 'one', 'two']]);
      // Recorded again, or compared again, it is the same.
      expect([...(await compareCorpus(store, COMMAND_LINE)).changes]).toEqual([]);
    });
  });

  describe('never moves a statement that people have put to an utterance', () => {
    const OTHER: Written = { ...THREE, words: OTHER_WORDS };
    const apart = (articles: Readonly<Record<string, Written>>) =>
      seedsOf(articles, {
        'annotations/utterances.yaml': [{ key: 'by-people', speaker: 'dolan', renderings: ['one/said', 'three/said'] }],
      });

    it('though another article has its words: that one joins it', async () => {
      await seedFiles(store, apart({ one: ONE, three: OTHER }));
      await seedFiles(store, seedsOf({ two: TWO }));
      expect(await utterancesOf(store)).toEqual([['dolan', 'one', 'three', 'two']]);
      const rows = await store.prisma.statement.findMany({
        include: { article: true },
        orderBy: { articleOrdinal: 'asc' },
      });
      expect(rows.map((row) => [row.article.slug, row.utteranceOrigin])).toEqual([
        ['one', 'CURATED'],
        ['three', 'CURATED'],
        ['two', 'EXTRACTED'],
      ]);
    });

    it('though two of them that have one’s words stay apart', async () => {
      await seedFiles(
        store,
        seedsOf(
          { one: ONE, two: TWO, three: OTHER, four: { ...OTHER, title: 'Flour again' } },
          {
            'annotations/utterances.yaml': [
              { key: 'a', speaker: 'dolan', renderings: ['one/said', 'three/said'] },
              { key: 'b', speaker: 'dolan', renderings: ['two/said', 'four/said'] },
            ],
          },
        ),
      );
      expect(await utterancesOf(store)).toEqual([
        ['dolan', 'four', 'two'],
        ['dolan', 'one', 'three'],
      ]);
      expect([...(await compareCorpus(store, COMMAND_LINE)).changes]).toEqual([]);
    });

    it('and keeps the speaker whom people have named', async () => {
      const files = apart({ one: { ...ONE, sources: ['wire'] }, three: { ...OTHER, sources: ['tarsk'] } });
      const named = {
        ...files,
        'annotations/utterances.yaml': [{ key: 'x', speaker: 'wire', renderings: ['one/said', 'three/said'] }],
      };
      await seedFiles(store, named);
      await seedFiles(store, seedsOf({ two: TWO }));
      expect(await utterancesOf(store)).toEqual([['wire', 'one', 'three', 'two']]);
    });
  });
});

describe('a store that was recorded without an index of passages', () => {
  const folders: string[] = [];
  afterAll(async () => {
    for (const folder of folders) await rm(folder, { recursive: true });
  });
  const server = process.env['TEST_POSTGRES_URL'];
  const PLACES: [string, () => Promise<() => Promise<Store>>][] = [
    [
      'embedded',
      async () => {
        const folder = await mkdtemp(join(tmpdir(), 'verbatim-index-'));
        folders.push(folder);
        return () => openEmbeddedStore(folder);
      },
    ],
    ...(server === undefined
      ? []
      : [
          [
            'PostgreSQL',
            async () => {
              const url = await createDatabase(server);
              return () => openPostgresStore(url);
            },
          ] as (typeof PLACES)[number],
        ]),
  ];

  it.each(PLACES)('is completed when it is opened: %s', async (_, create) => {
    const open = await create();
    const first = await open();
    await seedFiles(first, seedsOf({ one: ONE }));
    await seedFiles(first, seedsOf({ one: { ...ONE, lines: ['Snow fell on Ostrevik and its quays.'] }, two: TWO }));
    const { indexed_version: versions, passage_key: keys } = await contentOf(first);
    expect([versions?.length, (keys?.length ?? 0) > 10]).toEqual([3, true]);
    const rows = (words: string, store: Store) => checkQuotation(store.sql, words);
    const [current, former] = [await rows('Snow fell on Ostrevik', first), await rows('Rain fell on Ostrevik', first)];
    expect([current.verdict, former.verdict]).toEqual(['VERBATIM', 'VERBATIM']);

    await asOwner(first, 'DELETE FROM passage_key', 'DELETE FROM indexed_version');
    expect((await rows('Snow fell on Ostrevik', first)).verdict).not.toBe('VERBATIM');
    await first.close();

    const again = await open();
    try {
      expect(await rows('Snow fell on Ostrevik', again)).toEqual(current);
      expect(await rows('Rain fell on Ostrevik', again)).toEqual(former);
      const completed = await contentOf(again);
      expect([completed['indexed_version']?.length, completed['passage_key']?.length]).toEqual([3, keys?.length]);
      expect([...(await compareCorpus(again, COMMAND_LINE)).changes]).toEqual([]);
      expect(await broken(again)).toEqual([]);
    } finally {
      await again.close();
    }
  });
});
