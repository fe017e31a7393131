import { findDates } from '../../../src/extract/dates/find-dates.ts';

/** A Friday. */
const PUBLISHED = '2022-07-29';

const told = (text: string, published: string | null = PUBLISHED) =>
  findDates(text, published).map(({ span, value }) => `${text.slice(span.start, span.end)} = ${value}`);

describe('a date that is written out', () => {
  it.each([
    ['month first', 'It began on July 29, 2016, in Rome.', 'July 29, 2016 = 2016-07-29'],
    ['without its comma', 'It began on July 29 2016 in Rome.', 'July 29 2016 = 2016-07-29'],
    ['with a short month', 'It began on Sept. 5, 2014.', 'Sept. 5, 2014 = 2014-09-05'],
    ['with an ordinal', 'It began on July 3rd, 2016.', 'July 3rd, 2016 = 2016-07-03'],
    ['day first', 'It began on 29 July 2016.', '29 July 2016 = 2016-07-29'],
    ['day first, with "of"', 'It began on the 29th of July, 2016.', '29th of July, 2016 = 2016-07-29'],
    ['with its weekday', 'It began on Friday, July 29, 2016.', 'Friday, July 29, 2016 = 2016-07-29'],
    ['in ISO 8601', 'The record of 2016-07-29 is kept.', '2016-07-29 = 2016-07-29'],
    ['with a time behind it', 'Sent 2016-07-29T14:00Z.', '2016-07-29 = 2016-07-29'],
    ['in numbers that only one order fits', 'It began on 7/29/2016.', '7/29/2016 = 2016-07-29'],
    ['in numbers, day first', 'It began on 29/7/2016.', '29/7/2016 = 2016-07-29'],
    ['in numbers with points', 'It began on 03.07.2016.', '03.07.2016 = 2016-07-03'],
    ['in numbers that are the same', 'It began on 7/7/2016.', '7/7/2016 = 2016-07-07'],
    ['a leap day', 'She was born on February 29, 2016.', 'February 29, 2016 = 2016-02-29'],
    ['a month and year', 'It began in July 2016.', 'July 2016 = 2016-07'],
    ['a month of a year', 'It began in July of 2016.', 'July of 2016 = 2016-07'],
    ['a month that is a word as well', 'It began in May 2016.', 'May 2016 = 2016-05'],
    ['a part of a month', 'It began in early August 2016.', 'early August 2016 = 2016-08'],
    ['a year', 'It began in 2018.', '2018 = 2018'],
    ['a year at a sentence’s beginning', 'In 1848 the crowds came.', '1848 = 1848'],
    ['the end of a year', 'It closes by the end of 2019.', 'the end of 2019 = 2019'],
    ['the middle of a year', 'It closed in mid-2015.', 'mid-2015 = 2015'],
    ['the year of a season', 'It closed in the summer of 2015.', '2015 = 2015'],
    ['about a year', 'It began around 2010, she said.', 'around 2010 = 2010~'],
    ['about a year, behind "in"', 'It began in about 2010.', 'about 2010 = 2010~'],
    ['a decade', 'They met in the 1980s.', '1980s = 198X'],
    ['a part of a decade', 'They met in the mid-1990s.', 'mid-1990s = 199X'],
    ['since a year', 'She has led it since 2014.', 'since 2014 = 2014/..'],
    ['since a month', 'She has led it since May 2014.', 'since May 2014 = 2014-05/..'],
    ['until a year', 'She led it until 2014.', 'until 2014 = ../2014'],
    [
      'from day to day',
      'It ran from July 3, 2016 to July 5, 2016.',
      'from July 3, 2016 to July 5, 2016 = 2016-07-03/2016-07-05',
    ],
    [
      'from day to day of one year',
      'It ran from July 3 to Aug. 5, 2016.',
      'from July 3 to Aug. 5, 2016 = 2016-07-03/2016-08-05',
    ],
    ['days of a month', 'It ran July 3-5, 2016.', 'July 3-5, 2016 = 2016-07-03/2016-07-05'],
    ['days of a month, day first', 'It ran 3–5 July 2016.', '3–5 July 2016 = 2016-07-03/2016-07-05'],
    [
      'across the end of a year',
      'It ran from Dec. 28 to Jan. 3, 2017.',
      'from Dec. 28 to Jan. 3, 2017 = 2016-12-28/2017-01-03',
    ],
    ['from month to month', 'It ran from May to July 2016.', 'from May to July 2016 = 2016-05/2016-07'],
    ['between years', 'It grew between 2010 and 2014.', 'between 2010 and 2014 = 2010/2014'],
    ['years in parentheses', 'The war (1914–1918) ended it.', '1914–1918 = 1914/1918'],
  ])('%s', (_, text, expected) => {
    expect(told(text, null)).toEqual([expected]);
    expect(findDates(text)).toEqual([expect.objectContaining({ basis: 'STATED', reasoning: null })]);
  });
});

