import { seed, type Seeding } from '../../src/ingest/seed.ts';
import { OWN_SEEDS } from '../../src/cli/commands/seed.ts';
import { findByIds } from '../../src/store/read/entities.ts';
import { verifyStore } from '../../src/store/verify/verify-store.ts';
import type { Store } from '../../src/store/store.ts';
import { withFolder, type SeedFiles } from '../support/seed-folder.ts';
import { ferries, STATEMENTS, TEXT, trains } from '../support/small-seeds.ts';
import { STORES } from '../support/stores.ts';
import { contentOf } from '../support/table-contents.ts';
import { asOwner } from '../support/as-owner.ts';

const seedFiles = (store: Store, files: SeedFiles): Promise<Seeding> =>
  withFolder(files, (folder) => seed(store, folder));

/** What does not hold of the store. */
async function broken(store: Store): Promise<string[]> {
  const found: string[] = [];
  await verifyStore(store.sql, ({ name, examples }) => found.push(...examples.map((example) => `${name} ${example}`)));
  return found;
}

describe.each(STORES)('recording on the $kind store', ({ open }) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const reviews = async () => {
    const rows = await store.prisma.statement.findMany({ orderBy: [{ position: 'asc' }, { revision: 'asc' }] });
    return rows.map(({ text, review, reviewedIn }) => `${text} ${review} in ${String(reviewedIn)}`);
  };

  it('gives nothing new when the same seeds are recorded twice', async () => {
    expect((await seedFiles(store, ferries())).revision).toBe(1);
    const before = await contentOf(store);
    const again = await seedFiles(store, ferries());
    expect([again.revision, [...again.changes]]).toEqual([1, []]);
    expect(await contentOf(store)).toEqual(before);
  });

  it('records nothing at all when an error comes in the middle', async () => {
    await seedFiles(store, trains);
    const before = await contentOf(store);
    // The database meets the other words of the text only after articles, versions and quotes are in.
    await asOwner(
      store,
      "CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no hop today'; END $$",
      'CREATE TRIGGER fail BEFORE INSERT ON attribution_hop FOR EACH ROW EXECUTE FUNCTION fail()',
    );
    await expect(seedFiles(store, ferries())).rejects.toThrow('no hop today');
    expect(await contentOf(store)).toEqual(before);
    await asOwner(store, 'DROP TRIGGER fail ON attribution_hop');
    expect((await seedFiles(store, ferries())).revision).toBe(2);
  });

  it('retracts a statement that is written otherwise and records the new one, and the old id still resolves', async () => {
    const first = await seedFiles(store, ferries());
    const old = first.built.articles[0]?.statements.get('waits')?.id ?? '';
    const statements = STATEMENTS.map((one) => (one.key === 'waits' ? { ...one, text: 'All wait.' } : one));
    const { revision, changes } = await seedFiles(store, ferries({ statements }));
    expect([revision, Object.fromEntries(changes)]).toMatchObject([2, { statements: 1, 'retracted statements': 1 }]);
    expect(await reviews()).toEqual([
      'The harbour closed on Monday. ACCEPTED in 1',
      'The harbour had no choice. ACCEPTED in 1',
      'There is ice in the locks. ACCEPTED in 1',
      'The town waits. RETRACTED in 2',
      'All wait. ACCEPTED in 2',
    ]);
    expect(await findByIds(store.sql, 'Statement', [old])).toMatchObject([
      { text: 'The town waits.', review: 'RETRACTED' },
    ]);
  });

  it('accepts a retracted statement again, under the same id, when it is written again', async () => {
    const first = await seedFiles(store, ferries());
    const id = first.built.articles[0]?.statements.get('waits')?.id ?? '';
    await seedFiles(store, ferries({ statements: STATEMENTS.slice(0, 3) }));
    expect(await findByIds(store.sql, 'Statement', [id])).toMatchObject([{ review: 'RETRACTED' }]);
    await seedFiles(store, ferries());
    expect(await findByIds(store.sql, 'Statement', [id])).toMatchObject([{ review: 'ACCEPTED' }]);
    expect(await reviews()).toContain('The town waits. ACCEPTED in 3');
    expect(await broken(store)).toEqual([]);
  });

  it('withdraws a mention that is no longer written, and lets it stand again when it is', async () => {
    const mentions = async () => {
      const rows = await store.prisma.actorMention.findMany({
        where: { actor: { slug: 'nils-holm' } },
        include: { quote: true },
        orderBy: { quote: { start: 'asc' } },
      });
      return rows.map(({ quote, withdrawnIn }) => `${quote.exact} ${String(withdrawnIn)}`);
    };
    await seedFiles(store, ferries());
    expect(await mentions()).toEqual(['Nils Holm null', 'Holm null']);
    await seedFiles(store, ferries({ names: ['Nils Holm'] }));
    expect(await mentions()).toEqual(['Nils Holm null', 'Holm 2']);
    await seedFiles(store, ferries());
    expect(await mentions()).toEqual(['Nils Holm null', 'Holm null']);
  });

  it('makes a second version of a changed text, and says of each quote where its words are now', async () => {
    const { built } = await seedFiles(store, ferries());
    const text = TEXT.replace('The harbour closed on Monday. ', '')
      .replace('“We had no choice,” said Nils Holm.\n', 'The quay is empty. “We had no choice,” said Nils Holm.\n')
      .replace('The town waits.', 'The town waits. The town waits.');
    const statements = [
      { key: 'empty', text: 'The quay is empty.', content: 'The quay is empty.' },
      ...STATEMENTS.slice(1, 3),
    ];
    await seedFiles(store, { ...ferries({ text, statements }), 'annotations/events.yaml': [] });

    const versions = await store.prisma.articleVersion.findMany({ orderBy: { number: 'asc' } });
    expect(versions.map(({ number, text: stored }) => [number, stored])).toEqual([
      [1, TEXT],
      [2, text],
    ]);
    const anchors = await store.prisma.quoteAnchor.findMany({ include: { quote: true, target: true } });
    const stateOf = (words: string) => {
      const anchor = anchors.find(({ quote }) => quote.exact === words);
      return [anchor?.state, anchor?.target && text.slice(anchor.target.startUtf16, anchor.target.endUtf16)];
    };
    expect(anchors).toHaveLength(built.records.quotes.length);
    expect(stateOf('Ferries stop for a week')).toEqual(['ANCHORED', 'Ferries stop for a week']);
    expect(stateOf('ice 🧊 in the locks')).toEqual(['ANCHORED', 'ice 🧊 in the locks']);
    expect(stateOf('We had no choice,')).toEqual(['MOVED', 'We had no choice,']);
    expect(stateOf('The harbour closed on Monday.')).toEqual(['ORPHANED', null]);
    expect(stateOf('The town waits.')).toEqual(['ORPHANED', null]);
    expect(await reviews()).toContain('The harbour closed on Monday. RETRACTED in 2');
    expect(await broken(store)).toEqual([]);
  });

  it('makes a third version of a text that returns to its first words', async () => {
    await seedFiles(store, ferries());
    await seedFiles(store, ferries({ text: `${TEXT}It snows.\n` }));
    await seedFiles(store, ferries());
    const versions = await store.prisma.articleVersion.findMany({ orderBy: { number: 'asc' } });
    expect(versions.map(({ number, text }) => [number, text === TEXT])).toEqual([
      [1, true],
      [2, false],
      [3, true],
    ]);
    expect(await broken(store)).toEqual([]);
  });

  it('leaves other articles alone, whatever folder comes first or again', async () => {
    await seedFiles(store, trains);
    const ofTrains = async () => {
      const content = await contentOf(store);
      const id = (await store.prisma.article.findUniqueOrThrow({ where: { slug: 'trains' } })).id;
      return Object.entries(content).map(([table, rows]) => [table, rows.filter((row) => row.includes(id))]);
    };
    const before = await ofTrains();
    await seedFiles(store, ferries());
    await seedFiles(store, ferries({ statements: [], text: `${TEXT}It snows.\n` }));
    expect(await ofTrains()).toEqual(before);
    expect([...(await seedFiles(store, trains)).changes]).toEqual([]);
    expect(await broken(store)).toEqual([]);
  });

  it('numbers the writes of many at once without gaps, one after the other', async () => {
    const writes = await Promise.all([seedFiles(store, trains), seedFiles(store, ferries()), seedFiles(store, trains)]);
    expect(new Set(writes.map(({ revision }) => revision))).toEqual(new Set([1, 2]));
    expect(await store.prisma.revision.findMany({ orderBy: { number: 'asc' } })).toMatchObject([
      { number: 1 },
      { number: 2 },
    ]);
    expect(await broken(store)).toEqual([]);
  });

  it('tells its progress up to the last row', async () => {
    const told: [string, number, number][] = [];
    const { changes } = await withFolder(ferries(), (folder) =>
      seed(store, folder, (...progress) => told.push(progress)),
    );
    const total = [...changes.values()].reduce((sum, size) => sum + size, 0);
    expect(told.at(-1)?.slice(1)).toEqual([total, total]);
    expect(told.map(([, done]) => done)).toEqual(told.map(([, done]) => done).sort((a, b) => a - b));
  });
});

describe('the corpus of the package', () => {
  it('has the same rows with the same ids on every kind of store, and twice gives nothing new', async () => {
    const contents = [];
    for (const { open } of STORES) {
      const store = await open();
      await seed(store, OWN_SEEDS);
      contents.push(await contentOf(store));
      const again = await seed(store, OWN_SEEDS);
      expect([again.revision, [...again.changes]]).toEqual([1, []]);
      await store.close();
    }
    for (const content of contents) expect(content).toEqual(contents[0]);
    expect(contents[0]?.['statement']?.length).toBeGreaterThan(100);
  });
});
