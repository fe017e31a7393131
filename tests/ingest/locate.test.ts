import { ArticleText } from '../../src/ingest/article-text.ts';
import { Locator } from '../../src/ingest/locate.ts';
import { Problems } from '../../src/ingest/problems.ts';
import { problemsOf, article } from '../support/seed-folder.ts';

const TEXT = [
  'Kim wrote a letter.',
  'Putin said “one.” He said “two.” Ivanov told Tass “three.”',
  'A minister said nothing.',
  'The ministry told nothing.',
  'The end, as a reader of this said long ago, is near.',
].join('\n');

/** The words before the place that is found near the content, and what is wrong if there is none. */
function near(written: string, ...content: string[]) {
  const text = new ArticleText('a', 1, TEXT);
  const problems = new Problems();
  const spans = content.map((words) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length }));
  const place = new Locator(text, 'corpus/a.txt', problems).near(written, spans, 'a.yaml:1:1');
  if (place) return TEXT.slice(Math.max(0, place.start - 6), place.end);
  try {
    problems.throwIfAny();
  } catch (error) {
    return error instanceof Error ? error.message : null;
  }
  return null;
}

describe('Words that tell who spoke', () => {
  it.each([
    ['in the sentence of the content first', 'said', ['two'], '.” He said'],
    ['then in its paragraph', 'told', ['two'], 'vanov told'],
    ['then in the paragraphs beside it', 'letter', ['one'], 'ote a letter'],
    ['then in the whole text', 'Kim', ['near'], 'Kim'],
    ['in each sentence that the content touches', 'told', ['two', 'three'], 'vanov told'],
    ['beside each paragraph that the content touches', 'nothing', ['letter', 'near'], ' told nothing'],
  ])('are looked for %s', (_, written, content, expected) => {
    expect(near(written, ...content)).toBe(expected);
  });

  it('must occur once where they are nearest, though they stand elsewhere too', () => {
    expect(near('said', 'three')).toMatch(
      /^1 problem in the seeds.*\na\.yaml:1:1: "said" stands in 2 places of corpus\/a\.txt\./,
    );
  });

  it('are rather outside the content than in it', () => {
    const text = 'He said “they said so.”';
    const problems = new Problems();
    const start = text.indexOf('they');
    const locator = new Locator(new ArticleText('a', 1, text), 'a.txt', problems);
    const place = locator.near('said', [{ start, end: text.length - 1 }], 'a.yaml:1:1');
    expect(text.slice(0, place?.start)).toBe('He ');
  });

  it('may stand in the content where they stand nowhere else near it', () => {
    expect(near('told', 'Ivanov told Tass “three')).toBe('vanov told');
  });
});

describe('A selector', () => {
  const of = (title: unknown) => problemsOf(article('a', TEXT, { title }));

  it('that is found nowhere is named with its place and the nearest candidates, best first', async () => {
    const message = await of('A ministry said nothing');
    expect(message).toMatch(
      /annotations\/articles\/a\.yaml:1:\d+: "A ministry said nothing" does not stand in corpus\/a\.txt\./,
    );
    expect(message).toContain('Nearest:\n    line 3, column 1: A minister said nothing');
  });

  it('that is like nothing in the text says so', async () => {
    expect(await of('quite another matter')).toContain('Nothing like it is there.');
  });

  it('that is found in several places is named with the places and their surroundings', async () => {
    const ambiguous = await of('said');
    expect(ambiguous).toContain('"said" stands in 4 places of corpus/a.txt.');
    expect(ambiguous).toContain('line 2, column 7: Kim wrote a letter. Putin said');
    expect(ambiguous).toContain('line 5, column 30:  The end');
  });

  it.each([
    ['brackets that do not pair', 'A [[minister said', '"A [[minister said" is no selector'],
    ['brackets around nothing', 'A [[]] minister', '"A [[]] minister" is no selector'],
    [
      'a range whose end is not there',
      { from: 'A minister', to: 'everything' },
      'from "A minister" to "everything" does not',
    ],
    ['a context that is not there', { exact: 'Putin', prefix: 'Mr. ' }, '"Mr. Putin" does not stand in'],
  ])('with %s is refused', async (_, written, expected) => {
    expect(await of(written)).toContain(expected);
  });
});

describe('The long form of a selector', () => {
  it('finds words that hold double brackets themselves', () => {
    const text = 'He wrote [[sic]] and then sic again.';
    const locator = new Locator(new ArticleText('a', 1, text), 'a.txt', new Problems());
    const words = (exact: string, prefix = '', suffix = '') => {
      const place = locator.one({ exact, prefix, suffix }, 'a.yaml:1:1');
      return place && text.slice(place.start, place.end);
    };
    expect(words('wrote [[sic]] and')).toBe('wrote [[sic]] and');
    expect(words('[[sic]]')).toBe('[[sic]]');
    expect(words('sic', 'then ', ' again')).toBe('sic');
  });
});