describe('a date that is counted from the day of publication, Friday 29 July 2022,', () => {
  it.each([
    ['weekday behind a verb in the past', 'He resigned Thursday, she said.', 'Thursday = 2022-07-28'],
    ['weekday on the very day', 'He resigned on Friday.', 'Friday = 2022-07-29'],
    ['weekday before its verb', 'On Monday, the ministry denied it.', 'Monday = 2022-07-25'],
    ['weekday before a quotation and its verb', 'On Monday, “We lost,” he said.', 'Monday = 2022-07-25'],
    ['weekday to come', 'He will travel on Monday.', 'Monday = 2022-08-01'],
    ['weekday to come, of a plan', 'He is scheduled to travel on Monday.', 'Monday = 2022-08-01'],
    ['weekday to come, of a fact', 'The vote is Tuesday.', 'Tuesday = 2022-08-02'],
    [
      'weekday of each of two clauses',
      'The man who was arrested Tuesday will be tried Monday.',
      'Tuesday = 2022-07-26',
      'Monday = 2022-08-01',
    ],
    ['weekday with its time of day', 'He resigned late Thursday night.', 'Thursday = 2022-07-28'],
    ['weekday of an event', 'He won Tuesday’s debate.', 'Tuesday = 2022-07-26'],
    ['weekday before somebody’s title', 'On Thursday President Diaz resigned.', 'Thursday = 2022-07-28'],
    ['since a weekday', 'It has been closed since Tuesday.', 'since Tuesday = 2022-07-26/..'],
    ['last weekday, of another week', 'He resigned last Saturday.', 'last Saturday = 2022-07-23'],
    ['last weekday, of this week or the one before', 'He resigned last Thursday.', 'last Thursday = 2022-07-28?'],
    ['next weekday', 'Voters decide next Tuesday.', 'next Tuesday = 2022-08-02'],
    ['weekday of last week', 'He resigned on Monday of last week.', 'Monday of last week = 2022-07-18'],
    ['weekday and day', 'Voters decide on Friday, August 5.', 'Friday, August 5 = 2022-08-05'],
    ['today', 'The court ruled today.', 'today = 2022-07-29'],
    ['yesterday', 'Yesterday it rained.', 'Yesterday = 2022-07-28'],
    ['tomorrow', 'It will rain tomorrow.', 'tomorrow = 2022-07-30'],
    ['tonight', 'The two debate tonight.', 'tonight = 2022-07-29'],
    ['this morning', 'Fire broke out this morning.', 'this morning = 2022-07-29'],
    ['the day before yesterday', 'It rained the day before yesterday.', 'the day before yesterday = 2022-07-27'],
    ['yesterday, in a quotation', '“I met him yesterday,” she said.', 'yesterday = 2022-07-28?'],
    ['last week', 'It rained last week.', 'last week = 2022-07-18/2022-07-24'],
    ['this week', 'It rained this week.', 'this week = 2022-07-25/2022-07-31'],
    ['last weekend', 'It rained last weekend.', 'last weekend = 2022-07-23/2022-07-24'],
    ['next month', 'It opens next month.', 'next month = 2022-08'],
    ['last month’s event', 'It failed after last month’s vote.', 'last month = 2022-06'],
    ['last year', 'It failed last year.', 'last year = 2021'],
    ['part of this year', 'It failed earlier this year.', 'earlier this year = 2022'],
    ['part of last year', 'It failed late last year.', 'late last year = 2021'],
    ['month of last year', 'It failed in May of last year.', 'May of last year = 2021-05'],
    ['day of last year', 'It failed on May 5 last year.', 'May 5 last year = 2021-05-05'],
    ['month that is past', 'It failed in May.', 'May = 2022-05'],
    ['month that is past, of the year before', 'It failed in November.', 'November = 2021-11'],
    ['month to come', 'It will close in November.', 'November = 2022-11'],
    ['part of a month', 'It failed in mid-April.', 'mid-April = 2022-04'],
    ['since a month', 'It has been closed since March.', 'since March = 2022-03/..'],
    ['last month by name, of another year', 'It failed last October.', 'last October = 2021-10'],
    ['last month by name, of this year or another', 'It failed last June.', 'last June = 2022-06?'],
    ['next month by name', 'It opens next March.', 'next March = 2023-03'],
    ['day without a year, near', 'The July 31 ceremony is free.', 'July 31 = 2022-07-31'],
    ['day without a year, in the past', 'It failed on February 3.', 'February 3 = 2022-02-03'],
    ['day without a year, of the year before', 'It failed on November 3.', 'November 3 = 2021-11-03'],
    ['day without a year, to come', 'It will end on December 3.', 'December 3 = 2022-12-03'],
    ['day without a year, day first', 'It failed on 3rd of June.', '3rd of June = 2022-06-03'],
    ['about a day', 'It failed around July 20.', 'around July 20 = 2022-07-20~'],
    ['days of a month without a year', 'They met July 3-5.', 'July 3-5 = 2022-07-03/2022-07-05'],
    ['days ago', 'It failed two days ago.', 'two days ago = 2022-07-27'],
    ['weeks ago', 'It failed three weeks ago.', 'three weeks ago = 2022-07-08~'],
    ['a month ago', 'It failed a month ago.', 'a month ago = 2022-06'],
    ['years ago', 'It failed 20 years ago.', '20 years ago = 2002~'],
    ['about a year ago', 'It failed about a year ago.', 'a year ago = 2021~'],
    ['a decade ago', 'It failed a decade ago.', 'a decade ago = 2012~'],
    ['weeks from now', 'It opens two weeks from now.', 'two weeks from now = 2022-08-12~'],
  ])('%s', (_, text, ...expected) => {
    expect(told(text)).toEqual(expected);
    for (const date of findDates(text, PUBLISHED)) expect(date).toMatchObject({ basis: 'INFERRED' });
    // Nothing is counted where nothing tells from when.
    expect(findDates(text)).toEqual([]);
  });
});

