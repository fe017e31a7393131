import { article, build, problemsOf, wordsOf, type SeedFiles } from '../support/seed-folder.ts';

const TEXT = 'Kim and Kim Jong-un met.\nKim Jong Un, a leader, left North Korea. Her party said so.';

interface WrittenActor {
  readonly slug: string;
  readonly name: string;
  readonly kind?: string;
  readonly names?: Readonly<Record<string, unknown[]>>;
  readonly descriptions?: Readonly<Record<string, unknown[]>>;
}

const seeds = (actors: readonly WrittenActor[], text = TEXT): SeedFiles => ({
  ...article('a', text),
  'annotations/actors.yaml': actors.map((actor) => ({ kind: 'PERSON', ...actor })),
});

/** The words of each mention, behind the actor and the kind of mention. */
async function mentions(actors: readonly WrittenActor[], text?: string): Promise<string[]> {
  const built = await build(seeds(actors, text));
  const slugs = new Map(built.records.actors.map(({ id, slug }) => [id, slug]));
  return built.records.actorMentions.map(
    ({ actorId, quoteId, kind }) => `${slugs.get(actorId) ?? ''} ${kind}: ${wordsOf(built, quoteId) ?? ''}`,
  );
}

const KIM_JONG_UN = { slug: 'kim-jong-un', name: 'Kim Jong-un', names: { a: ['Kim Jong-un', 'Kim Jong Un'] } };

describe('The names of actors', () => {
  it('stand for every occurrence, each in its own spelling', async () => {
    expect(await mentions([KIM_JONG_UN])).toEqual(['kim-jong-un NAME: Kim Jong-un', 'kim-jong-un NAME: Kim Jong Un']);
  });

  it('give way to longer names of any actor', async () => {
    const kim = { slug: 'kim', name: 'Kim', names: { a: ['Kim'] } };
    expect(await mentions([kim, KIM_JONG_UN])).toEqual([
      'kim NAME: Kim',
      'kim-jong-un NAME: Kim Jong-un',
      'kim-jong-un NAME: Kim Jong Un',
    ]);
  });

  it('are whole words', async () => {
    const korea = { slug: 'korea', name: 'Korea', names: { a: ['Korea'] } };
    expect(await mentions([korea], 'Korea, Koreans and pro-Korea groups')).toEqual([
      'korea NAME: Korea',
      'korea NAME: Korea',
    ]);
  });

  it('may overlap where neither holds the other', async () => {
    const found = await mentions(
      [
        { slug: 'north-korea', name: 'North Korean', names: { a: ['North Korean'] } },
        { slug: 'police', name: 'Korean police', names: { a: ['Korean police'] } },
      ],
      'The North Korean police came.',
    );
    expect(found).toEqual(['north-korea NAME: North Korean', 'police NAME: Korean police']);
  });

  it('that mean two actors in one text are refused until their places are given', async () => {
    const one = { slug: 'one', name: 'Kim', names: { a: ['Kim'] } };
    const two = { slug: 'two', name: 'Kim', names: { a: ['Kim'] } };
    const text = 'Kim met Kim.';
    expect(await problemsOf(seeds([one, two], text))).toMatch(
      /annotations\/actors\.yaml:1:\d+: "Kim" names both one and two in article a\. Give the places by brackets\./,
    );
    const given = { ...two, names: { a: ['met [[Kim]]'] } };
    expect(await mentions([one, given], text)).toEqual(['one NAME: Kim', 'two NAME: Kim']);
  });

  it('give way to a place that was given in brackets', async () => {
    const both = { slug: 'both', name: 'Kim', names: { a: ['Kim', 'met [[Kim]]'] } };
    expect(await mentions([both], 'Kim met Kim.')).toEqual(['both NAME: Kim', 'both NAME: Kim']);
  });

  it.each([
    ['a misspelling that the text does not have', { ...KIM_JONG_UN, name: 'Kim Jong-Un' }, 'Kim Jong-un, Kim Jong Un.'],
    ['a name without any place', { slug: 'kim', name: 'Kim' }, 'none.'],
  ])('must be one of the spellings: not %s', async (_, actor, known) => {
    expect(await problemsOf(seeds([actor]))).toContain(
      `${actor.name} is not how the texts spell ${actor.slug}. Spellings found: ${known}`,
    );
  });

  it('may be words of our own for a source that is left unnamed', async () => {
    const unnamed = { slug: 'party', name: 'a party without a name', kind: 'UNNAMED', names: { a: ['Her party'] } };
    expect(await mentions([unnamed])).toEqual(['party NAME: Her party']);
  });

  it.each([
    ['that stand nowhere', { ...KIM_JONG_UN, names: { a: ['Kim Jong-un', 'Kim Jong-il'] } }, '"Kim Jong-il" does not'],
    ['in an article that is not there', { ...KIM_JONG_UN, names: { b: ['Kim'] } }, 'b is no article of annotations'],
  ])('are refused %s', async (_, actor, expected) => {
    expect(await problemsOf(seeds([actor]))).toContain(expected);
  });
});

describe('The descriptions of actors', () => {
  it('stand beside the names, and do not hide names inside them', async () => {
    const korea = { slug: 'korea', name: 'Korea', names: { a: ['Korea'] } };
    const kim = { slug: 'kim', name: 'Kim', names: { a: ['Kim'] }, descriptions: { a: ['leader of Korea'] } };
    expect(await mentions([korea, kim], 'Kim, leader of Korea, left.')).toEqual([
      'kim DESCRIPTION: leader of Korea',
      'kim NAME: Kim',
      'korea NAME: Korea',
    ]);
  });

  it('must tell one place', async () => {
    const kim = { slug: 'kim', name: 'Kim', names: { a: ['Kim'] }, descriptions: { a: ['leader'] } };
    expect(await problemsOf(seeds([kim], 'Kim, the leader, is a leader.'))).toContain('"leader" stands in 2 places');
  });
});

describe('Actors', () => {
  it('are listed once', async () => {
    expect(await problemsOf(seeds([KIM_JONG_UN, KIM_JONG_UN]))).toContain('kim-jong-un stands here twice.');
  });
});
