import { article, build, problemsOf, statementOf, wordsOf, type SeedFiles } from '../support/seed-folder.ts';

const TEXT = 'Kim met Putin in “Moscow” in May. In May the two met. A test of a weapon followed.';
const STATEMENTS = [
  { key: 'met', text: 'They met in Moscow.', content: 'Kim met Putin in "Moscow" in May.' },
  { key: 'met-only', text: 'They met.', content: 'Kim met Putin' },
  { key: 'followed', text: 'A test followed.', content: 'A test of a weapon followed.' },
];
const KIM = { slug: 'kim', name: 'Kim', kind: 'PERSON', names: { a: ['Kim'] } };
const MEETING = { slug: 'meeting', title: 'They meet', type: 'CONSULT', mentions: { a: ['met Putin in "Moscow"'] } };
const DATE = { value: '2022-05', basis: 'STATED', quotes: [{ in: 'a', quote: '" in [[May]]' }] };

const seeds = (...events: readonly unknown[]): SeedFiles => ({
  ...article('a', TEXT, { title: 'A test of a weapon', statements: STATEMENTS }),
  'annotations/actors.yaml': [KIM],
  'annotations/events.yaml': events,
});

describe('An event', () => {
  it('is what those statements are about whose content holds a mention of it', async () => {
    const built = await build(seeds(MEETING));
    const told = (key: string) => statementOf(built, 'a', key).events.map(({ quoteId }) => wordsOf(built, quoteId));
    expect(told('met')).toEqual(['met Putin in “Moscow”']);
    expect(told('met-only')).toEqual([]);
    expect(told('followed')).toEqual([]);
  });

  it('has one mention of one place, however often it is written down', async () => {
    const built = await build(
      seeds({ ...MEETING, mentions: { a: ['met Putin in "Moscow"', 'met Putin in “Moscow”'] } }),
    );
    expect(built.records.eventMentions).toHaveLength(1);
    expect(statementOf(built, 'a', 'met').events).toHaveLength(1);
  });

  it('may share its words with another event', async () => {
    const built = await build(seeds(MEETING, { ...MEETING, slug: 'other' }));
    expect(statementOf(built, 'a', 'met').events).toHaveLength(2);
  });

  it('has the date that its words give, and no other', async () => {
    const built = await build(seeds({ ...MEETING, occurred: DATE }, { ...MEETING, slug: 'undated' }));
    const [dated, undated] = built.records.events;
    const date = built.records.dates.find(({ id }) => id === dated?.occurredId);
    expect(date).toMatchObject({ value: '2022-05', basis: 'STATED', reasoning: null });
    expect(date?.quoteIds.map((id) => wordsOf(built, id))).toEqual(['May']);
    expect(undated?.occurredId).toBeNull();
  });

  it('keeps its participants in their order', async () => {
    const participants = [
      { actor: 'kim', role: 'RECIPIENT' },
      { actor: 'kim', role: 'ACTOR' },
    ];
    const { records } = await build(seeds({ ...MEETING, participants }));
    expect(records.participants.map(({ role, ordinal }) => [role, ordinal])).toEqual([
      ['RECIPIENT', 0],
      ['ACTOR', 1],
    ]);
  });

  it.each([
    ['a mention that stands nowhere', { mentions: { a: ['met Trump'] } }, '"met Trump" does not stand in corpus/a.txt'],
    ['a mention that stands twice', { mentions: { a: ['met'] } }, '"met" stands in 2 places of corpus/a.txt'],
    [
      'a mention in an article that is not there',
      { mentions: { b: ['met'] } },
      'b is no article of annotations/articles',
    ],
    [
      'a participant that is no actor',
      { participants: [{ actor: 'xi', role: 'ACTOR' }] },
      'xi is no actor of annotations',
    ],
    ['a date that is none', { occurred: { ...DATE, value: 'May' } }, '"May" is no date in EDTF'],
    [
      'a date by an article that is not there',
      { occurred: { ...DATE, quotes: [{ in: 'b', quote: 'May' }] } },
      'b is no',
    ],
    ['a type that is none', { type: 'SAY' }, '0.type: Invalid option'],
  ])('is refused with %s', async (_, wrong, expected) => {
    expect(await problemsOf(seeds({ ...MEETING, ...wrong }))).toContain(expected);
  });

  it('is listed once', async () => {
    expect(await problemsOf(seeds(MEETING, MEETING))).toContain('meeting stands here twice.');
  });
});
