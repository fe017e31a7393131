import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { OWN_SEEDS } from '../../src/cli/commands/seed.ts';
import { seed, type Seeding } from '../../src/ingest/seed.ts';
import { openMemoryStore } from '../../src/store/open-embedded-store.ts';
import { independentSourcesOfStatements } from '../../src/store/read/independent-sources.ts';
import type { Store } from '../../src/store/store.ts';
import { article, withFolder } from '../support/seed-folder.ts';

/** What people have written of statements and articles together; the rest of the seeds is of each article alone. */
const LINKS = ['utterances', 'relations', 'derivations'].map((name) => `annotations/${name}.yaml`);

/** Statements that their words alone put together, with the speaker of the utterance. */
const FOUND: readonly (readonly [speaker: string, ...statements: string[]])[] = [
  ['nk-news', '000/contact-increased', '004/contact-increased'],
  ['donetsk-separatists', '000/gratitude', '004/gratitude'],
  ['kim-jong-un', '000/greeting-achievements', '003/greeting-achievements'],
  ['kim-jong-un', '000/greeting-support', '003/greeting-support'],
  ['rodong-sinmun', '000/greetings-sent', '004/greetings-sent'],
  ['donetsk-peoples-republic', '000/meeting-devoted', '004/meeting-devoted'],
  ['donetsk-separatists', '000/moscow-meeting', '004/moscow-meeting'],
  ['donetsk-peoples-republic', '000/particular-attention', '004/particular-attention'],
  ['vladimir-putin', '000/ukraine-created-by-russia', '004/ukraine-created-by-russia'],
  ['vladimir-putin', '000/ukraine-lacked-traditions', '004/ukraine-lacked-traditions'],
  ['alexander-matsegora', '001/korean-builders-help', '002/highly-qualified-workers'],
];
const DENIAL = ['002/ministry-denied-reports', 'CONTRADICTS', '002/volunteers-ready-to-come'];

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

