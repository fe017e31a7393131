import { OwnCorpus } from '../support/own-corpus.ts';

let corpus: OwnCorpus;
beforeAll(async () => {
  corpus = await OwnCorpus.read();
});

describe('Names', () => {
  it.each([
    ['sin-hong-chol', '000', ['Sin Hong Chol']],
    ['sin-hong-chol', '001', ['Sin Hong Chul']],
    ['sin-hong-chol', '002', ['Sin', 'Sin Hong Chol']],
    ['alexander-matsegora', '002', ['Alexander Matsegora', 'Matsegora', 'Matseroga']],
    ['kim-jong-un', '000', ['Kim', 'Kim Jong-un']],
    ['kim-jong-un', '004', ['Kim', 'Kim Jong Un', 'Kim Jong-Un', 'Kim Jong-un']],
    ['kim-jong-il', '001', ['Kim Jong-Il']],
    ['donetsk-peoples-republic', '001', ['DPR', 'Donetsk', 'People’s Republic of Donetsk']],
    ['donetsk-peoples-republic', '002', ['Donetsk', 'Donetsk People’s Republic']],
    ['the-guardian', '002', ['The Guardian', 'The Guardians']],
    ['business-insider', '002', ['Business Insider', 'Business Insiders']],
    ['north-korea', '001', ['DPRK', 'North Korea', 'North Korean regime', 'North Koreans', 'Pyongyang']],
  ])('keep each spelling that an article has: %s in %s', (slug, reference, expected) => {
    expect(corpus.spellings(slug)[reference]).toEqual(expected);
  });

  it('are those of no actor where they are part of a longer one', () => {
    expect(corpus.spellings('kim-jong-un')['001']).toBeUndefined();
    expect(corpus.spellings('korea')['002']).toEqual(['Korea']);
  });

  it('of sources left unnamed are sources all the same', () => {
    expect(corpus.chain('002/companies-told-to-prepare')).toEqual([
      'unnamed-writer-of-ukraine-war-is-pushing-russia-and-north-korea-closer-together',
      'daily-nk',
      'source-in-russia-of-daily-nk',
    ]);
    const source = corpus.built.records.actors.find(({ slug }) => slug === 'source-in-russia-of-daily-nk');
    expect(source).toMatchObject({ kind: 'UNNAMED', name: 'a source in Russia' });
  });

  it('of authors are those that the texts tell, and no others', () => {
    const voices = corpus.built.articles.map(({ reference, credits, unnamedWriter }) => [
      reference,
      unnamedWriter ? 'unnamed' : credits.map(({ role, actorId }) => `${role} ${corpus.slug(actorId)}`),
    ]);
    expect(voices).toEqual([
      ['000', ['AUTHOR frances-martel']],
      ['001', 'unnamed'],
      ['002', 'unnamed'],
      ['003', ['EDITOR gwyn-st', 'PUBLISHER the-social-talks']],
      ['004', 'unnamed'],
    ]);
  });
});

describe('The year 2o17', () => {
  it('stays as 000 has it, in the evidence and in what dates are worked out from', () => {
    expect(corpus.content('000/allies-convinced-not-to-veto').join()).toMatch(/nuclear weapons test in 2o17\.$/);
    expect(corpus.date(corpus.statement('000/expulsion-of-workers-announced').saidId)).toMatchObject({
      value: '2018',
      basis: 'INFERRED',
      words: ['A year later', '2o17'],
    });
  });
});

describe('Furniture', () => {
  it.each([
    ['000', 'CAPTION', 'Mikhail Svetlov/Getty Images'],
    ['000', 'SHARE_LINE', 'Follow Frances Martel on\u00A0Facebook\u00A0and\u00A0Twitter.'],
    ['000', 'NAVIGATION', "Please let us know if you're having issues with commenting."],
    ['001', 'CAPTION', 'Russian Ambassador to North Korea in Pyongyang (Russian Embassy FB)'],
    ['002', 'HEADING', 'North Korean troops for Russia?'],
    ['002', 'SOURCE_LIST', 'source site-3'],
    ['003', 'CREDIT', 'Edited by: Gwyn St'],
    ['003', 'APPEAL', 'Support fearless and fair journalism today.'],
  ])('in %s of kind %s is part of the text: %s', (reference, kind, words) => {
    expect(corpus.furniture(reference)).toContainEqual([kind, words]);
  });

  it('is not what asserts something, though it stands as a heading', () => {
    expect(corpus.furniture('002').map(([, words]) => words)).not.toContain(
      'North Korea recognizes Donetsk and Luhansk as independent states',
    );
    expect(corpus.statement('002/heading-recognition').mode).toBe('NARRATION');
  });
});

describe('Dates', () => {
  it.each([
    ['“Thursday”, which may be one of three', '000/contact-increased', '2022-06-30/2022-07-14', 'Thursday'],
    ['“that month”', '000/ukraine-created-by-russia', '2022-02', 'that month'],
    ['“last month … Russia Day”', '000/greetings-sent', '2022-06', 'last month'],
    ['“July 25”', '002/companies-told-to-prepare', '2022-07-25', 'July 25'],
  ])('are worked out from their words, with the reasoning: %s', (_, key, value, words) => {
    const date = corpus.date(corpus.statement(key).saidId);
    expect(date).toMatchObject({ value, basis: 'INFERRED' });
    expect(date?.words).toContain(words);
    expect(date?.reasoning).not.toBeNull();
  });

  it('are STATED only where the words write them out', () => {
    const cnn = corpus.date(corpus.statement('002/fifty-thousand-in-russia').saidId);
    expect(cnn).toMatchObject({ value: '2018', basis: 'STATED', words: ['2018'] });
    const stated = corpus.built.records.dates.filter(({ basis }) => basis === 'STATED');
    for (const { id, earliest } of stated) {
      expect(corpus.date(id)?.words.join()).toContain(earliest?.toISOString().slice(0, 4));
    }
  });

  it('of “in May” are those of the meeting in Moscow', () => {
    const event = corpus.built.records.events.find(({ slug }) => slug === 'moscow-meeting-of-may-2022');
    expect(corpus.date(event?.occurredId ?? null)).toMatchObject({ value: '2022-05', basis: 'INFERRED' });
  });

  it('are left unknown where nothing tells', () => {
    for (const key of ['002/kirby-putin-isolated', '003/comradely-friendship']) {
      expect(corpus.statement(key).saidId).toBeNull();
    }
  });

  it('of articles are uncertain where the texts leave a doubt', () => {
    const published = corpus.built.records.articles.map(({ publishedId }) => corpus.date(publishedId)?.value);
    expect(published).toEqual(['2022-07', '2022-07-20/2022-09', '2022-08', '2022-08?', '2022-07?']);
  });
});
