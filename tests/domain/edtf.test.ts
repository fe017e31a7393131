import fc from 'fast-check';
import { readEdtf } from '../../src/domain/edtf.ts';

const day = (date: Date | null) => date?.toISOString() ?? null;

describe('readEdtf', () => {
  it.each([
    ['a day', '2022-07-29', '2022-07-29T00:00:00.000Z', '2022-07-29T23:59:59.999Z'],
    ['a month', '2022-07', '2022-07-01T00:00:00.000Z', '2022-07-31T23:59:59.999Z'],
    ['a month of 28 days', '2022-02', '2022-02-01T00:00:00.000Z', '2022-02-28T23:59:59.999Z'],
    ['a leap day', '2020-02-29', '2020-02-29T00:00:00.000Z', '2020-02-29T23:59:59.999Z'],
    ['a year', '2022', '2022-01-01T00:00:00.000Z', '2022-12-31T23:59:59.999Z'],
    ['a decade', '201X', '2010-01-01T00:00:00.000Z', '2019-12-31T23:59:59.999Z'],
    [
      'an uncertain month, as wide as a certain one',
      '2022-08?',
      '2022-08-01T00:00:00.000Z',
      '2022-08-31T23:59:59.999Z',
    ],
    ['an approximate day', '2022-08-15~', '2022-08-15T00:00:00.000Z', '2022-08-15T23:59:59.999Z'],
    ['a stretch of days', '2022-07-20/2022-07-25', '2022-07-20T00:00:00.000Z', '2022-07-25T23:59:59.999Z'],
    ['a stretch from a day to a month', '2022-07-20/2022-09', '2022-07-20T00:00:00.000Z', '2022-09-30T23:59:59.999Z'],
    ['no beginning', '../2022-07', null, '2022-07-31T23:59:59.999Z'],
    ['no end', '2022-07/..', '2022-07-01T00:00:00.000Z', null],
    ['an unknown beginning', '/2022-07', null, '2022-07-31T23:59:59.999Z'],
    ['the first year', '0000', '0000-01-01T00:00:00.000Z', '0000-12-31T23:59:59.999Z'],
    ['the last year', '9999', '9999-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'],
  ])('reads %s: %s', (_, value, earliest, latest) => {
    const bounds = readEdtf(value);
    expect([day(bounds.earliest), day(bounds.latest)]).toEqual([earliest, latest]);
  });

  it.each([
    ['nothing', ''],
    ['words', 'July 2022'],
    ['a date with white space around it', ' 2022'],
    ['a month of one digit', '2022-7'],
    ['a month that no year has', '2022-13'],
    ['a day that no February has', '2022-02-30'],
    ['a leap day of a year without one', '2022-02-29'],
    ['a leap day of a century without one', '1900-02-29'],
    ['a leap day of a year without one, at the end of a stretch', '2022-01-01/2022-02-29'],
    ['a stretch that ends before it begins', '2022-08/2022-07'],
    ['a list, which is level 2', '[1667,1668]'],
    ['a year before the first', '-0001'],
    ['a year after the last', 'Y12345'],
    ['the other way to write a day', '20220729'],
    ['a small x', '201x'],
    ['a digit that is a letter', '2o17'],
  ])('refuses %s: %j', (_, value) => {
    const refusal = {
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining(`${JSON.stringify(value)} is no date in EDTF`) as string,
    };
    expect(() => readEdtf(value)).toThrow(expect.objectContaining(refusal) as Error);
  });

  it('refuses what is too long to be a date, and does not repeat all of it', () => {
    expect(() => readEdtf('2022-07/'.repeat(1_000))).toThrow(/^"(?:2022-07\/){5}…" is no date/);
  });

  it('gives any day of the calendar its 24 hours', () => {
    const days = fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (any) => {
        const written = any.toISOString().slice(0, 10);
        const { earliest, latest } = readEdtf(written);
        expect(day(earliest)).toBe(`${written}T00:00:00.000Z`);
        expect(day(latest)).toBe(`${written}T23:59:59.999Z`);
      }),
    );
  });

  it('never ends before it begins, and never fails otherwise than it says', () => {
    const strings = fc.string({ unit: fc.constantFrom(...'0129-/.X?~% TYZ:+'), maxLength: 24 });
    fc.assert(
      fc.property(strings, (value) => {
        try {
          const { earliest, latest } = readEdtf(value);
          if (earliest && latest) expect(earliest.getTime()).toBeLessThanOrEqual(latest.getTime());
        } catch (error) {
          expect(error).toMatchObject({ code: 'BAD_USER_INPUT' });
        }
      }),
      { numRuns: 5_000 },
    );
  });
});