describe('a date that is counted from an earlier one of the text', () => {
  it.each([
    ['days later', 'He fled on May 3, 2014. Two days later, he died.', 'Two days later = 2014-05-05'],
    ['a year later', 'He fled in 2014. He died a year later.', 'a year later = 2015'],
    ['years later', 'He fled in 2014. He died three years later.', 'three years later = 2017~'],
    [
      'months before, at a month',
      'He fled on May 3, 2014, and married six months before.',
      'six months before = 2013-11~',
    ],
    ['the next day', 'He fled on May 31, 2014. The next day he died.', 'The next day = 2014-06-01'],
    ['the day before', 'He fled on May 1, 2014. The day before, he married.', 'The day before = 2014-04-30'],
    ['the year before', 'He fled in 2014. He married the year before.', 'the year before = 2013'],
    ['the following month', 'He fled in December 2014. The following month he died.', 'The following month = 2015-01'],
    ['that month', 'He fled on May 3, 2014. Later that month, he died.', 'that month = 2014-05'],
    ['the same day', 'He fled on May 3, 2014, and died the same day.', 'the same day = 2014-05-03'],
    ['the same year', 'He fled on May 3, 2014, and died the same year.', 'the same year = 2014'],
  ])('%s', (_, text, expected) => {
    const dates = findDates(text);
    const [first, second] = dates;
    expect(told(text, null).at(-1)).toBe(expected);
    expect(dates).toHaveLength(2);
    expect(second).toMatchObject({ basis: 'INFERRED', evidence: [first?.span, second?.span] });
    expect(second?.reasoning).toContain(`“${text.slice(first?.span.start, first?.span.end)}”`);
  });

  it.each([
    ['is coarser', 'He fled in 2014. Two days later, he died.'],
    ['could not be read', 'He fled on May 3, 2014, but on Monday returned. Two days later, he died.'],
    ['is not read', 'He fled in 2014, before the 2016 vote. Two years later, he died.'],
    ['is three sentences back', 'He fled in 2014. He ran. He hid. He slept. Two years later, he died.'],
    ['is not what is meant', 'He fled on May 3, 2014, the same day that she came.'],
    ['is not meant, but what follows', 'He fled in 2014, two years before the vote.'],
  ])('is none where that one %s: %s', (_, text) => {
    expect(findDates(text)).toHaveLength(1);
  });
});

