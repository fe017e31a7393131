import { OwnCorpus } from '../support/own-corpus.ts';

let corpus: OwnCorpus;
beforeAll(async () => {
  corpus = await OwnCorpus.read();
});

describe('A claim that turned round in the retelling', () => {
  it('says in 000 who recognises the two republics, and in 004 whom North Korea recognises', () => {
    expect(corpus.content('000/only-three-recognise')).toEqual([
      'only Russia, its proxy regime in Syria, and the Georgian separatist region, Abkhazia, do.',
    ]);
    expect(corpus.content('004/only-three-recognise')).toEqual([
      'Only Russia, its proxy government in Syria, and the separatist territory of Abkhazia in Georgia are officially ' +
        'recognized as countries by North Korea.',
    ]);
    expect(corpus.statement('004/only-three-recognise').text).toMatch(/^North Korea officially recognises only Russia/);
  });

  it('is not taken for one utterance, nor for a contradiction in the strict sense', () => {
    const [in000, in004] = ['000/only-three-recognise', '004/only-three-recognise'] as const;
    expect(corpus.statement(in000).utteranceId).not.toBe(corpus.statement(in004).utteranceId);
    expect(corpus.relations(in000, 'CONTRADICTS')).not.toContain(`<- ${in004}`);
    expect(corpus.relations(in000, 'CONTRADICTS')).not.toContain(`-> ${in004}`);
  });
});

describe('True then, false later: the recognition of July 2022', () => {
  it('supersedes what 000 said before it, and does not contradict it', () => {
    expect(corpus.statement('000/does-not-recognise')).toMatchObject({ polarity: 'NEGATED', certainty: 'CERTAIN' });
    expect(corpus.relations('000/does-not-recognise', 'SUPERSEDES')).toEqual([
      '<- 001/recognises-alongside-syria',
      '<- 001/title-recognised',
      '<- 002/heading-recognition',
      '<- 002/recognized-in-july',
      '<- 003/only-with-russia-and-syria',
    ]);
    expect(corpus.relations('000/does-not-recognise', 'CONTRADICTS')).toEqual([]);
  });

  it('is one event to those who deny it as to those who tell of it', () => {
    const { events, statements } = corpus.built.records;
    const event = events.find(({ slug }) => slug === 'north-korean-recognition-of-donetsk-and-luhansk');
    expect(corpus.date(event?.occurredId ?? null)?.value).toBe('2022-07');
    const about = statements
      .filter((one) => one.events.some(({ eventId }) => eventId === event?.id))
      .map(({ id }) => id);
    for (const key of ['000/does-not-recognise', '001/title-recognised', '002/recognized-in-july']) {
      expect(about).toContain(corpus.statement(key).id);
    }
    expect(about).not.toContain(corpus.statement('000/only-three-recognise').id);
  });
});

describe('A real contradiction: who else recognised the two republics', () => {
  it('stands between 000, which counts Abkhazia, and 003, which does not', () => {
    expect(corpus.relations('000/only-three-recognise', 'CONTRADICTS')).toEqual(['-> 003/only-with-russia-and-syria']);
  });
});

describe('The offer of 100,000 volunteers, reported and denied within 002', () => {
  const REPORTS = [
    'state-media-offer-via-business-insider',
    'state-media-offer-via-nk-news',
    'offered-voluntary-troops',
    'volunteers-ready-to-come',
  ].map((key) => `002/${key}`);

  it('is contradicted by the Russian Foreign Ministry wherever it is reported', () => {
    for (const denial of ['002/ministry-denied-reports', '002/ministry-news-is-fake']) {
      expect(corpus.statement(denial).polarity).toBe('NEGATED');
      expect(corpus.chain(denial).at(-1)).toBe('russian-foreign-ministry');
      expect(corpus.relations(denial, 'CONTRADICTS')).toEqual(REPORTS.map((report) => `-> ${report}`).sort());
    }
  });

  it('is not contradicted where Korotchenko says no more than that there are reports', () => {
    expect(corpus.relations('002/korotchenko-there-are-reports', 'CONTRADICTS')).toEqual([]);
  });

  it('is one event to its reports and to its denials', () => {
    const event = corpus.built.records.events.find(({ slug }) => slug === 'offer-of-volunteers');
    for (const key of [...REPORTS, '002/ministry-denied-reports', '002/ministry-news-is-fake']) {
      expect(corpus.statement(key).events.map(({ eventId }) => eventId)).toContain(event?.id);
    }
  });

  it('has one source behind two outlets', () => {
    const [businessInsider = '', nkNews = ''] = REPORTS;
    expect(corpus.chain(businessInsider).slice(1)).toEqual(['business-insider', 'russian-state-media']);
    expect(corpus.chain(nkNews).slice(1)).toEqual(['nk-news', 'russian-state-media']);
    expect(corpus.statement(businessInsider).utteranceId).toBe(corpus.statement(nkNews).utteranceId);
  });
});

describe('One event, several precisions: Sin Hong Chol meets Olga Makeeva', () => {
  it('has the narrowest date, shown by the words of both articles', () => {
    const event = corpus.built.records.events.find(({ slug }) => slug === 'makeeva-meeting-of-july-2022');
    const date = corpus.date(event?.occurredId ?? null);
    expect(date).toMatchObject({ value: '2022-07-29', basis: 'INFERRED' });
    expect(date?.words).toEqual(expect.arrayContaining(['July 29', 'late July']));
  });

  it('is told in both articles, and her office is what each one calls it', () => {
    expect(corpus.relations('003/makeeva-went-to-moscow', 'SUPPORTS')).toEqual(['-> 002/sin-met-makeeva']);
    expect(corpus.descriptions('olga-makeeva')).toEqual({
      '001': ['his counterpart', 'the DPR’s ambassador to Moscow'],
      '002': ['Donetsk People’s Republic Ambassador to Russia'],
      '003': ["Donetsk's foreign ministry"],
    });
  });
});
