import { dateBar, periodBetween, periodOf, ticks, whereMost } from '../../explorer/src/text/date-bar.ts';

const date = (value: string, earliest: string | null, latest: string | null) => ({
  value,
  earliest: earliest === null ? null : `${earliest}T00:00:00.000Z`,
  latest: latest === null ? null : `${latest}T23:59:59.999Z`,
});
const YEAR = { from: Date.UTC(2022, 0, 1), to: Date.UTC(2023, 0, 1) };
const day = (month: number, number: number) => (Date.UTC(2022, month - 1, number) - YEAR.from) / (YEAR.to - YEAR.from);

describe('dateBar', () => {
  it.each([
    ['a day', date('2022-07-29', '2022-07-29', '2022-07-29'), day(7, 29), day(7, 30), false, false, false],
    ['a month', date('2022-05', '2022-05-01', '2022-05-31'), day(5, 1), day(6, 1), false, false, false],
    [
      'a month that is not certain',
      date('2022-05?', '2022-05-01', '2022-05-31'),
      day(5, 1),
      day(6, 1),
      false,
      false,
      true,
    ],
    ['about a day', date('2022-08-15~', '2022-08-15', '2022-08-15'), day(8, 15), day(8, 16), false, false, true],
    ['until some day', date('../2022-07', null, '2022-07-31'), 0, day(8, 1), true, false, false],
    ['since some day', date('2022-07/..', '2022-07-01', null), day(7, 1), 1, false, true, false],
    [
      'a span that goes on before',
      date('2021-12/2022-01', '2021-12-01', '2022-01-31'),
      0,
      day(2, 1),
      true,
      false,
      false,
    ],
    ['a span that holds the year', date('2019/2024', '2019-01-01', '2024-12-31'), 0, 1, true, true, false],
  ])('%s', (_, given, start, end, opensLeft, opensRight, isUncertain) => {
    const bar = dateBar(given, YEAR);
    expect(bar).toMatchObject({ opensLeft, opensRight, isUncertain });
    expect(bar?.start).toBeCloseTo(start, 6);
    expect(bar?.end).toBeCloseTo(end, 6);
  });

  it.each([
    ['the year before', date('2021', '2021-01-01', '2021-12-31')],
    ['the year after', date('2023', '2023-01-01', '2023-12-31')],
  ])('is not drawn for %s', (_, given) => {
    expect(dateBar(given, YEAR)).toBeNull();
  });
});

describe('a period', () => {
  const years = ({ from, to }: { from: number; to: number }) =>
    [from, to].map((at) => new Date(at).toISOString().slice(0, 10));

  it('of dates has whole years at its ends', () => {
    const dates = [date('2019-04', '2019-04-01', '2019-04-30'), date('../2022-07', null, '2022-07-31')];
    expect(years(periodOf(dates) ?? YEAR)).toEqual(['2019-01-01', '2023-01-01']);
    expect(periodOf([date('..', null, null)])).toBeNull();
  });

  it('shows where two thirds of the dates begin', () => {
    const at = (year: number) => date(String(year), `${String(year)}-03-01`, `${String(year)}-03-01`);
    expect(years(whereMost([1945, 2014, 2022, 2022, 2022, 2022].map(at)) ?? YEAR)).toEqual([
      '2022-01-01',
      '2023-01-01',
    ]);
    expect(years(whereMost([1945, 2014, 2021, 2022].map(at)) ?? YEAR)).toEqual(['2014-01-01', '2023-01-01']);
    expect(whereMost([])).toBeNull();
  });

  it.each([
    ['2022', '2022', ['2022-01-01', '2023-01-01']],
    ['2022-06', '2022-07', ['2022-06-01', '2022-08-01']],
    ['2022-07-29', '2022-07-29', ['2022-07-29', '2022-07-30']],
    ['2022-12', '2022-12', ['2022-12-01', '2023-01-01']],
    ['2022', '2021', null],
    ['2022?', '2023', null],
    ['', '2022', null],
  ])('from %s to %s', (from, to, expected) => {
    const period = periodBetween(from, to);
    expect(period && years(period)).toEqual(expected);
  });

  it('is marked by months, by years or by every few years', () => {
    const labels = (from: string, to: string) => ticks(periodBetween(from, to) ?? YEAR).map(({ label }) => label);
    expect(labels('2022-11', '2023-02')).toEqual(['Nov 2022', 'Dec', 'Jan 2023', 'Feb']);
    expect(labels('2019', '2022')).toEqual(['2019', '2020', '2021', '2022']);
    expect(labels('1945', '2022')).toHaveLength(13);
    for (const { at } of ticks(YEAR)) expect(at).toBeLessThan(1);
  });
});
