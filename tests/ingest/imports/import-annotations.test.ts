import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { identify } from '../../../src/domain/identity.ts';
import { OWN_SEEDS } from '../../../src/cli/commands/seed.ts';
import { extract } from '../../../src/extract/extract.ts';
import { ingestArticles } from '../../../src/ingest/ingest-articles.ts';
import {
  importAnnotations,
  type ImportedAnnotation,
  type ImportOptions,
} from '../../../src/ingest/imports/import-annotations.ts';
import { readAnnotations } from '../../../src/ingest/imports/read-annotations.ts';
import { seed } from '../../../src/ingest/seed.ts';
import type { BadSource } from '../../../src/ingest/sources/incoming-article.ts';
import { openMemoryStore } from '../../../src/store/open-embedded-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { verifyStore } from '../../../src/store/verify/verify-store.ts';
import { COMMAND_LINE, lastNumbers } from '../../../src/store/write-transaction.ts';
import { exportOf } from '../../support/exports/written.ts';
import { extracted } from '../../support/incoming.ts';
import { refusal } from '../../support/refusal.ts';
import { withFolder, type SeedFiles } from '../../support/seed-folder.ts';
import { ferries, STATEMENTS } from '../../support/small-seeds.ts';
import { STORES } from '../../support/stores.ts';

const OPTIONS: ImportOptions = { article: null, isNarration: false, isAccepted: false, strict: false, dryRun: false };
const URL = 'https://one.example/rain?id=1';
const RAIN = `Rain in Alm

It rains in Alm 🧊. The town waits for the sun. The mayor said that the dam would hold. “The dam will hold for a year,” Ada Holm said.

Boats lie at the quay. The town waits.

Boats lie at the quay.
`;

