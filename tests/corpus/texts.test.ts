import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OWN_SEEDS } from '../../src/cli/commands/seed.ts';
import { uncovered } from '../../src/ingest/coverage.ts';
import { overlaps } from '../../src/text/span.ts';
import { OwnCorpus } from '../support/own-corpus.ts';

const SUMS: Readonly<Record<string, string>> = {
  '000_ffd23a86960ed246.txt': '62248c2ea905b9dc0ad11a3c9f0f63b584118551bc1d9418c425375dfecb8059',
  '001_999215bca39352a5.txt': '51b35f72a693930d060c12de7f7f1d62ca3390fb052386c8cd7d140d3fe2c434',
  '002_1a80bcfcb9b14346.txt': 'f326aa6f6b0681e078a5d5a5feddb587b3dff7728cac67e133f220548e688501',
  '003_489d4773b0999f51.txt': 'a670ae75ad299c41e7f82d6b36f84f01248954886a2d65a187dbff029075c31f',
  '004_79db9268550480e7.txt': '39c6c32cf02a13f08f36de53c5c0ca22b1e87c0045eab0516255a2f7b191d59c',
};
const REFERENCES = ['000', '001', '002', '003', '004'];

describe('The texts of the corpus', () => {
  it('are these five and no others', async () => {
    expect((await readdir(join(OWN_SEEDS, 'corpus'))).sort()).toEqual(Object.keys(SUMS));
  });

  it.each(Object.entries(SUMS))('%s stands byte for byte as it was found', async (name, sum) => {
    const bytes = await readFile(join(OWN_SEEDS, 'corpus', name));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sum);
  });
});

describe('The records of the corpus', () => {
  let corpus: OwnCorpus;
  beforeAll(async () => {
    corpus = await OwnCorpus.read();
  });
  const article = (reference: string) => {
    const found = corpus.built.articles.find((one) => one.reference === reference);
    if (!found) throw new Error(`no article ${reference}`);
    return found;
  };

  it('hold the texts as they stand in the files, under the sums of their bytes', () => {
    expect(corpus.built.records.versions.map((version) => version.sha256)).toEqual(Object.values(SUMS));
    for (const { text, sha256 } of corpus.built.records.versions) {
      expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(sha256);
    }
  });

  it('quote what stands at the offsets, counted in code points and in UTF-16 code units', () => {
    const texts = new Map(corpus.built.records.versions.map(({ id, text }) => [id, text]));
    expect(corpus.built.records.quotes.length).toBeGreaterThan(1_000);
    for (const quote of corpus.built.records.quotes) {
      const text = texts.get(quote.versionId) ?? '';
      expect([...text].slice(quote.start, quote.end).join('')).toBe(quote.exact);
      expect(text.slice(quote.startUtf16, quote.endUtf16)).toBe(quote.exact);
      expect(text.slice(0, quote.startUtf16).endsWith(quote.prefix)).toBe(true);
      expect(text.slice(quote.endUtf16).startsWith(quote.suffix)).toBe(true);
      expect(quote.exact).not.toBe('');
    }
  });

  it.each(REFERENCES)('%s: every sentence outside furniture is evidence of a statement', (reference) => {
    const { text } = article(reference);
    const open = uncovered(article(reference)).sentences.map(({ start, end }) => text.text.slice(start, end));
    expect(open).toEqual([]);
  });

  it.each(REFERENCES)(
    '%s: every longer quotation outside furniture is exactly the words of a content quote',
    (reference) => {
      const { text, statements, furniture } = article(reference);
      const spans = new Map(text.quotes.map((quote) => [quote.id, { start: quote.startUtf16, end: quote.endUtf16 }]));
      const content = [...statements.values()].flatMap(({ contentIds }) =>
        contentIds.flatMap((id) => spans.get(id) ?? []),
      );
      const pieces = furniture.flatMap(({ quoteId }) => spans.get(quoteId) ?? []);
      const open = text.quotations
        .filter((quotation) => !pieces.some((piece) => overlaps(piece, quotation)))
        .filter(({ start, end }) => !content.some((span) => span.start === start && span.end === end));
      expect(open.map(({ start, end }) => text.text.slice(start, end))).toEqual([]);
    },
  );

  it.each(REFERENCES)('%s: a DIRECT statement holds nothing but words in quotation marks', (reference) => {
    const { text, statements } = article(reference);
    const outside = [...statements].flatMap(([key, { mode, contentIds }]) => {
      if (mode !== 'DIRECT') return [];
      const quotes = text.quotes.filter(({ id }) => contentIds.includes(id));
      return quotes.filter((quote) => !isQuoted(text.text, quote)).map(() => key);
    });
    expect(outside).toEqual([]);
  });

  it('take no statement from furniture', () => {
    for (const { text, statements, furniture } of corpus.built.articles) {
      const span = (id: string) => text.quotes.find((quote) => quote.id === id);
      const pieces = furniture.flatMap(({ quoteId }) => span(quoteId) ?? []);
      const content = [...statements.values()].flatMap(({ contentIds }) => contentIds.flatMap((id) => span(id) ?? []));
      expect(
        content.filter((quote) => pieces.some((piece) => overlaps(piece, quote))).map(({ exact }) => exact),
      ).toEqual([]);
    }
  });

  it('begin each chain with the voice of the article, and end it with the speaker', () => {
    for (const { chain, speakerId, mode } of corpus.built.records.statements) {
      expect(['WRITER', 'PUBLISHER']).toContain(chain[0]?.role);
      expect(chain.at(-1)?.actorId).toBe(speakerId);
      expect(chain.length === 1).toBe(mode === 'NARRATION');
      for (const hop of chain.slice(1)) expect(hop.sourceId ?? hop.cueId).not.toBeNull();
    }
  });
});

/** Whether the words lie within a pair of double quotation marks of their paragraph. */
function isQuoted(text: string, { startUtf16, endUtf16 }: { startUtf16: number; endUtf16: number }): boolean {
  const before = text.slice(text.lastIndexOf('\n', startUtf16 - 1) + 1, startUtf16);
  const behind = text.slice(endUtf16).split('\n', 1)[0] ?? '';
  const straight = before.split('"').length % 2 === 0 && behind.includes('"');
  return straight || (before.lastIndexOf('“') > before.lastIndexOf('”') && behind.includes('”'));
}
