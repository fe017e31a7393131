import { article, build, problemsOf, statementOf, type SeedFiles } from '../support/seed-folder.ts';

const TEXT = 'Kim said it rains. In May he said so again. In 2022 it was.';
const said = (value: string, quote: string) => ({ value, basis: 'INFERRED', reasoning: 'So it is.', quotes: [quote] });
const reported = (key: string, content: string, more = {}) => ({
  key,
  text: 'It rains.',
  mode: 'INDIRECT',
  content,
  chain: [{ actor: 'kim', cue: '[[said]] it' }],
  ...more,
});
const IN_A = [reported('rains', 'it rains'), reported('again', 'so again', { said: said('2022', '2022') })];
const IN_B = [reported('rains', 'it rains', { said: said('2022-05', 'May') })];

const seeds = (others: SeedFiles = {}): SeedFiles => ({
  ...article('a', TEXT, { title: 'Kim', statements: IN_A }),
  ...article('b', TEXT, { title: 'Kim', statements: IN_B }),
  'annotations/actors.yaml': [{ slug: 'kim', name: 'Kim', kind: 'PERSON', names: { a: ['Kim'], b: ['Kim'] } }],
  ...others,
});
const utterances = (...written: readonly unknown[]) => seeds({ 'annotations/utterances.yaml': written });
const relations = (...written: readonly unknown[]) => seeds({ 'annotations/relations.yaml': written });
const derivations = (...written: readonly unknown[]) => seeds({ 'annotations/derivations.yaml': written });

const SHARED = { key: 'rain', speaker: 'kim', renderings: ['a/rains', 'b/rains'] };

describe('An utterance', () => {
  it('is shared by the statements that render it; any other statement has one of its own', async () => {
    const built = await build(utterances(SHARED));
    const of = (reference: string, key: string) => statementOf(built, reference, key).utteranceId;
    expect(of('a', 'rains')).toBe(of('b', 'rains'));
    expect(of('a', 'again')).not.toBe(of('a', 'rains'));
    expect(built.records.utterances).toHaveLength(2);
  });

  it('has the narrowest of the dates that its renderings give', async () => {
    const built = await build(utterances({ ...SHARED, renderings: ['a/again', 'a/rains', 'b/rains'] }));
    const id = statementOf(built, 'a', 'again').utteranceId;
    const saidId = built.records.utterances.find((utterance) => utterance.id === id)?.saidId;
    expect(built.records.dates.find((date) => date.id === saidId)?.value).toBe('2022-05');
  });

  it('has no date where no rendering gives one', async () => {
    const { records } = await build(seeds());
    expect(records.utterances.filter(({ saidId }) => saidId === null)).toHaveLength(1);
  });

  it.each([
    ['a statement that is not there', [{ ...SHARED, renderings: ['a/rains', 'a/snows'] }], 'a/snows is no statement'],
    ['an article that is not there', [{ ...SHARED, renderings: ['a/rains', 'c/rains'] }], 'c/rains is no statement'],
    ['one rendering only', [{ ...SHARED, renderings: ['a/rains'] }], '0.renderings: '],
    [
      'one rendering twice',
      [{ ...SHARED, renderings: ['a/rains', 'a/rains'] }],
      'a/rains renders another utterance already',
    ],
    ['a speaker that is no actor', [{ ...SHARED, speaker: 'xi' }], 'xi is no actor of annotations/actors.yaml'],
    ['a key twice', [SHARED, { ...SHARED, renderings: ['a/again', 'b/rains'] }], 'rain stands here twice'],
    [
      'a rendering of another',
      [SHARED, { ...SHARED, key: 'other', renderings: ['a/again', 'b/rains'] }],
      'b/rains renders',
    ],
  ])('is refused with %s', async (_, written, expected) => {
    expect(await problemsOf(utterances(...written))).toContain(expected);
  });
});

describe('A relation', () => {
  const RELATION = { from: 'b/rains', type: 'SUPPORTS', to: 'a/rains', rationale: 'Both say so.' };

  it('goes from the one statement to the other', async () => {
    const built = await build(relations(RELATION));
    expect(built.records.relations).toEqual([
      {
        fromId: statementOf(built, 'b', 'rains').id,
        toId: statementOf(built, 'a', 'rains').id,
        type: 'SUPPORTS',
        rationale: 'Both say so.',
        origin: 'CURATED',
      },
    ]);
  });

  it.each([
    ['a statement that is not there', { to: 'a/snows' }, 'annotations/relations.yaml:1:43: a/snows is no statement'],
    ['a statement to itself', { to: 'b/rains' }, 'a statement bears no relation to itself'],
    ['no article', { to: 'rains' }, '0.to: must be article/statement'],
    ['a type that is none', { type: 'DENIES' }, '0.type: Invalid option'],
    ['no rationale', { rationale: ' ' }, '0.rationale: '],
  ])('is refused with %s', async (_, wrong, expected) => {
    expect(await problemsOf(relations({ ...RELATION, ...wrong }))).toContain(expected);
  });

  it('to a statement that could not be recorded is not reported a second time', async () => {
    const broken = article('a', TEXT, { title: 'Kim', statements: [reported('rains', 'it snows'), IN_A[1]] });
    const message = await problemsOf({ ...relations(RELATION), ...broken });
    expect(message).toMatch(/^1 problem in the seeds/);
    expect(message).toContain('"it snows" does not stand in corpus/a.txt');
  });
});

describe('A derivation', () => {
  it('goes from the article that was made to the one that it draws on', async () => {
    const built = await build(derivations({ article: 'b', drawsOn: 'a', rationale: 'It has its words.' }));
    const [a, b] = built.records.articles;
    expect(built.records.derivations).toMatchObject([{ articleId: b?.id, sourceId: a?.id }]);
  });

  it('is refused from an article to itself', async () => {
    const message = await problemsOf(derivations({ article: 'a', drawsOn: 'a', rationale: 'So.' }));
    expect(message).toContain('an article is not made from itself.');
  });

  it('is refused with an article that is not there', async () => {
    const message = await problemsOf(derivations({ article: 'c', drawsOn: 'd', rationale: 'So.' }));
    expect(message).toMatch(/^2 problems/);
    for (const name of ['c', 'd']) expect(message).toContain(`${name} is no article of annotations/articles.`);
  });
});
