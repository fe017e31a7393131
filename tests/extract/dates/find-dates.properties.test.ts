import fc from 'fast-check';
import { readEdtf } from '../../../src/domain/edtf.ts';
import { findDates } from '../../../src/extract/dates/find-dates.ts';
import { overlaps } from '../../../src/text/span.ts';

const WORDS = (
  'July|May|Sept.|29|3rd|2016|1980s|2022-07-29|7/29/2016|Thursday|Friday,|last|next|this|the|same|that|day|week|month|year|two|a|days|' +
  'years|ago|later|before|since|until|from|to|between|and|in|on|of|around|early|mid-|end|said|will|he|today|yesterday|“|”|"|.|,|-|–|\n|\r\n|' +
  '\uD83D|\uDE00|😀|\u0000|é|MOSCOW,|(Reuters)|Published|x'
).split('|');
const texts = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(' ')),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);
const published = fc.constantFrom(
  null,
  '2022-07-29',
  '2022-07-31',
  '2022-01-01',
  '2022-07',
  '2022',
  '2022-07-29?',
  '9999-12-31',
  '0001',
);

describe('dates found in any text', () => {
  it('stand in the text in order, are EDTF, and show how they were worked out', () => {
    fc.assert(
      fc.property(texts, published, (text, day) => {
        const dates = findDates(text, day);
        for (const [index, { span, value, basis, reasoning, evidence }] of dates.entries()) {
          expect(text.slice(span.start, span.end)).toMatch(/^\S(?:.*\S)?$/su);
          expect(() => readEdtf(value)).not.toThrow();
          expect(evidence).toContainEqual(span);
          for (const { start, end } of evidence) expect(0 <= start && start < end && end <= text.length).toBe(true);
          expect(reasoning === null).toBe(basis === 'STATED');
          if (reasoning !== null) expect(reasoning).toMatch(/^(?:“|In “).+\.$/su);
          const next = dates[index + 1];
          if (next) expect(span.end <= next.span.start && !overlaps(span, next.span)).toBe(true);
        }
        expect(findDates(text, day)).toEqual(dates);
      }),
      { numRuns: 3_000 },
    );
  });

  it('that are written out do not depend on when the text was published', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2039-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const words = date.toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });
          const text = `It began on ${words}, in Rome.`;
          for (const when of [null, '2022-07-29', '1950']) {
            expect(findDates(text, when)).toMatchObject([{ value: day, basis: 'STATED' }]);
          }
        },
      ),
    );
  });

  it.each([
    ['digits', '1'.repeat(100_000)],
    ['spaces', ' '.repeat(100_000)],
    ['months', 'May '.repeat(100_000)],
    ['beginnings of stretches', 'from July 3 to '.repeat(50_000)],
    ['numbers with dashes', '3-'.repeat(100_000)],
    ['numbers with points', '1.'.repeat(100_000)],
    ['opening marks', '“Friday '.repeat(50_000)],
    ['line ends', '\n'.repeat(100_000)],
    ['one line', `${'He said so Thursday, and '.repeat(100_000)}.`],
    ['lone surrogates', '\uD800May\uDC00 2016'.repeat(10_000)],
  ])('take no longer for %s', (_, text) => {
    expect(() => findDates(text, '2022-07-29')).not.toThrow();
  });
});
