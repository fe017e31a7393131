import { OWN_SEEDS } from '../../src/cli/commands/seed.ts';
import { EXPORT_FORMATS, type ExportFormatName } from '../../src/export/export-formats.ts';
import { seed } from '../../src/ingest/seed.ts';
import { mergeActors } from '../../src/store/review/merge-actors.ts';
import { corpusAt } from '../../src/store/export/corpus-at.ts';
import type { Store } from '../../src/store/store.ts';
import { COMMAND_LINE } from '../../src/store/write-transaction.ts';
import { ChangingCorpus } from '../support/changing-corpus.ts';
import { readCsv } from '../support/exports/read-csv.ts';
import { readGraphml } from '../support/exports/read-graphml.ts';
import { objectsOf, readJsonLd } from '../support/exports/read-json-ld.ts';
import { readProvJson } from '../support/exports/read-prov-json.ts';
import { exportOf } from '../support/exports/written.ts';
import { ferries } from '../support/small-seeds.ts';
import { STORES } from '../support/stores.ts';
import { recordVariety } from '../support/varied-corpus.ts';

const [OA, PROV, SCHEMA, TERMS] = [
  'http://www.w3.org/ns/oa#',
  'http://www.w3.org/ns/prov#',
  'https://schema.org/',
  'urn:x-verbatim:terms:',
];
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const NAMES = Object.keys(EXPORT_FORMATS) as ExportFormatName[];
const STANDING = { review: { in: ['PROPOSED', 'ACCEPTED'] as const } };

/** Code points, counted by the language itself and not by the code that is tested. */
const slice = (text: string, start: number, end: number): string => [...text].slice(start, end).join('');

const CORPORA: [name: string, fill: (store: Store) => Promise<number>][] = [
  ['the corpus that comes along', async (store) => (await seed(store, OWN_SEEDS)).revision],
  ['writes of every kind', recordVariety],
];

