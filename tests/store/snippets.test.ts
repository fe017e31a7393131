import { randomUUID } from 'node:crypto';
import { readPages } from '../../src/store/read/pages.ts';
import { listHits, type SearchHit } from '../../src/store/read/search.ts';
import type { Store } from '../../src/store/store.ts';
import { STORES } from '../support/stores.ts';
import { inTransaction } from '../../src/store/write-transaction.ts';

const FILLER = 'Nothing of the kind stands here, and nobody would look for it. '.repeat(4).trim();

describe.each(STORES)('snippets of the $kind store', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  /** The snippet of the only entry that is found, its hits in brackets. */
  async function snippetOf(kind: string, title: string, body: string, query: string): Promise<string> {
    await inTransaction(store, async (tx) => {
      await tx.$executeRaw`DELETE FROM search_entry`;
      await tx.$executeRaw`INSERT INTO search_entry (kind, id, title, body, vector)
        VALUES (${kind}::search_kind, ${randomUUID()}::uuid, ${title}, ${body}, search_vector(${title}, ${body}))`;
    });
    const pages = await readPages<SearchHit>(store.sql, listHits(query), { first: 5, after: null }, null);
    const [hit] = pages.get(null)?.rows ?? [];
    if (!hit) throw new Error(`nothing found for ${query}`);
    return hit.row.snippet.replaceAll('\uE000', '[').replaceAll('\uE001', ']');
  }

  it.each<[name: string, paragraphs: readonly string[], query: string, snippet: string]>([
    [
      'the first paragraph that holds all of the words',
      ['A dam broke.', 'The dam of Alm holds.', 'Dams hold in Alm.'],
      'dam alm',
      'The [dam] of [Alm] holds.',
    ],
    [
      'the two that hold most of them, where none holds all',
      ['The dam broke.', FILLER, 'A dam in Alm.', 'Alm is safe, they said.', 'Safe.'],
      'dam alm safe',
      'A [dam] in [Alm]. … [Alm] is [safe], they said.',
    ],
    [
      'nothing between them as if it stood there',
      ['The dam broke.', FILLER, 'Alm is safe.'],
      'dam alm',
      'The [dam] broke. … [Alm] is safe.',
    ],
    ['a word with another ending', ['They were happy.', 'She said so happily.'], 'happiness', 'They were [happy].'],
    ['a word that does not begin with its stem', [FILLER, 'He lay dying.', FILLER], 'die', '[dying]'],
    ['no word that merely begins so', ['An article on parties.', 'The art of it.'], 'art', '[art]'],
    ['no word that holds it', ['A party.', 'The art of it.'], 'art', 'The [art] of it.'],
    ['any of alternatives', ['A river.', 'A dam.'], 'dam or lake', 'A [dam].'],
    [
      'the words of a phrase where they stand together',
      ['The dam of Alm, which broke.', FILLER, 'Broke dam.', 'The dam broke at noon.'],
      '"dam broke"',
      '[dam] [broke] at noon',
    ],
    [
      'a phrase or a word, where one paragraph holds both',
      ['Coal and coking.', 'They give clinker for coking coal.', 'Clinker.'],
      'clinker or "coking coal"',
      'They give [clinker] for [coking] [coal].',
    ],
    ['what is not left out', ['A lake.', 'A dam.'], 'dam -sea', 'A [dam].'],
    ['numbers with a point', ['It rose 3x5 metres.', 'It rose 3.5 metres.'], '3.5', 'It rose [3.5] metres.'],
    ['words in capitals', ['THE DAM BROKE.'], 'dam', 'THE [DAM] BROKE.'],
    ['words beside marks', ['He said: (dam).'], 'dam', 'He said: ([dam]).'],
  ])('show %s', async (_, paragraphs, query, snippet) => {
    expect(await snippetOf('ARTICLE', 'About something else', paragraphs.join('\n\n'), query)).toContain(snippet);
  });

  it('show of a long paragraph what stands around the hits', async () => {
    const long = `${FILLER} The dam of Alm broke. ${FILLER}`;
    const snippet = await snippetOf('ARTICLE', 'x', long, 'dam broke');
    expect(snippet).toContain('The [dam] of Alm [broke].');
    expect(snippet.split(' ').length).toBeLessThanOrEqual(35);
  });

  it('show a title alone that holds all of the words, and else the quotes that do', async () => {
    expect(await snippetOf('EVENT', 'The dam broke', 'the dam broke\nAda Alm', 'dam broke')).toBe('The [dam] [broke]');
    expect(await snippetOf('EVENT', 'It broke', 'the dam broke\nAda Alm', 'dam broke')).toBe('the [dam] [broke]');
    expect(await snippetOf('EVENT', 'It broke', 'the dam broke\nAda Alm', 'dam alm')).toBe(
      'the [dam] broke … Ada [Alm]',
    );
  });

  it.each(['dam \\m', 'dam (', 'dam [a', 'dam |', "dam'", 'dam c++', 'dam *', 'dam \\', 'dam $1'])(
    'are cut for %j',
    async (query) => {
      const text = 'The dam (with c++, 1 and a m) holds | or not.';
      expect(await snippetOf('ARTICLE', 'x', text, query)).toContain('[dam]');
    },
  );
});