interface Marked {
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** An annotation as Hypothes.is exports it, of words of the article about rain. */
const note = (text: string, marked: Marked, tags: readonly string[] = [], uri = URL): object => ({
  id: 'a1',
  user: 'acct:ann@hypothes.is',
  uri,
  text,
  tags,
  target: [
    {
      source: uri,
      selector: [
        { type: 'TextPositionSelector', start: 5_000, end: 5_010 },
        { type: 'TextQuoteSelector', ...marked },
      ],
    },
  ],
});

describe.each(STORES)('Annotations that are imported into the $kind store', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await withFolder(ferries(), (folder) => seed(store, folder));
    await ingestArticles(store, COMMAND_LINE, [extracted('rain.txt', RAIN, { url: URL, slug: 'rain' })]);
  });
  afterAll(async () => {
    const broken: unknown[] = [];
    const holds = await verifyStore(store.sql, (result) => {
      if (result.broken > 0) broken.push(result);
    });
    await store.close();
    expect([holds, broken]).toEqual([true, []]);
  });

  const take = (content: unknown, options: Partial<ImportOptions> = {}, into = store) =>
    importAnnotations(
      into,
      COMMAND_LINE,
      'notes.json',
      readAnnotations(typeof content === 'string' ? content : JSON.stringify(content), 'notes.json'),
      { ...OPTIONS, ...options },
    );
  const only = async (
    annotation: object,
    options: Partial<ImportOptions> = {},
  ): Promise<ImportedAnnotation & BadSource> => {
    const outcomes = await take([annotation], options);
    expect(outcomes).toHaveLength(1);
    return outcomes[0] as ImportedAnnotation & BadSource;
  };
  const revision = async () => (await lastNumbers(store.prisma)).revision;
  const stored = (id: string) =>
    store.prisma.statement.findUniqueOrThrow({
      where: { id },
      include: {
        content: { include: { quote: true }, orderBy: { ordinal: 'asc' } },
        attribution: { include: { actor: true, cue: true, source: true }, orderBy: { position: 'asc' } },
      },
    });
  /** Who told whom, each with the words that name it and those that tell that it was said. */
  const chainOf = async (id: string) =>
    (await stored(id)).attribution.map(({ actor, role, source, cue }) => [role, actor.slug, source?.exact, cue?.exact]);

  it('are proposals with exact words, in one revision that tells where they come from', async () => {
    const before = await revision();
    const outcomes = await take({
      export_userid: 'acct:ann@hypothes.is',
      annotations: [
        note(
          'The town waits for the sun.',
          { exact: 'The town waits for the sun', prefix: 'Alm 🧊. ', suffix: '. The' },
          ['mode:NARRATION', 'x'],
        ),
        note(
          'Boats lie at the quay.',
          { exact: 'Boats lie at\n   the quay.', prefix: 'said.Menu', suffix: ' The town waits.' },
          ['mode:NARRATION'],
        ),
        note('', { exact: 'Rain' }),
      ],
    });
    const narration = { outcome: 'NEW', slug: 'rain', review: 'PROPOSED' };
    expect(outcomes).toMatchObject([
      { ...narration, quotes: [{ exact: 'The town waits for the sun', start: 32, end: 58 }] },
      { ...narration, quotes: [{ exact: 'Boats lie at the quay.', start: 148, end: 170 }] },
      { skipped: true },
    ]);
    expect([...RAIN].slice(32, 58).join('')).toBe('The town waits for the sun');
    expect([...RAIN].slice(148, 170).join('')).toBe('Boats lie at the quay.');
    expect(await revision()).toBe(before + 1);
    expect(await store.prisma.revision.findUnique({ where: { number: before + 1 } })).toMatchObject({
      author: 'command line',
      summary: 'import 2 annotations of notes.json, made by acct:ann@hypothes.is',
    });
    const [first] = outcomes as ImportedAnnotation[];
    expect(await stored(first?.statementId ?? '')).toMatchObject({
      text: 'The town waits for the sun.',
      mode: 'NARRATION',
      origin: 'CURATED',
      confidence: 1,
      review: 'PROPOSED',
    });
  });

  it('twice are nothing new, also when the article has another version by then', async () => {
    const uri = 'https://one.example/wind';
    const text = RAIN.replaceAll('rain', 'wind');
    await ingestArticles(store, COMMAND_LINE, [extracted('wind.txt', text, { url: uri, slug: 'wind' })]);
    const annotations = [
      note('The town waits.', { exact: 'The town waits for the sun' }, ['mode:NARRATION'], uri),
      note('So it is.', { exact: 'The dam will hold for a year,' }, ['mode:DIRECT', 'speaker:nils-holm=Ada Holm'], uri),
    ];
    const outcomesOf = async (all: readonly object[]) =>
      (await take(all)).map((one) => 'outcome' in one && one.outcome);
    expect(await outcomesOf([...annotations, ...annotations])).toEqual(['NEW', 'NEW', 'KNOWN', 'KNOWN']);
    const after = await revision();
    expect(await outcomesOf(annotations)).toEqual(['KNOWN', 'KNOWN']);
    expect(await revision()).toBe(after);
    await ingestArticles(store, COMMAND_LINE, [extracted('wind.txt', `News. ${text}`, { url: uri, slug: 'wind' })]);
    expect(await outcomesOf(annotations)).toEqual(['KNOWN', 'KNOWN']);
    expect(await revision()).toBe(after + 1);
  });

  it('are accepted at once only when that is asked for, and only shown when that is', async () => {
    const annotation = note('Boats wait.', { exact: 'The town waits for the sun' }, ['mode:narration']);
    const before = await revision();
    expect(await only(annotation, { dryRun: true })).toMatchObject({ outcome: 'NEW', review: 'PROPOSED' });
    expect(await revision()).toBe(before);
    expect(await only(annotation, { isAccepted: true })).toMatchObject({ outcome: 'NEW', review: 'ACCEPTED' });
    expect(await only(annotation)).toMatchObject({ outcome: 'KNOWN', review: 'ACCEPTED' });
  });

  it('give their words to those whom tags name, from the article inwards', async () => {
    const { statementId } = await only(
      note('The dam holds.', { exact: 'The dam will hold for a year,' }, [
        'mode:DIRECT',
        'polarity:negated',
        'certainty:PROBABLE',
        'outlet:ada-berg=The mayor',
        'cue:said that',
        'speaker:nils-holm=Ada Holm',
        'cue:said',
      ]),
    );
    expect((await chainOf(statementId)).slice(1)).toEqual([
      ['OUTLET', 'ada-berg', 'The mayor', 'said that'],
      ['SPEAKER', 'nils-holm', 'Ada Holm', 'said'],
    ]);
    expect(await stored(statementId)).toMatchObject({ mode: 'DIRECT', polarity: 'NEGATED', certainty: 'PROBABLE' });
  });

  it.each<[string, object, Partial<ImportOptions>, string]>([
    [
      'that do not tell who speaks',
      note('So.', { exact: 'The town waits for the sun' }),
      {},
      'it does not tell who says this',
    ],
    [
      'within quotation marks, for narration',
      note('So.', { exact: 'The dam will hold for a year' }),
      { isNarration: true },
      'stand within quotation marks',
    ],
    [
      'with a speaker and no mode',
      note('So.', { exact: 'It rains' }, ['speaker:nils-holm=Ada']),
      { isNarration: true },
      'does not tell how the words are given',
    ],
    [
      'with a mode and no speaker',
      note('So.', { exact: 'It rains' }, ['mode:DIRECT']),
      { isNarration: true },
      'it does not tell who says this',
    ],
    [
      'of narration with a speaker',
      note('So.', { exact: 'It rains' }, ['mode:NARRATION', 'speaker:nils-holm=Ada']),
      {},
      'has no speaker',
    ],
    [
      'of a speaker whom nobody knows',
      note('So.', { exact: 'It rains' }, ['mode:DIRECT', 'speaker:nobody=Ada Holm']),
      {},
      'there is no actor of the slug nobody',
    ],
    [
      'of a speaker without words',
      note('So.', { exact: 'It rains' }, ['mode:DIRECT', 'speaker:nils-holm']),
      {},
      'a hop needs the words that show it',
    ],
    [
      'of a speaker by words that are not there',
      note('So.', { exact: 'It rains' }, ['mode:DIRECT', 'speaker:nils-holm=Nils']),
      {},
      '"Nils" does not stand in the current text of rain',
    ],
    [
      'of a wire alone',
      note('So.', { exact: 'It rains' }, ['mode:DIRECT', 'wire:nils-holm=Ada']),
      {},
      'the last hop is the SPEAKER',
    ],
    [
      'of words that are not there',
      note('So.', { exact: 'It rains in Bru' }),
      {},
      '"It rains in Bru" does not stand in the current text of rain. Nearest:\n    line 1, column 6: in Alm  It rains',
    ],
    [
      'of words that stand there negated',
      note('So.', { exact: 'The dam will not hold' }),
      {},
      'does not stand in the current text',
    ],
    [
      'of words that stand between others',
      note('So.', { exact: 'the dam would hold', prefix: 'denied that ' }),
      {},
      'but not between the words that the annotation has around it',
    ],
    [
      'of words that stand twice',
      note('So.', { exact: 'Boats lie at the quay.' }),
      {},
      'stands in 2 places of the current text of rain, and nothing tells which one is meant',
    ],
    ['of a part of a word', note('So.', { exact: 'uay. The' }), {}, 'within longer words'],
    [
      'of a page that is not there',
      note('So.', { exact: 'It rains' }, [], 'https://two.example/rain'),
      {},
      'there is no article of "https://two.example/rain" in this store',
    ],
    [
      'of a page with another query',
      note('So.', { exact: 'It rains' }, [], 'https://one.example/rain?id=2'),
      {},
      'there is no article of',
    ],
    [
      'of another article than was said',
      note('So.', { exact: 'It rains' }),
      { article: 'ferries' },
      'it is of the article rain, and not of ferries',
    ],
  ])('are refused: words %s', async (_, annotation, options, message) => {
    const before = await revision();
    const outcome = await only(annotation, options);
    expect(outcome).toMatchObject({ place: 'notes.json#/0', skipped: false });
    expect(outcome.message).toMatch(/^notes\.json#\/0: /);
    expect(outcome.message).toContain(message);
    expect(await revision()).toBe(before);
  });

  it('are of the article whose address is theirs, at a place of it too, or of the one that was said', async () => {
    const of = (uri: string) => note('It rains.', { exact: 'It rains' }, ['mode:NARRATION'], uri);
    expect(await only(of(`${URL}#:~:text=rains`))).toMatchObject({ outcome: 'NEW', slug: 'rain' });
    expect(await only(of('urn:x-pdf:8f2'), { article: 'rain' })).toMatchObject({ outcome: 'KNOWN', slug: 'rain' });
    expect(await only(of(`urn:uuid:${identify('Article', 'rain')}`))).toMatchObject({ outcome: 'KNOWN' });
    expect(await only(of(URL), { article: identify('Article', 'rain') })).toMatchObject({ outcome: 'KNOWN' });
    await expect(only(of(URL), { article: 'snow' })).rejects.toThrow('There is no article "snow" in this store.');
  });

  it('may be several parts of one article, and of no two', async () => {
    const part = (exact: string, source = URL) => ({ source, selector: { type: 'TextQuoteSelector', exact } });
    const of = (...target: object[]) => ({
      type: 'Annotation',
      body: [{ value: 'It rains and the town waits.' }, { value: 'mode:NARRATION', purpose: 'tagging' }],
      target,
    });
    const { quotes } = await only(of(part('It rains'), part('The town waits for the sun')));
    expect(quotes.map(({ exact }) => exact)).toEqual(['It rains', 'The town waits for the sun']);
    const ferriesName = `urn:uuid:${identify('Article', 'ferries')}`;
    expect((await only(of(part('It rains'), part('The town waits.', ferriesName)))).message).toContain(
      'it is of two articles, rain and ferries',
    );
    expect((await only(of(part('It rains'), part('It rains')))).message).toContain('the same words are given twice');
  });

  it('are all of them recorded or none, if that is asked for', async () => {
    const good = note('Rain falls.', { exact: 'It rains' }, ['mode:NARRATION']);
    const before = await revision();
    await expect(take([good, note('So.', { exact: 'It snows' })], { strict: true })).rejects.toThrow(
      refusal('Nothing of this file was recorded.'),
    );
    expect(await revision()).toBe(before);
    expect(await take([good, note('', { exact: 'It rains' })], { strict: true })).toMatchObject([
      { outcome: 'NEW' },
      { skipped: true },
    ]);
  });

  describe('from an export of Verbatim', () => {
    /** The export of the ferries, as it may have been changed since. */
    const exported = async (change: (line: string) => string = (line) => line) =>
      (await exportOf('jsonld', store, await revision())).split('\n').map(change).join('\n');
    const withoutStatements = async (): Promise<Store> => {
      const other = await open();
      await withFolder(ferries({ statements: [] }), (folder) => seed(other, folder));
      return other;
    };

    let empty: Store;
    beforeAll(async () => {
      empty = await withoutStatements();
    });
    afterAll(() => empty.close());

    it('are known in the store that they come from', async () => {
      const outcomes = await take(await exported());
      expect(outcomes.length).toBeGreaterThan(STATEMENTS.length);
      expect(outcomes.map((one) => 'outcome' in one && one.outcome)).toEqual(outcomes.map(() => 'KNOWN'));
    });

    it('are the same statements in one that has the article, and those of other articles are told', async () => {
      const other = await withoutStatements();
      const outcomes = await take(await exported(), { isAccepted: true }, other);
      const of = (from: Store) =>
        from.prisma.statement.findMany({
          where: { article: { slug: 'ferries' } },
          select: { id: true, text: true, origin: true, confidence: true, content: { select: { quoteId: true } } },
          orderBy: { id: 'asc' },
        });
      expect(await of(other)).toEqual(await of(store));
      expect(outcomes.filter((one) => 'message' in one).map(({ message }) => message)).toEqual(
        outcomes
          .filter((one) => 'message' in one)
          .map(() => expect.stringContaining('there is no article of "https://one.example/') as string),
      );
      await other.close();
    });

    it('keep their origin and confidence, and introduce those whom the text names', async () => {
      const other = await open();
      const { incoming } = extracted('other.txt', `Rain again. ${RAIN}`, { url: URL, slug: 'rain-again' });
      await ingestArticles(other, COMMAND_LINE, [{ incoming, extraction: extract('') }]);
      await take(await exported(), {}, other);
      const of = (from: Store, slug: string) =>
        from.prisma.statement.findMany({
          where: { article: { slug }, origin: 'EXTRACTED' },
          select: { text: true, confidence: true, review: true, speaker: { select: { slug: true, name: true } } },
          orderBy: { text: 'asc' },
        });
      const made = await of(other, 'rain-again');
      expect(made).toEqual(await of(store, 'rain'));
      expect(made.map(({ speaker }) => speaker.slug).sort()).toEqual(['ada-holm', 'the-mayor-in-rain']);
      await other.close();
    });

    it.each<[string, (line: string) => string, string]>([
      [
        'a position that is another one',
        (line) => line.replace('"start":60,', '"start":59,'),
        'does not stand at code points 59 to',
      ],
      [
        'a position beyond the text',
        (line) => line.replace(/"start":60,"end":\d+/, '"start":590000,"end":590010'),
        'there is ""',
      ],
      [
        'words that are others',
        (line) => line.replaceAll('"exact":"The harbour closed on Monday."', '"exact":"The harbour opened on Monday."'),
        'there is "The harbour closed on Monday."',
      ],
      [
        'an actor of the same slug who is another one',
        (line) => line.replace('"name":"Nils Holm"', '"name":"Nina Holm"'),
        'the actor nils-holm is "Nina Holm" (PERSON) in the file, and "Nils Holm" (PERSON) in this store',
      ],
      [
        'an actor that is not in the file',
        (line) => line.replace('"slug":"nils-holm",', ''),
        'the file does not tell who "urn:uuid:',
      ],
      [
        'a speaker who is not the last of the chain',
        (line) => line.replace(/"author":"urn:uuid:[0-9a-f-]+"/, '"author":"urn:uuid:x"'),
        'does not lead from position 0 to its author',
      ],
      [
        'narration that somebody says',
        (line) => line.replace('"mode":"DIRECT"', '"mode":"NARRATION"'),
        'NARRATION is said by the article’s own voice alone',
      ],
      [
        'a mode that there is not',
        (line) => line.replace('"mode":"DIRECT"', '"mode":"QUOTED"'),
        'mode: Invalid option',
      ],
      [
        'confidence that is none',
        (line) => line.replace('"confidence":"1"', '"confidence":"2"'),
        'confidence: Too big',
      ],
    ])('are refused with %s', async (_, change, message) => {
      const file = await exported(change);
      expect(file === (await exported())).toBe(false);
      const messages = (await take(file, { dryRun: true }, empty)).flatMap((one) =>
        'message' in one ? [one.message] : [],
      );
      expect(messages.join('\n')).toContain(message);
    });

    it('are refused when the store has another statement of their id', async () => {
      const file = await exported((line) =>
        line.replace('"text":"The town waits.","author"', '"text":"The town sleeps.","author"'),
      );
      const messages = (await take(file)).flatMap((one) => ('message' in one ? [one.message] : []));
      expect(messages.length).toBeGreaterThan(0);
      for (const message of messages) expect(message).toContain('the store has another statement of the id');
    });
  });
});