describe.each(STORES)('exports of the $kind store', ({ open }) => {
  describe.each(CORPORA)('of %s', (_, fill) => {
    let store: Store;
    let revision: number;
    let texts: ReadonlyMap<string, string>;
    beforeAll(async () => {
      store = await open();
      revision = await fill(store);
      const versions = await store.prisma.articleVersion.findMany();
      texts = new Map(versions.map(({ id, text }) => [id, text]));
    });
    afterAll(() => store.close());
    const standing = () =>
      store.prisma.statement.findMany({
        where: { review: { in: [...STANDING.review.in] } },
        include: {
          content: { orderBy: { ordinal: 'asc' }, include: { quote: true } },
          attribution: { orderBy: { position: 'asc' }, include: { actor: { include: { mergedInto: true } } } },
        },
        orderBy: [{ articleOrdinal: 'asc' }, { position: 'asc' }, { id: 'asc' }],
      });

    it('is a row of CSV for each statement and quote, with its very words', async () => {
      const rows = readCsv(await exportOf('csv', store, revision));
      const expected = (await standing()).flatMap((statement) =>
        statement.content.map(({ quote }) => [statement.id, statement.text, quote.id, quote.exact]),
      );
      expect(expected.length).toBeGreaterThan(3);
      expect(rows.map((row) => [row['statement'], row['text'], row['quote'], row['exact']])).toEqual(expected);
      for (const row of rows) {
        const text = texts.get(row['version'] ?? '') ?? '';
        expect(slice(text, Number(row['start']), Number(row['end']))).toBe(row['exact']);
        expect(text.slice(Number(row['start_utf16']), Number(row['end_utf16']))).toBe(row['exact']);
        expect(slice(text, 0, Number(row['start'])).endsWith(row['prefix'] ?? '?')).toBe(true);
        expect(row['chain']).toMatch(/^[A-Z]+:[\w-]+(?: > [A-Z]+:[\w-]+)*$/);
        expect(row['chain']?.endsWith(`:${row['speaker'] ?? '?'}`)).toBe(true);
      }
    });

    it('is JSON-LD whose annotations select their words by both selectors', async () => {
      const triples = await readJsonLd(await exportOf('jsonld', store, revision));
      const of = objectsOf(triples);
      const statements = await standing();
      const annotations = triples.filter(
        ({ predicate, object }) => predicate.value === RDF_TYPE && object.value === `${OA}Annotation`,
      );
      expect(annotations).toHaveLength(statements.length);
      for (const statement of statements) {
        const claim = `urn:uuid:${statement.id}`;
        const annotation = `${claim}#annotation`;
        expect(of(annotation, `${OA}hasBody`)).toEqual([claim]);
        expect(of(claim, `${SCHEMA}text`)).toEqual([statement.text]);
        expect(of(claim, `${SCHEMA}author`)).toEqual([`urn:uuid:${statement.speakerId}`]);
        const targets = of(annotation, `${OA}hasTarget`);
        expect(new Set(targets)).toEqual(new Set(statement.content.map(({ quoteId }) => `urn:uuid:${quoteId}`)));
        expect(of(claim, `${PROV}qualifiedAttribution`)).toHaveLength(statement.attribution.length);
        if (statement.mode === 'DIRECT')
          for (const target of targets) expect(of(target, RDF_TYPE)).toContain(`${SCHEMA}Quotation`);
      }
      const sources = triples.filter(({ predicate }) => predicate.value === `${OA}hasSource`);
      expect(sources.length).toBeGreaterThan(3);
      for (const { subject, object } of sources) {
        const [text = ''] = of(object.value, `${SCHEMA}text`);
        expect(texts.get(object.value.replace('urn:uuid:', ''))).toBe(text);
        const selectors = of(subject.value, `${OA}hasSelector`);
        const exact = selectors.flatMap((selector) => of(selector, `${OA}exact`));
        const positions = selectors.filter((selector) => of(selector, `${OA}start`).length > 0);
        expect(exact.length).toBeGreaterThan(0);
        for (const position of positions) {
          const [start, end] = [of(position, `${OA}start`)[0], of(position, `${OA}end`)[0]];
          for (const words of exact) expect(slice(text, Number(start), Number(end))).toBe(words);
        }
        expect(of(subject.value, `${PROV}wasQuotedFrom`)).toEqual([object.value]);
      }
      expect(of(`urn:uuid:${statements[0]?.id ?? ''}`, `${TERMS}mode`)).toEqual([statements[0]?.mode]);
    });

    it('is PROV-JSON in which everything is derived from a text that is in it', async () => {
      const document = readProvJson(await exportOf('prov', store, revision));
      const statements = await standing();
      const ofType = (type: string) =>
        Object.entries(document.entity).filter(
          ([, { 'prov:type': given }]) => (given as { $: string }).$ === `verbatim:${type}`,
        );
      expect(ofType('Statement').map(([key]) => key)).toEqual(statements.map(({ id }) => `uuid:${id}`));
      expect(ofType('ArticleVersion')).toHaveLength(texts.size);
      expect(Object.keys(document.wasAttributedTo)).toHaveLength(
        statements.reduce((sum, { attribution }) => sum + attribution.length, 0),
      );
      const quotedFrom = new Map(
        Object.values(document.wasDerivedFrom)
          .filter((derivation) => (derivation['prov:type'] as { $?: string } | undefined)?.$ === 'prov:Quotation')
          .map((derivation) => [derivation['prov:generatedEntity'], String(derivation['prov:usedEntity'])]),
      );
      const quotes = ofType('Quote');
      expect(new Set(quotes.map(([key]) => key))).toEqual(
        new Set(statements.flatMap(({ content }) => content.map(({ quoteId }) => `uuid:${quoteId}`))),
      );
      for (const [key, quote] of quotes) {
        const text = texts.get(quotedFrom.get(key)?.replace('uuid:', '') ?? '') ?? '';
        expect(slice(text, Number(quote['verbatim:start']), Number(quote['verbatim:end']))).toBe(quote['prov:value']);
      }
    });

    it('is GraphML in which an edge weighs as many statements as go its way', async () => {
      const graph = readGraphml(await exportOf('graphml', store, revision));
      const actors = await store.prisma.actor.findMany({ where: { mergedIntoId: null } });
      expect(new Map(graph.mapNodes((id, node) => [id, JSON.parse(node.name)]))).toEqual(
        new Map(actors.map(({ id, name }) => [id, name])),
      );
      const pairs = new Map<string, Set<string>>();
      for (const { id, attribution } of await standing()) {
        attribution.slice(1).forEach(({ actor }, index) => {
          const before = attribution[index]?.actor;
          const key = [before, actor].map((one) => one?.mergedInto?.id ?? one?.id).join(' ');
          pairs.set(key, (pairs.get(key) ?? new Set()).add(id));
        });
      }
      expect(new Map(graph.mapEdges((_edge, { weight }, from, to) => [`${from} ${to}`, weight]))).toEqual(
        new Map([...pairs].map(([key, statements]) => [key, statements.size])),
      );
      expect(pairs.size).toBeGreaterThan(0);
    });

    it.each(NAMES)('is the same however long its pages are: %s', async (name) => {
      const whole = await exportOf(name, store, revision);
      expect(await exportOf(name, store, revision, 3)).toBe(whole);
    });

    it.each(NAMES)('of nothing is a file too: %s', async (name) => {
      const file = await exportOf(name, store, 0);
      if (name === 'csv') expect(readCsv(file)).toEqual([]);
      if (name === 'jsonld') expect(await readJsonLd(file)).toHaveLength(3);
      if (name === 'prov') expect(readProvJson(file)).toMatchObject({ entity: {}, wasDerivedFrom: {} });
      if (name === 'graphml') expect(readGraphml(file).order).toBe(0);
    });
  });

  it.each(NAMES)('shows one revision, whatever is written meanwhile: %s', async (name) => {
    const store = await open();
    const corpus = new ChangingCorpus(store);
    await corpus.sow(ferries());
    const revision = await corpus.bringIn('quay', 'At the quay\n\n“Ships wait,” said Nils Holm on Monday.\n');
    const before = await exportOf(name, store, revision);
    const actors = await store.prisma.actor.findMany({ orderBy: { slug: 'asc' } });
    const [ada, nils] = ['ada-berg', 'nils-holm'].map((slug) => actors.find((actor) => actor.slug === slug)?.id ?? '');
    const writes = [
      () => corpus.review('The town waits.', 'RETRACT', 'It does not.'),
      () => corpus.bringIn('quay', 'At the quay\n\n“Ships wait,” said Nils Holm on Sunday. “We too,” said Ada Berg.\n'),
      () => mergeActors(store, COMMAND_LINE, { actorId: nils ?? '', intoId: ada ?? '', reason: 'A trial.' }),
      () => corpus.correct('There is ice in the locks.', { text: 'Ice!', content: ['[[ice 🧊 in the locks]]'] }, 'So.'),
    ];
    let file = '';
    for await (const piece of EXPORT_FORMATS[name].write(await corpusAt(store.sql, revision, 1))) {
      file += piece;
      await writes.shift()?.();
    }
    expect(writes).toEqual([]);
    expect(file).toBe(before);
    expect(await exportOf(name, store, revision)).toBe(before);
    expect(await exportOf(name, store, revision + 4)).not.toBe(before);
    await store.close();
  });
});
