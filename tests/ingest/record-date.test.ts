import type { DateRecord } from '../../src/domain/records.ts';
import { ArticleText } from '../../src/ingest/article-text.ts';
import { narrowestDate } from '../../src/ingest/narrowest-date.ts';
import { Problems } from '../../src/ingest/problems.ts';
import { recordDate } from '../../src/ingest/record-date.ts';

const text = new ArticleText('a', 1, 'In May and in June.');
const [may, june] = [text.quote({ start: 3, end: 6 }), text.quote({ start: 14, end: 18 })];

function date(value: string, quotes = [may], reasoning?: string): DateRecord {
  const problems = new Problems();
  const recorded = recordDate({ value, basis: 'INFERRED', reasoning }, quotes, 'a.yaml:1:1', problems);
  problems.throwIfAny();
  if (!recorded) throw new Error('no date, and no problem');
  return recorded;
}

describe('recordDate', () => {
  it('keeps the date as written beside the instants that it may mean, and the words that give it', () => {
    expect(date('2022-05?', [may, june], 'So it is.')).toMatchObject({
      value: '2022-05?',
      earliest: new Date('2022-05-01T00:00:00.000Z'),
      latest: new Date('2022-05-31T23:59:59.999Z'),
      reasoning: 'So it is.',
      quoteIds: [may.id, june.id],
    });
  });

  it('gives the same date of the same words one id, and any other another', () => {
    expect(date('2022-05').id).toBe(date('2022-05').id);
    const others = [
      date('2022-05?'),
      date('2022-05', [june]),
      date('2022-05', [may, june]),
      date('2022-05', [may], 'So.'),
    ];
    expect(new Set([date('2022-05'), ...others].map(({ id }) => id)).size).toBe(5);
  });

  it('says where a date stands that is none', () => {
    expect(() => date('May 2022')).toThrow(/\na\.yaml:1:1: "May 2022" is no date in EDTF/);
  });
});

describe('narrowestDate', () => {
  it.each([
    ['a day among a month and a year', ['2022', '2022-07', '2022-07-29'], '2022-07-29'],
    ['a stretch of days that is shorter than a month', ['2022-07', '2022-06-30/2022-07-14'], '2022-06-30/2022-07-14'],
    ['a month, where a stretch is longer', ['2022-07', '2022-06-30/2022-09'], '2022-07'],
    ['any date with both ends, where another is open', ['../2022-07', '2022'], '2022'],
    ['the first of two as narrow', ['2022-08', '2022-07'], '2022-08'],
  ])('takes %s', (_, values, expected) => {
    expect(narrowestDate(values.map((value) => date(value)))?.value).toBe(expected);
  });

  it('takes none where there is none', () => {
    expect(narrowestDate([])).toBeNull();
  });
});