/** The seeds of the project without what is said in their articles. */
async function ownArticles(): Promise<SeedFiles> {
  const files: Record<string, unknown> = {};
  for (const entry of await readdir(OWN_SEEDS, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith('.md')) continue;
    const path = `${entry.parentPath}/${entry.name}`;
    const name = path.slice(OWN_SEEDS.length).replace(/^\//, '');
    const content = await readFile(path, 'utf8');
    if (name.startsWith('annotations/articles/')) {
      files[name] = { ...(parse(content) as object), statements: [] };
    } else if (!/(?:utterances|relations)\.yaml$/.test(name)) files[name] = content;
  }
  return files;
}

describe('The statements of the corpus', () => {
  it('go through an export and an import to the letter, with their words, chains and dates', async () => {
    const [from, into] = [await openMemoryStore(), await openMemoryStore()];
    await seed(from, OWN_SEEDS);
    await withFolder(await ownArticles(), (folder) => seed(into, folder));
    const file = await exportOf('jsonld', from, (await lastNumbers(from.prisma)).revision);
    const outcomes = await importAnnotations(into, COMMAND_LINE, 'a', readAnnotations(file, 'a'), {
      ...OPTIONS,
      isAccepted: true,
    });
    const said = await from.prisma.statement.count();
    expect(outcomes.filter((one) => 'outcome' in one && one.outcome === 'NEW')).toHaveLength(said);
    expect(said).toBeGreaterThan(200);
    const all = (store: Store) =>
      store.prisma.statement.findMany({
        select: {
          id: true,
          text: true,
          saidId: true,
          speakerId: true,
          content: { include: { quote: { omit: { recordedIn: true } } }, orderBy: { ordinal: 'asc' } },
          attribution: { orderBy: { position: 'asc' } },
        },
        orderBy: { id: 'asc' },
      });
    expect(await all(into)).toEqual(await all(from));
    await from.close();
    await into.close();
  });
});
