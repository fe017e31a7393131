import fc from 'fast-check';
import { VerbatimError } from '../../../src/domain/errors.ts';
import { decodeCursor, encodeCursor } from '../../../src/store/read/cursor.ts';
import { ACTORS, ARTICLES, EVENTS, QUOTES_OF_ARTICLE, UTTERANCES } from '../../../src/store/read/listings.ts';
import { listHits } from '../../../src/store/read/search.ts';
import { listStatements } from '../../../src/store/read/statement-filter.ts';

const ID = '01234567-89ab-8cde-8f01-23456789abcd';
const written = (value: unknown): string => Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');
const REFUSAL = expect.objectContaining({
  code: 'BAD_USER_INPUT',
  message: expect.stringMatching(
    /^"after" is no cursor of this list in this order: ".{0,80}". Take it from /su,
  ) as string,
}) as Error;

describe('a cursor', () => {
  it.each([
    ['a number', ARTICLES, ['3']],
    ['a negative number', UTTERANCES, ['-1']],
    ['a slug', ACTORS, ['kim-jong-un']],
    ['a time and a slug', EVENTS, ['2022-07-14 00:00:00+00', 'war']],
    ['a time of another zone', EVENTS, ['2022-07-14 05:30:00.123+05:30', 'war']],
    ['a time before Christ', EVENTS, ['0044-03-15 00:00:00+00 BC', 'ides']],
    ['no time', EVENTS, ['infinity', 'some-day']],
    ['offsets and an id', QUOTES_OF_ARTICLE, ['0', '12', ID]],
    ['a score', listHits('x'), ['-0.1', ID]],
    ['a very small score', listHits('x'), ['-1e-20', ID]],
  ])('that carries %s is read as it was written', (_, listing, keys) => {
    expect(decodeCursor(listing, encodeCursor(listing, keys))).toEqual(keys);
  });

  it('of any slug is read as it was written, letter by letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }).filter((slug) => !slug.includes('\0') && slug.isWellFormed()),
        (slug) => {
          expect(decodeCursor(ACTORS, encodeCursor(ACTORS, [slug]))).toEqual([slug]);
        },
      ),
    );
  });

  it.each([
    ['of another list with the same keys', ARTICLES, encodeCursor(UTTERANCES, ['1'])],
    [
      'of the same list in another order',
      listStatements(null, 'SAID_DESC', {}),
      encodeCursor(listStatements(null, 'SAID_ASC', {}), ['infinity', '1', '1', ID]),
    ],
    [
      'of the same list of another owner',
      listStatements('speaker', 'TEXT_POSITION', {}),
      encodeCursor(listStatements('article', 'TEXT_POSITION', {}), ['1', '1', ID]),
    ],
    ['with a key less', EVENTS, written(['events', 'infinity'])],
    ['with a key more', ARTICLES, written(['articles', '1', '2'])],
    ['with a number in the place of its text', ARTICLES, written(['articles', 1])],
    ['with a number that is none', ARTICLES, written(['articles', '1; DROP TABLE quote'])],
    ['with a number too long for the database', ARTICLES, written(['articles', '9999999999'])],
    ['with a day that is none', EVENTS, written(['events', '2022-02-31 00:00:00+00', 'x'])],
    ['with a month that is none', EVENTS, written(['events', '2022-13-01 00:00:00+00', 'x'])],
    ['with an hour that is none', EVENTS, written(['events', '2022-01-01 99:00:00+00', 'x'])],
    ['with a year beyond the calendar', EVENTS, written(['events', '999999-01-01 00:00:00+00', 'x'])],
    ['with a zone that is none', EVENTS, written(['events', '2022-01-01 00:00:00+99', 'x'])],
    ['with an id that is none', QUOTES_OF_ARTICLE, written(['article.quotes', '1', '2', 'x'])],
    ['with a score beyond all numbers', listHits('x'), written(['search', '1e+999', ID])],
    ['with a NUL', ACTORS, written(['actors', 'a\0b'])],
    ['with half a character', ACTORS, Buffer.from('["actors","\\ud83d"]').toString('base64url')],
    ['with a slug longer than any', ACTORS, written(['actors', 'x'.repeat(301)])],
    ['that is an object', ARTICLES, written({ 0: 'articles', 1: '1' })],
    ['that is nothing', ARTICLES, ''],
    ['that is null', ARTICLES, written(null)],
    ['that is cut off', ARTICLES, encodeCursor(ARTICLES, ['1']).slice(0, -3)],
    ['that is a megabyte', ARTICLES, 'x'.repeat(1_000_000)],
  ])('%s is refused', (_, listing, cursor) => {
    expect(() => decodeCursor(listing, cursor)).toThrow(VerbatimError);
    expect(() => decodeCursor(listing, cursor)).toThrow(REFUSAL);
  });

  it('of any other words is refused, whatever they are', () => {
    const nonsense = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.base64String(),
      fc.json().map((text) => Buffer.from(text).toString('base64url')),
    );
    fc.assert(
      fc.property(nonsense, (cursor) => {
        expect(() => decodeCursor(ARTICLES, cursor)).toThrow(REFUSAL);
      }),
      { numRuns: 500 },
    );
  });
});
