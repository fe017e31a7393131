import fc from 'fast-check';
import { migrate } from '../../../src/store/migrate.ts';
import { judge, RAW_DATABASES, type RawDatabase } from '../../support/raw-databases.ts';
import { recordSmallCorpus, TEXTS } from '../../support/small-corpus.ts';

type Quote = Record<'start' | 'end' | 'startUtf16' | 'endUtf16' | 'paragraph', number> &
  Record<'exact' | 'prefix' | 'suffix' | 'version' | 'article', string>;

/** The quote of some words of a text, worked out apart from the product's code. */
function quoteOf(text: string, words: string): Quote {
  const before = Array.from(text.slice(0, text.indexOf(words)));
  const inside = Array.from(words);
  const after = Array.from(text).slice(before.length + inside.length);
  return {
    version: 'a1',
    article: 'a',
    start: before.length,
    end: before.length + inside.length,
    startUtf16: before.join('').length,
    endUtf16: before.join('').length + words.length,
    exact: words,
    prefix: before.slice(-32).join(''),
    suffix: after.slice(0, 32).join(''),
    paragraph: 0,
  };
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const insert = (q: Quote): string =>
  `INSERT INTO quote VALUES (gen_random_uuid(), id(${literal(q.article)}), id(${literal(q.version)}),
    ${[q.start, q.end, q.startUtf16, q.endUtf16].join(', ')}, ${[q.exact, q.prefix, q.suffix].map(literal).join(', ')}, ${String(q.paragraph)});`;

const SLICE = { code: '23514', constraint: 'quote_is_its_slice' };
const EMPTY = { code: '23514', constraint: 'quote_not_empty' };
const FOREIGN = { code: '23503', constraint: 'quote_version_id_article_id_fkey' };
const LENGTH = Array.from(TEXTS.a1).length;
/** Words behind two astral characters, so that code points and UTF-16 units differ; the rest of the text follows them. */
const RIGHT = quoteOf(TEXTS.a1, 'wept');

const ACCEPTED: [behaviour: string, quote: Quote][] = [
  ['words behind astral characters', RIGHT],
  ['words with an astral character in them', quoteOf(TEXTS.a1, '🕊 left')],
  ['the first code point', quoteOf(TEXTS.a1, 'D')],
  ['an astral character alone', quoteOf(TEXTS.a1, '🕊')],
  ['the last words, with nothing behind them', quoteOf(TEXTS.a1, 'Paper.')],
  ['all of a text', quoteOf(TEXTS.a1, TEXTS.a1)],
  ['a space alone', quoteOf(TEXTS.a1, ' ')],
];

const REFUSED: [behaviour: string, quote: Quote, refusal: object][] = [
  ['words of one letter’s difference', { ...RIGHT, exact: 'Wept' }, SLICE],
  ['words with a space more', { ...RIGHT, exact: 'wept ' }, SLICE],
  ['words one code point further on', { ...RIGHT, start: RIGHT.start + 1, end: RIGHT.end + 1 }, SLICE],
  ['UTF-16 offsets in the place of code points', { ...RIGHT, start: RIGHT.startUtf16, end: RIGHT.endUtf16 }, SLICE],
  ['code points in the place of UTF-16 offsets', { ...RIGHT, startUtf16: RIGHT.start, endUtf16: RIGHT.end }, SLICE],
  ['a UTF-16 start that is off by one', { ...RIGHT, startUtf16: RIGHT.startUtf16 + 1 }, SLICE],
  ['a UTF-16 end that is off by one', { ...RIGHT, endUtf16: RIGHT.endUtf16 + 1 }, SLICE],
  ['an astral character counted once in UTF-16', { ...quoteOf(TEXTS.a1, '🕊'), endUtf16: 7 }, SLICE],
  ['another prefix of the same length', { ...RIGHT, prefix: 'x'.repeat(32) }, SLICE],
  ['a prefix one code point too short', { ...RIGHT, prefix: RIGHT.prefix.slice(1) }, SLICE],
  ['no prefix', { ...RIGHT, prefix: '' }, SLICE],
  ['a suffix one code point too short', { ...RIGHT, suffix: RIGHT.suffix.slice(0, -1) }, SLICE],
  ['no suffix', { ...RIGHT, suffix: '' }, SLICE],
  ['an end behind the end of the text', { ...quoteOf(TEXTS.a1, 'Paper.'), end: LENGTH + 1 }, SLICE],
  ['a place behind the end of the text', { ...RIGHT, start: LENGTH + 5, end: LENGTH + 9 }, SLICE],
  ['no words', { ...RIGHT, end: RIGHT.start, endUtf16: RIGHT.startUtf16, exact: '' }, EMPTY],
  ['an end before the start', { ...RIGHT, start: RIGHT.end, end: RIGHT.start }, EMPTY],
  ['a start before the text', { ...quoteOf(TEXTS.a1, 'D'), start: -1 }, EMPTY],
  ['a paragraph before the first one', { ...RIGHT, paragraph: -1 }, { constraint: 'quote_paragraph_from_0' }],
  ['a version of another article', { ...RIGHT, article: 'b' }, FOREIGN],
  ['a version that is not there', { ...RIGHT, version: 'a9' }, FOREIGN],
  [
    'the same place twice',
    quoteOf(TEXTS.a1, 'Ann wrote'),
    { constraint: 'quote_version_id_start_offset_end_offset_key' },
  ],
];

describe.each(RAW_DATABASES)('quotes in the $kind database', ({ open }) => {
  let database: RawDatabase;
  beforeAll(async () => {
    database = await open();
    await migrate(database);
    await recordSmallCorpus(database);
  });
  afterAll(() => database.close());

  it.each(ACCEPTED)('accepts %s', async (_, quote) => {
    expect(await judge(database, insert(quote))).toEqual({ verdict: 'accepted' });
  });

  it.each(REFUSED)('refuses %s', async (_, quote, refusal) => {
    expect(await judge(database, insert(quote))).toMatchObject({ verdict: 'refused', at: 'statement', ...refusal });
  });

  it('refuses a wrong quote among right ones, and names its place', async () => {
    const wrong = { ...RIGHT, exact: 'swept' };
    const script = `${insert(quoteOf(TEXTS.a1, 'fly'))} ${insert(wrong).replace(/;$/, '')},
      ${insert(quoteOf(TEXTS.a1, 'for')).replace('INSERT INTO quote VALUES', '')}`;
    expect(await judge(database, script)).toMatchObject({
      ...SLICE,
      message: expect.stringContaining(`from code point ${String(wrong.start)} to ${String(wrong.end)}.`) as string,
    });
  });

  it('takes any span of any text as it stands, and no other words, offsets or context', async () => {
    const character = fc.oneof(
      fc.constantFrom('a', ' ', '\n', '🕊', 'é', 'e\u0301', '\u00a0', '\u{10000}', '\ufffd', "'"),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    const text = fc
      .array(
        character.filter((c) => c.isWellFormed() && c !== '\0'),
        { minLength: 1, maxLength: 60 },
      )
      .map((characters) => characters.join(''));
    const span = fc.tuple(fc.nat(), fc.nat());
    const flaw = fc.constantFrom<keyof Quote>('start', 'end', 'startUtf16', 'endUtf16', 'exact', 'prefix', 'suffix');
    await fc.assert(
      fc.asyncProperty(text, span, flaw, async (body, [from, size], column) => {
        const points = Array.from(body);
        const start = from % points.length;
        const end = start + 1 + (size % (points.length - start));
        const units = (count: number) => points.slice(0, count).join('').length;
        const right: Quote = {
          ...RIGHT,
          version: 'a2',
          start,
          end,
          startUtf16: units(start),
          endUtf16: units(end),
          exact: points.slice(start, end).join(''),
          prefix: points.slice(Math.max(0, start - 32), start).join(''),
          suffix: points.slice(end, end + 32).join(''),
        };
        const value = right[column];
        const wrong = { ...right, [column]: typeof value === 'number' ? value + 1 : `${value}x` };
        const version = `INSERT INTO revision (number, summary) VALUES (2, 'property'); SELECT add_version('a2', 2, ${literal(body)}, 2);`;
        expect(await judge(database, version + insert(right))).toEqual({ verdict: 'accepted' });
        expect(await judge(database, version + insert(wrong))).toMatchObject({ verdict: 'refused', code: '23514' });
      }),
      { numRuns: 100 },
    );
  });
});
