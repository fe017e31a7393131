import { seed } from '../../../src/ingest/seed.ts';
import { findPassages } from '../../../src/store/read/find-passages.ts';
import type { Store } from '../../../src/store/store.ts';
import { article, withFolder } from '../../support/seed-folder.ts';
import { STORES } from '../../support/stores.ts';

/** So many articles that all of them cannot be looked at. */
const CROWD = 30;
const LONG =
  'Eleven ferries crossed the frozen harbour before pilots warned captains about drifting timber, and engineers measured ' +
  'currents beneath bridges while fishermen repaired nets, painters finished murals and bakers delivered bread to hungry crews.';

describe.each(STORES)('passages that may hold some words, on the $kind store', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    const crowd = Array.from({ length: CROWD }, (_, number) =>
      article(
        `crowd-${String(number)}`,
        `Winter ${String(number)}\n\nThe pilots on the old quay saw snow fall.\n\nOld pilots like quay number ${String(number)}.\n`,
      ),
    );
    const files = Object.assign(
      {},
      ...crowd,
      article('the-one', 'Summer\n\n“Old pilots quay up,” they say on the old quay. Pilots saw it.\n'),
      article('long', `Harbour\n\nNothing else happened.\n\n${LONG}\n`),
      article('apart', 'Lists\n\nAlder.\n\nBirch and cedar.\n\nOnly cedar. And alder.\n'),
    ) as Record<string, unknown>;
    await withFolder(files, (folder) => seed(store, folder));
  });
  afterAll(() => store.close());

  const find = async (words: string) => {
    const { passages, isExhaustive } = await findPassages(store.sql, words);
    const titles = passages.map(({ text }) => text.split('\n')[0] ?? '');
    return { titles, isExhaustive, passages };
  };

  it('come first from the text that has the words in a row, though many have all of them', async () => {
    const { titles, isExhaustive } = await find('old pilots quay');
    expect(titles[0]).toBe('Summer');
    expect(titles.length).toBeGreaterThan(5);
    expect(isExhaustive).toBe(false);
  });

  it('are all there where few texts have all of the words', async () => {
    expect(await find('Alder. Birch')).toMatchObject({ titles: ['Lists'], isExhaustive: true });
    expect(await find('gratitude for mutual cooperation')).toMatchObject({ titles: [], isExhaustive: true });
  });

  it.each([
    ['as they are', LONG],
    ['without the beginning', LONG.slice(LONG.indexOf('engineers'))],
    [
      'with every fourth word exchanged',
      LONG.split(' ')
        .map((word, at) => (at % 4 === 3 ? 'something' : word))
        .join(' '),
    ],
  ])('are found by many words: %s', async (_, words) => {
    const { titles, passages } = await find(words);
    expect(titles[0]).toBe('Harbour');
    const [{ sentences, sentenceStarts, text } = { sentences: [], sentenceStarts: [], text: '' }] = passages;
    const starts = sentences?.map((number) => text.slice(sentenceStarts[number], (sentenceStarts[number] ?? 0) + 6));
    expect(starts).toContain('Eleven');
  });

  it('come by one word alone from the current texts', async () => {
    expect((await find('the timber')).titles).toEqual(['Harbour']);
    expect(await find('to be or not')).toMatchObject({ titles: [], isExhaustive: false });
  });
});
