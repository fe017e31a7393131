import fc from 'fast-check';
import { rawCsv, readCsv } from '../support/exports/read-csv.ts';
import { all, inventedCorpus } from '../support/exports/invented-corpus.ts';
import { readGraphml } from '../support/exports/read-graphml.ts';
import { objectsOf, readJsonLd } from '../support/exports/read-json-ld.ts';
import { readProvJson } from '../support/exports/read-prov-json.ts';
import { written } from '../support/exports/written.ts';

const OA = 'http://www.w3.org/ns/oa#';
const SCHEMA = 'https://schema.org/';
/** What a spreadsheet would work out, or take for the beginning of it. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

describe('an export of hostile words', () => {
  it('gives them back from CSV, and no cell of it is a formula', async () => {
    await fc.assert(
      fc.asyncProperty(inventedCorpus, async (corpus) => {
        const file = await written('csv', corpus);
        expect(readCsv(file).map(({ exact, prefix, suffix }) => [exact, prefix, suffix])).toEqual(
          corpus.words.map(({ exact, prefix, suffix }) => [exact, prefix, suffix]),
        );
        for (const row of readCsv(file)) {
          expect([row['text'], row['speaker_name'], row['article_title'], row['article_url']]).toEqual([
            corpus.statement.text,
            corpus.actor.name,
            corpus.statement.article.title,
            corpus.statement.article.url ?? '',
          ]);
          expect([...corpus.text.text].slice(Number(row['start']), Number(row['end'])).join('')).toBe(row['exact']);
        }
        for (const cell of rawCsv(file).flatMap((row) => Object.values(row))) expect(cell).not.toMatch(FORMULA);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['a formula', '=1+1', `"'=1+1"`],
    ['a formula of wide characters', '＝1+1', `"'＝1+1"`],
    ['a tab before one', '\t=1', `"'\t=1"`],
    ['a number below zero', '-1', `"'-1"`],
    ['an apostrophe that is in the text', `'tis`, `"''tis"`],
    ['quotation marks', 'the "dam"', '"the ""dam"""'],
    ['a formula further on, which is none', 'a=1', '"a=1"'],
    ['nothing', '', '""'],
  ])('defuses so that it can be undone: %s', async (_, text, cell) => {
    const [corpus] = fc.sample(inventedCorpus, { numRuns: 1, seed: 1 });
    if (!corpus) throw new Error('no corpus');
    const statement = { ...corpus.statement, text, content: corpus.statement.content.slice(0, 1) };
    const file = await written('csv', {
      ...corpus,
      statements: all(statement),
    });
    expect(file).toContain(`"${statement.id}",${cell},"${statement.mode}"`);
    expect(readCsv(file).map((row) => row['text'])).toEqual([text]);
  });

  it('gives them back from JSON-LD', async () => {
    await fc.assert(
      fc.asyncProperty(inventedCorpus, async (corpus) => {
        const of = objectsOf(await readJsonLd(await written('jsonld', corpus)));
        expect(of(`urn:uuid:${corpus.text.id}`, `${SCHEMA}text`)).toEqual([corpus.text.text]);
        expect(of(`urn:uuid:${corpus.actor.id}`, `${SCHEMA}name`)).toEqual([corpus.actor.name]);
        for (const { id, exact, prefix, suffix } of corpus.words) {
          const selectors = of(`urn:uuid:${id}`, `${OA}hasSelector`);
          const told = (property: string) => new Set(selectors.flatMap((selector) => of(selector, OA + property)));
          expect([told('exact'), told('prefix'), told('suffix')]).toEqual([
            new Set([exact]),
            new Set([prefix]),
            new Set([suffix]),
          ]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives them back from PROV-JSON', async () => {
    await fc.assert(
      fc.asyncProperty(inventedCorpus, async (corpus) => {
        const { entity, agent } = readProvJson(await written('prov', corpus));
        for (const { id, exact } of corpus.words) expect(entity[`uuid:${id}`]?.['prov:value']).toBe(exact);
        expect(agent[`uuid:${corpus.actor.id}`]?.['prov:label']).toBe(corpus.actor.name);
      }),
      { numRuns: 400 },
    );
  });

  it('gives names back from GraphML, which is well-formed XML whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(inventedCorpus, async (corpus) => {
        const graph = readGraphml(await written('graphml', corpus));
        expect(graph.mapNodes((id, { name }) => [id, JSON.parse(name) as string])).toEqual([
          [corpus.actor.id, corpus.actor.name],
        ]);
        const label = graph.getNodeAttribute(corpus.actor.id, 'label');
        const isWritable = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;
        expect(label).toMatch(isWritable);
        if (isWritable.test(corpus.actor.name)) expect(label).toBe(corpus.actor.name);
      }),
      { numRuns: 400 },
    );
  });
});