describe('no date is what', () => {
  it.each([
    ['is a modal verb', 'They may leave. May he rest.'],
    ['is a verb', 'They march on. March with us.'],
    ['is a march', 'He joined the March on Rome.'],
    ['is a surname', 'Theresa May fell. Confidence in May was low.'],
    ['is a surname behind "by"', 'The bill was drafted by May.'],
    ['is a first name', 'It was signed in April Jones’s house.'],
    ['is a newspaper', 'The Sun said so in the Mail on Sunday.'],
    ['is the name of a film', 'He watched Friday Night Lights.'],
    ['is the name of a programme', 'He spoke on “Saturday Night Live” and “This Week”.'],
    ['is a title', 'She wrote “Friday” and sang it.'],
    ['is a day with a name of its own', 'Shops opened on Black Friday and Good Friday.'],
    ['is a day of every week', 'He came on Fridays, every Monday and on a Tuesday.'],
    ['is one of two', 'He came on Monday or Tuesday.'],
    ['is a number of people', 'It was signed in 2000 cases by 2016 people.'],
    ['has a comma', 'It was seen by 2,019 people.'],
    ['is an amount', 'It sold for $2016.'],
    ['is an amount of change', 'The number rose by 2016.'],
    ['is the year of a model', 'He drives a 2016 Ford and a Boeing 2007.'],
    ['is an address', 'See example.com/2016/07/29/news and file_2016-07-29.txt.'],
    ['is a version', 'It runs 1.12.2016.3 and 10/10/2016/4.'],
    ['has two readings', 'It was signed on 7/8/2016.'],
    ['no calendar has', 'It was signed on February 30, 2016, or 31 April 2016.'],
    ['falls on another weekday', 'It was signed on Monday, July 29, 2016.'],
    ['is a day that events are called by', 'The Sept. 11 attacks and the July 15 coup changed it.'],
    ['is nowadays', 'Women today earn less. Today’s women do not.'],
    ['is a better world', 'We build a better tomorrow.'],
    ['is a newspaper of today', 'He told USA Today so.'],
    ['is a length of time', 'It grew over the last year and in the next month.'],
    ['is a length of life', 'It was his last year. In her last week of work she slept.'],
    ['is a bound', 'It began more than two years ago and two or three weeks ago.'],
    ['tells no number', 'It began years ago and a few days ago.'],
    ['is a fraction', 'It began two and a half years ago.'],
    ['has no tense', 'A vote on Monday.'],
    ['has an open tense', 'He said the vote would be held on Monday.'],
    ['belongs to the subject of a verb to come', 'Her victories on Tuesday will help her.'],
    ['was put off', 'It was postponed until Monday.'],
    ['was ahead', 'He campaigned ahead of the vote on Monday.'],
    ['is far and has no tense', 'The February 3 ceremony.'],
    ['is past in words and to come in the calendar', 'He said the vote on August 20 had support.'],
    ['stands in a story of another year', 'In 1944 they waited. On June 6 they landed.'],
    ['is the article’s own month', 'It failed in July.'],
    ['tells no century', 'They met in the ’80s and the 1900s.'],
    ['ends before it begins', 'It ran from 2014 to 2010.'],
    ['is a word of another language', 'Le 29 juillet, il est parti.'],
    ['is nothing', ''],
  ])('%s: %s', (_, text) => {
    expect(told(text).filter((date) => !/^(?:1944|2014|2010) =/.test(date))).toEqual([]);
  });
});