/** A copy of the seeds without what joins statements and articles, and with some files written anew. */
async function bareSeeds(files: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bare-seeds-'));
  folders.push(folder);
  await cp(OWN_SEEDS, folder, { recursive: true });
  for (const name of LINKS) await rm(join(folder, name));
  for (const [name, content] of Object.entries(files)) {
    // JSON is YAML too.
    await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

const written = async <Row>(name: string): Promise<Row[]> =>
  parse(await readFile(join(OWN_SEEDS, `annotations/${name}.yaml`), 'utf8')) as Row[];

/** A store that is asked in the words of the annotations. */
class Compared {
  readonly #keys = new Map<string, string>();
  readonly #references = new Map<string, string>();

  private constructor(readonly store: Store) {}

  static async open(): Promise<Compared> {
    return new Compared(await openMemoryStore());
  }

  async seed(folder: string): Promise<Seeding> {
    const seeding = await seed(this.store, folder);
    for (const { reference, statements } of seeding.built.articles) {
      for (const [key, { id, articleId }] of statements) {
        this.#keys.set(id, `${reference}/${key}`);
        if (!this.#references.has(articleId)) this.#references.set(articleId, reference);
      }
    }
    return seeding;
  }

  /** Utterances with more than one standing rendering: the speaker, then the statements. */
  async groups(utteranceOrigin?: 'EXTRACTED' | 'CURATED'): Promise<string[][]> {
    const utterances = await this.store.prisma.utterance.findMany({
      include: {
        speaker: true,
        renderings: { where: { review: 'ACCEPTED', ...(utteranceOrigin && { utteranceOrigin }) } },
      },
    });
    return utterances
      .filter(({ renderings }) => renderings.length > 1)
      .map(({ speaker, renderings }) => [speaker.slug, ...renderings.map(({ id }) => this.#keys.get(id) ?? '').sort()])
      .sort((a, b) => ((a[1] ?? '') < (b[1] ?? '') ? -1 : 1));
  }

  async derivations(withdrawn = false): Promise<string[][]> {
    const rows = await this.store.prisma.derivation.findMany({
      where: { withdrawnIn: withdrawn ? { not: null } : null },
      orderBy: { origin: 'asc' },
    });
    return rows.map((row) => [
      this.#references.get(row.articleId) ?? '',
      this.#references.get(row.sourceId) ?? '',
      row.origin,
    ]);
  }

  async relations(origin: 'EXTRACTED' | 'CURATED', withdrawn = false): Promise<string[][]> {
    const rows = await this.store.prisma.statementRelation.findMany({
      where: { origin, withdrawnIn: withdrawn ? { not: null } : null },
    });
    return rows
      .map(({ fromId, toId, type }) => [this.#keys.get(fromId) ?? '', type, this.#keys.get(toId) ?? ''])
      .sort();
  }

  /** How many standing passages two articles share. */
  async passages(): Promise<Record<string, number>> {
    const rows = await this.store.prisma.sharedPassage.findMany({ where: { withdrawnIn: null } });
    const counts: Record<string, number> = {};
    for (const { leftArticleId, rightArticleId } of rows) {
      const pair = [leftArticleId, rightArticleId].map((id) => this.#references.get(id) ?? '').join(' ');
      counts[pair] = (counts[pair] ?? 0) + 1;
    }
    return counts;
  }

  async independentSources(key: string): Promise<number | undefined> {
    const id = [...this.#keys].find(([, known]) => known === key)?.[0] ?? '';
    return (await independentSourcesOfStatements(this.store.sql, [id]))[0]?.count;
  }
}

describe('What a comparison finds in the corpus by itself', () => {
  let compared: Compared;
  beforeAll(async () => {
    compared = await Compared.open();
    await compared.seed(await bareSeeds());
  });
  afterAll(() => compared.store.close());

  it('puts these statements together and no others, with the innermost source that a rendering names', async () => {
    expect(await compared.groups()).toEqual(FOUND);
    expect(await compared.groups('EXTRACTED')).toEqual(FOUND);
  });

  it('puts none together that people have not put together too', async () => {
    const utterances = await written<{ renderings: string[] }>('utterances');
    for (const [, ...statements] of await compared.groups()) {
      expect(utterances.filter(({ renderings }) => statements.every((key) => renderings.includes(key)))).toHaveLength(
        1,
      );
    }
  });

  it('tells that 004 is made from 000, and what shows it', async () => {
    expect(await compared.derivations()).toEqual([['004', '000', 'EXTRACTED']]);
    const [derivation] = await compared.store.prisma.derivation.findMany();
    expect(derivation?.rationale).toMatch(
      /^In what both tell it lacks \d+ names and numbers that the other one has, which lacks \d of its own\. It tells in its own words what the other one has in quotation marks \(in \d of what both tell\)\. \d\d % of it stand in the other one, of which that is \d\d %\.$/,
    );
  });

  it('finds passages in three pairs of articles', async () => {
    const { '000 004': retold, ...others } = await compared.passages();
    expect(retold).toBeGreaterThanOrEqual(15);
    expect(others).toEqual({ '000 003': 1, '001 002': 1 });
  });

  it('finds one contradiction, the denial, which people have written down too', async () => {
    expect(await compared.relations('EXTRACTED')).toEqual([DENIAL]);
    const relations = await written<{ from: string; type: string; to: string }>('relations');
    expect(relations.map(({ from, type, to }) => [from, type, to])).toContainEqual(DENIAL);
  });

  it.each([
    ['one outlet behind two articles', '001/korean-builders-help', 1],
    ['the same, from the other article', '002/highly-qualified-workers', 1],
    ['a newspaper and an agency', '000/greeting-achievements', 2],
    ['the same, from the other article', '003/greeting-support', 2],
    ['an article and the one made from it', '000/ukraine-created-by-russia', 1],
    ['the same, from the one made from it', '004/ukraine-created-by-russia', 1],
    ['what nobody else tells', '002/kirby-putin-isolated', 1],
  ])('counts independent sources by it: %s', async (_, key, expected) => {
    expect(await compared.independentSources(key)).toBe(expected);
  });
});

describe('What people have written, beside what is found', () => {
  let curated: Compared;
  beforeAll(async () => {
    curated = await Compared.open();
    await curated.seed(OWN_SEEDS);
  });
  afterAll(() => curated.store.close());

  it('is not doubled', async () => {
    expect(await curated.derivations()).toEqual([['004', '000', 'CURATED']]);
    expect(await curated.relations('EXTRACTED')).toEqual([]);
    expect(await curated.groups('EXTRACTED')).toEqual([]);
    const utterances = await written<{ speaker: string; renderings: string[] }>('utterances');
    const groups = await curated.groups('CURATED');
    expect(groups.map((group) => group.join(' ')).sort()).toEqual(
      utterances.map(({ speaker, renderings }) => [speaker, ...renderings.sort()].join(' ')).sort(),
    );
  });

  it('leaves the passages, which nobody writes down', async () => {
    expect(await curated.passages()).toMatchObject({ '000 003': 1, '001 002': 1 });
  });

  describe('when it comes later', () => {
    let later: Compared;
    beforeAll(async () => {
      later = await Compared.open();
      await later.seed(await bareSeeds());
    });
    afterAll(() => later.store.close());

    it('takes the place of what was found', async () => {
      const { revision } = await later.seed(OWN_SEEDS);
      expect(revision).toBe(2);
      expect(await later.derivations()).toEqual(await curated.derivations());
      expect(await later.relations('EXTRACTED')).toEqual([]);
      expect(await later.relations('CURATED')).toEqual(await curated.relations('CURATED'));
      expect(await later.groups()).toEqual(await curated.groups());
      expect(await later.passages()).toEqual(await curated.passages());
      const derivations = await later.store.prisma.derivation.findMany();
      const [derivation] = await written<{ rationale: string }>('derivations');
      expect(derivations).toMatchObject([{ rationale: derivation?.rationale, origin: 'CURATED', withdrawnIn: null }]);
      expect((await later.seed(OWN_SEEDS)).revision).toBe(2);
    });

    it('goes again: utterances are found anew, and what people took back is not put forward again', async () => {
      const bare = await bareSeeds();
      await later.seed(bare);
      expect(await later.groups('EXTRACTED')).toEqual(FOUND);
      expect(await later.groups('CURATED')).toEqual([]);
      expect(await later.derivations()).toEqual([]);
      expect(await later.derivations(true)).toEqual([['004', '000', 'CURATED']]);
      expect([...(await later.relations('EXTRACTED')), ...(await later.relations('CURATED'))]).toEqual([]);
      expect((await later.seed(bare)).revision).toBe(3);
    });
  });

  it('stands above what was found, though it says the reverse', async () => {
    const store = await Compared.open();
    await store.seed(await bareSeeds());
    const [from, type, to] = DENIAL;
    await store.seed(
      await bareSeeds({
        'annotations/relations.yaml': [{ from: to, type, to: from, rationale: 'Each denies the other.' }],
        'annotations/derivations.yaml': [{ article: '000', drawsOn: '004', rationale: 'They say so.' }],
      }),
    );
    expect(await store.derivations()).toEqual([['000', '004', 'CURATED']]);
    expect(await store.derivations(true)).toEqual([['004', '000', 'EXTRACTED']]);
    expect(await store.relations('CURATED')).toEqual([[to, type, from]]);
    expect(await store.relations('EXTRACTED')).toEqual([]);
    expect(await store.relations('EXTRACTED', true)).toEqual([DENIAL]);
    await store.store.close();
  });
});

describe('What was found of a text', () => {
  let compared: Compared;
  beforeAll(async () => {
    compared = await Compared.open();
    await compared.seed(await bareSeeds());
  });
  afterAll(() => compared.store.close());

  /** 004 about something else, in a folder of its own. */
  const OTHER_MATTER = article(
    'kim-may-side-with-putin',
    'Bakers pay twice\n\nBread rolls cost more in Lindau Bay.\n',
    {
      statements: [{ key: 'rolls', text: 'Bread rolls cost more.', content: 'Bread rolls cost more in Lindau Bay.' }],
    },
  );

  it('is withdrawn when the text tells something else, and the rest stays', async () => {
    await withFolder(OTHER_MATTER, (folder) => compared.seed(folder));
    expect(await compared.groups()).toEqual(FOUND.filter((group) => !group.some((key) => key.startsWith('004/'))));
    expect(await compared.derivations()).toEqual([]);
    expect(await compared.derivations(true)).toEqual([['004', '000', 'EXTRACTED']]);
    expect(await compared.passages()).toEqual({ '000 003': 1, '001 002': 1 });
    expect(await compared.relations('EXTRACTED')).toEqual([DENIAL]);
    expect(await compared.independentSources('000/ukraine-created-by-russia')).toBe(1);
  });

  it('is found again when the text returns', async () => {
    await compared.seed(await bareSeeds());
    expect(await compared.groups()).toEqual(FOUND);
    expect(await compared.derivations()).toEqual([['004', '000', 'EXTRACTED']]);
    expect(await compared.derivations(true)).toEqual([]);
    expect(await compared.passages()).toMatchObject({ '000 003': 1, '001 002': 1 });
    expect((await compared.passages())['000 004']).toBeGreaterThanOrEqual(15);
  });
});
