import { CorpusLoader } from '../../../bench/load-corpus.ts';
import { syntheticCorpus } from '../../../bench/synthetic/corpus.ts';
import { toRecords } from '../../../bench/synthetic/to-records.ts';
import { countRows, readPages } from '../../../src/store/read/pages.ts';
import { listHits, type SearchHit } from '../../../src/store/read/search.ts';
import type { Store } from '../../../src/store/store.ts';
import { STORES } from '../../support/stores.ts';

/** Two stretches of the shortest kind, and a part of a third. */
const ARTICLES = 2_300;
const BATCH = 460;
const RANKED = 1_000;
const EVERYTHING = '-xyzzy';

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly ordinal: number | null;
  readonly score: number;
}

describe.each(STORES)('very many hits in the $kind store', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    const articles = [...syntheticCorpus({ articles: ARTICLES, seed: 1, copyRate: 0.3, sentences: [2, 2] })];
    const loader = new CorpusLoader(store);
    for (let at = 0; at < articles.length; at += BATCH)
      await loader.load(toRecords(articles.slice(at, at + BATCH)), false);
  });
  afterAll(() => store.close());

  /** All that match, by plain SQL. */
  const matching = (query: string): Promise<Entry[]> =>
    store.sql.query<Entry>(
      {
        name: '',
        text: `SELECT id, kind::text, article_ordinal AS ordinal, ts_rank_cd(vector, words)::float8 AS score
          FROM search_entry, websearch_to_tsquery('english', $1) AS words WHERE vector @@ words`,
      },
      [query],
    );

  async function listed(query: string, first = 100_000): Promise<SearchHit[]> {
    const pages = await readPages<SearchHit>(store.sql, listHits(query), { first, after: null }, null);
    return pages.get(null)?.rows.map(({ row }) => row) ?? [];
  }

  const newestOf = (query: string) =>
    store.sql.query<{ near: string; since: number | null }>(
      {
        name: '',
        text: `SELECT near::text, since FROM search_newest(websearch_to_tsquery('english', $1))`,
      },
      [query],
    );

  /** A word that more texts hold than are ranked, or fewer. */
  async function wordOf(isFrequent: boolean): Promise<string> {
    const [found] = await store.sql.query<{ word: string }>({
      name: '',
      text: `SELECT word FROM ts_stat('SELECT vector FROM search_entry') WHERE websearch_to_tsquery('english', word)::text = quote_literal(word)
        AND ndoc ${isFrequent ? '>' : '<='} ${String(RANKED)} ORDER BY ndoc DESC, word LIMIT 1`,
    });
    if (!found) throw new Error('no such word');
    return found.word;
  }

  /** What should be listed: of articles and statements those of the articles that hold the thousand newest. */
  function expected(entries: readonly Entry[]): Entry[] {
    const ordinals = entries.flatMap(({ ordinal }) => (ordinal === null ? [] : [ordinal])).sort((a, b) => b - a);
    const since = entries.length > RANKED ? (ordinals[RANKED - 1] ?? -1) : -1;
    return entries.filter(({ ordinal }) => ordinal === null || ordinal >= since);
  }

  it.each<[name: string, query: () => Promise<string>]>([
    ['of everything', () => Promise.resolve(EVERYTHING)],
    ['of a word that most texts have', () => wordOf(true)],
    ['of a word that fewer texts have than are ranked', () => wordOf(false)],
    ['of a word that nothing has', () => Promise.resolve('xyzzy')],
  ])('%s are listed by those of the newest articles, best first', async (_, find) => {
    const query = await find();
    const entries = await matching(query);
    const found = await listed(query);
    const scores = new Map(entries.map(({ id, score }) => [id, score]));
    expect(found.map(({ id }) => id).sort()).toEqual(
      expected(entries)
        .map(({ id }) => id)
        .sort(),
    );
    expect(found.map(({ id, score }) => score - (scores.get(id) ?? NaN))).toEqual(found.map(() => 0));
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
    const [count] = (await countRows(store.sql, listHits(query), null)).values();
    expect(count).toBe(entries.length);
  });

  it('are more than are listed, where very many match', async () => {
    const entries = await matching(EVERYTHING);
    const found = await listed(EVERYTHING);
    expect(entries.length).toBeGreaterThan(4 * RANKED);
    expect(found.length).toBeLessThan(entries.length);
    // All of the actors, and what the last article of them has besides.
    const aged = found.filter(({ type }) => type === 'Article' || type === 'Statement');
    expect(aged.length).toBeGreaterThanOrEqual(RANKED);
    expect(aged.length).toBeLessThan(RANKED + 20);
    expect(found.length - aged.length).toBe(entries.filter(({ ordinal }) => ordinal === null).length);
  });

  it('are found by one look among the newest', async () => {
    const [newest] = await newestOf(EVERYTHING);
    expect(newest?.near).toContain('\u001f0.2');
    expect(newest?.since).toBeGreaterThan(0);
    const rare = await wordOf(false);
    expect(await newestOf(rare)).toEqual([{ near: `'${rare}'`, since: null }]);
  });

  it('are not found by the names of stretches', async () => {
    for (const query of ['\u001f0.1', '"\u001f0.1"', '0.1']) expect(await matching(query)).toEqual([]);
  });
});