describe('the day of publication', () => {
  const weekday = (text: string, published: string | null) => told(text, published).at(-1);

  it.each([
    ['a line of its own', 'Storm hits\nPublished July 29, 2022\nIt rained Thursday.'],
    ['a line with a time', 'Storm hits\nFriday, 29 July 2022, 14:30 GMT\nIt rained Thursday.'],
    ['a line with an author', 'Storm hits\nBy Ann Lee | July 29, 2022\nIt rained Thursday.'],
    ['a line in ISO 8601', 'Storm hits\n2022-07-29T14:00:00Z\nIt rained Thursday.'],
    ['a dateline', 'ROME, July 29, 2022 (Agency) — It rained Thursday.'],
    ['a dateline in small letters with an agency', 'Rome, 29 July 2022 /TASS/. It rained Thursday.'],
  ])('is told by %s', (_, text) => {
    expect(weekday(text, null)).toBe('Thursday = 2022-07-28');
    const date = findDates(text).at(-1);
    expect(date?.evidence.map(({ start, end }) => text.slice(start, end))).toEqual([
      expect.stringMatching(/29/),
      'rained',
      'Thursday',
    ]);
    expect(date?.reasoning).toContain("the day at the article's own head, 29 July 2022");
  });

  it.each([
    ['a sentence that begins with a date', 'On July 29, 2022, he came. It rained Thursday.'],
    ['a line that goes on', 'Published in Rome July 29, 2022, the book sold well, and it rained Thursday.'],
    ['the day of an update', 'Updated July 29, 2022\nIt rained Thursday.'],
    ['a dateline without a year', 'ROME, July 29 (Agency) — It rained Thursday.'],
  ])('is not told by %s', (_, text) => {
    expect(weekday(text, null) ?? '').not.toMatch(/^Thursday/);
  });

  it('is made more precise by a dateline that agrees with the month known from outside', () => {
    const text = 'ROME, July 29 (Agency) — It rained Thursday.';
    expect(weekday(text, '2022-07')).toBe('Thursday = 2022-07-28');
    expect(weekday(text, '2022')).toBe('Thursday = 2022-07-28');
    expect(weekday(text, '2022-06')).toBe('July 29 = 2022-07-29');
  });

  it('known from outside counts, not that of the text', () => {
    expect(weekday('Storm hits\nPublished July 29, 2022\nIt rained Thursday.', '2022-08-05')).toBe(
      'Thursday = 2022-08-04',
    );
  });

  it.each([
    ['2022-07', 'It failed last month.', ['last month = 2022-06']],
    ['2022-07', 'It failed in May.', ['May = 2022-05']],
    ['2022-07', 'It failed last year, in May.', ['last year = 2021']],
    ['2022-07', 'It failed Thursday, last week, today and two days ago.', []],
    ['2022', 'It failed last year.', ['last year = 2021']],
    ['2022', 'It failed last month, in May and on May 3.', []],
    ['2022-07-18/2022-07-24', 'It failed last month on Monday.', ['last month = 2022-06']],
    ['202X', 'It failed last year.', []],
    ['2022-07-29?', 'It failed Thursday.', ['Thursday = 2022-07-28?']],
    ['2022-07-29~', 'It failed last month.', ['last month = 2022-06~']],
    ['2022-01-05', 'It failed in December and last month.', ['December = 2021-12', 'last month = 2021-12']],
    [
      '2022-12-30',
      'It will open on Jan. 5 and next week.',
      ['Jan. 5 = 2023-01-05', 'next week = 2023-01-02/2023-01-08'],
    ],
    ['2022-07-31', 'It failed last week.', ['last week = 2022-07-18?/2022-07-24?']],
    ['2022-07-31', 'It failed last weekend.', []],
  ])('%s is as precise as it is: %s', (published, text, expected) => {
    expect(told(text, published)).toEqual(expected);
  });

  it('must be EDTF', () => {
    expect(() => findDates('It rained.', 'July 2022')).toThrow(/"July 2022" is no date in EDTF/);
  });
});

describe('a reasoning', () => {
  it.each([
    [
      'It rained Thursday.',
      '“Thursday” is the last Thursday up to the day of publication, 29 July 2022; “rained” tells of the past.',
    ],
    ['It rained last month.', '“last month” is counted from the day of publication, 29 July 2022, and is June 2022.'],
    [
      'It failed in November.',
      '“November” has no year; “failed” tells of the past, and the last November seen from the day of publication, 29 July 2022, is that of 2021.',
    ],
    [
      'It has been closed since March.',
      '“March” has no year; “since” tells of the past, and the last March seen from the day of publication, 29 July 2022, ' +
        'is that of 2022. “since March” leaves the end open.',
    ],
  ])('of %j names its words', (text, reasoning) => {
    expect(findDates(text, PUBLISHED)[0]?.reasoning).toBe(reasoning);
  });
});
