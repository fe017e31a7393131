import { OWN_SEEDS } from '../../../src/cli/commands/seed.ts';
import { seed } from '../../../src/ingest/seed.ts';
import type { SqlClient } from '../../../src/store/sql.ts';
import type { Store } from '../../../src/store/store.ts';
import type { CheckResult } from '../../../src/store/verify/check.ts';
import { verifyStore } from '../../../src/store/verify/verify-store.ts';
import { withFolder } from '../../support/seed-folder.ts';
import { ferries, TEXT } from '../../support/small-seeds.ts';
import { STORES } from '../../support/stores.ts';

const TEXTS = 'Every text has the hash';
const QUOTES = 'Every quote is its slice';
const VERSIONS = 'Versions are numbered without gaps';
const TITLES = 'A title that a text tells';
const CONTENT = 'Every standing statement has content';
const CHAINS = 'Every standing statement’s chain';
const DATES = 'Every date has the words';
const COLUMNS = 'Columns that repeat others';
const ANCHORS = 'An anchored quote has the same words';
const REVISIONS = 'Revisions are numbered from 1';
const MERGES = 'A merged actor stands under';
const REVIEWS = 'Every statement stands in review where';
const EVIDENCE = 'Every statement tells how far';
const HISTORY = 'What rows were is kept';
const SEARCH = 'Search looks through what is recorded';
const INDEX = 'Quotations are looked for in every text';
const GUARDS = 'The database’s own guards are on';
const SEALED = 'Everything is as it was sealed in the ledger.';
/** What is worked out from the rest is in no ledger, nor is what guards it. */
const UNSEALED: readonly (string | undefined)[] = [SEARCH, INDEX, GUARDS];

const without = (table: string, constraint: string): string => `ALTER TABLE ${table} DROP CONSTRAINT ${constraint};`;
const one = (table: string, condition = 'true', column = 'id'): string =>
  `${column} = (SELECT ${column} FROM ${table} WHERE ${condition} ORDER BY ${column} LIMIT 1)`;
const SPOKEN = one('statement', "mode <> 'NARRATION'");
const hop = (condition: string) =>
  `(statement_id, position) = (SELECT statement_id, position FROM attribution_hop WHERE ${condition} ORDER BY 1, 2 LIMIT 1)`;

const TAMPERINGS: [tampering: string, sql: string, broken: string[]][] = [
  [
    'a hash',
    `${without('article_version', 'article_version_sha256_of_text')} UPDATE article_version SET sha256 = reverse(sha256) WHERE ${one('article_version')}`,
    [TEXTS],
  ],
  [
    'a length',
    `${without('article_version', 'article_version_length_of_text')} UPDATE article_version SET length = length + 1 WHERE ${one('article_version')}`,
    [TEXTS],
  ],
  [
    'a UTF-16 length',
    `${without('article_version', 'article_version_length_utf16_of_text')} UPDATE article_version SET length_utf16 = 0 WHERE ${one('article_version')}`,
    [TEXTS],
  ],
  [
    'the words of a cue',
    `UPDATE quote SET exact = upper(exact) WHERE id = (SELECT cue_id FROM attribution_hop WHERE cue_id IS NOT NULL AND cue_id NOT IN (SELECT quote_id FROM statement_content UNION SELECT quote_id FROM actor_mention UNION SELECT quote_id FROM event_mention UNION SELECT quote_id FROM quote_anchor) ORDER BY 1 LIMIT 1)`,
    [QUOTES],
  ],
  ['a prefix', `UPDATE quote SET prefix = prefix || 'x' WHERE ${one('quote')}`, [QUOTES]],
  ['a suffix', `UPDATE quote SET suffix = '' WHERE ${one('quote', "suffix <> ''")}`, [QUOTES]],
  ['a UTF-16 offset', `UPDATE quote SET start_utf16 = start_utf16 + 1 WHERE ${one('quote')}`, [QUOTES]],
  ['a paragraph', `UPDATE quote SET paragraph = paragraph + 1 WHERE ${one('quote')}`, [QUOTES]],
  ['a version’s number', `UPDATE article_version SET number = 7 WHERE ${one('article_version')}`, [VERSIONS]],
  [
    'the current version',
    `UPDATE article SET current_version_id = (SELECT id FROM article_version v WHERE v.article_id = article.id AND number = 1) WHERE slug = 'ferries'`,
    [VERSIONS, EVIDENCE, SEARCH],
  ],
  ['a title', `UPDATE article SET title = 'Other' WHERE ${one('article')}`, [TITLES, SEARCH]],
  ['a statement’s position', `UPDATE statement SET position = position + 1 WHERE ${SPOKEN}`, [CONTENT]],
  [
    'the second quote of a statement, for another article’s',
    `UPDATE statement_content c SET quote_id = (SELECT q.id FROM quote q WHERE q.article_id <> c.article_id ORDER BY 1 LIMIT 1) WHERE ordinal = 1 AND statement_id = (SELECT statement_id FROM statement_content WHERE ordinal = 1 ORDER BY 1 LIMIT 1)`,
    [CONTENT, SEARCH],
  ],
  [
    'the content of a statement',
    `DELETE FROM statement_content WHERE statement_id = (SELECT id FROM statement WHERE review = 'ACCEPTED' ORDER BY 1 LIMIT 1)`,
    [CONTENT, SEARCH],
  ],
  ['the mode of a reported statement', `UPDATE statement SET mode = 'NARRATION' WHERE ${SPOKEN}`, [CHAINS]],
  ['the end of a chain', `DELETE FROM attribution_hop WHERE ${hop("role = 'SPEAKER'")}`, [CHAINS]],
  ['who speaks', `UPDATE attribution_hop SET actor_id = gen_random_uuid() WHERE ${hop("role = 'SPEAKER'")}`, [CHAINS]],
  [
    'whose voice it is',
    `UPDATE attribution_hop SET actor_id = (SELECT id FROM actor WHERE slug = 'kim-jong-un') WHERE ${hop("role IN ('WRITER', 'PUBLISHER')")}`,
    [CHAINS],
  ],
  [
    'the words of a hop',
    `${without('attribution_hop', 'attribution_hop_shows_its_words')} UPDATE attribution_hop SET cue_id = NULL, source_id = NULL WHERE ${hop("role = 'SPEAKER'")}`,
    [CHAINS],
  ],
  [
    'an author’s credit',
    "UPDATE credit SET withdrawn_in = 1 WHERE role = 'AUTHOR' AND article_id = (SELECT id FROM article WHERE slug = 'ferries')",
    [CHAINS],
  ],
  [
    'the quotes of a date',
    `DELETE FROM sourced_date_quote WHERE date_id = (SELECT id FROM sourced_date ORDER BY 1 LIMIT 1)`,
    [DATES],
  ],
  [
    'a reasoning',
    `${without('sourced_date', 'sourced_date_inferred_with_reasoning')} UPDATE sourced_date SET reasoning = NULL WHERE ${one('sourced_date', "basis = 'INFERRED'")}`,
    [DATES],
  ],
  ['a repeated ordinal', `UPDATE statement SET article_ordinal = 99 WHERE ${SPOKEN}`, [COLUMNS, SEARCH]],
  ['a repeated date of a statement', `UPDATE statement SET said_earliest = '1999-01-01Z' WHERE ${SPOKEN}`, [COLUMNS]],
  ['a repeated date of an event', `UPDATE event SET occurred_latest = '1999-01-01Z' WHERE ${one('event')}`, [COLUMNS]],
  [
    'an anchor’s target',
    `UPDATE quote_anchor SET target_id = (SELECT id FROM quote ORDER BY 1 LIMIT 1) WHERE ${one('quote_anchor', 'target_id IS NOT NULL', 'quote_id')}`,
    [ANCHORS],
  ],
  [
    'an anchor’s state',
    `${without('quote_anchor', 'quote_anchor_target_unless_orphaned')} UPDATE quote_anchor SET state = 'ORPHANED' WHERE ${one('quote_anchor', 'target_id IS NOT NULL', 'quote_id')}`,
    [ANCHORS, EVIDENCE],
  ],
  ['the number of a revision', "INSERT INTO revision (number, summary) VALUES (9, 'too far')", [REVISIONS]],
  ['the revision of a row', `UPDATE actor SET revision = 99 WHERE ${one('actor')}`, [REVISIONS]],
  ['the revision of a review', `UPDATE statement SET reviewed_in = 99 WHERE ${SPOKEN}`, [REVISIONS, REVIEWS]],
  [
    'the review of a statement',
    `UPDATE statement SET review = 'REJECTED' WHERE id = (SELECT statement_id FROM review ORDER BY 1 LIMIT 1)`,
    [REVIEWS],
  ],
  [
    'how far the words of a statement stand',
    `UPDATE statement SET evidence = 'ORPHANED' WHERE ${one('statement', "evidence <> 'ORPHANED'")}`,
    [EVIDENCE],
  ],
  [
    'under whom an actor stands',
    `UPDATE actor SET merged_into_id = (SELECT id FROM actor WHERE slug = 'kim-jong-un') WHERE slug = 'abkhazia'`,
    [MERGES, SEARCH],
  ],
  [
    'until when a row was so',
    'UPDATE row_history SET until = 99 WHERE key = (SELECT key FROM row_history ORDER BY key LIMIT 1)',
    [HISTORY],
  ],
  ['an entry of the search', `UPDATE search_entry SET body = 'x' WHERE ${one('search_entry')}`, [SEARCH]],
  ['the entries of the search', "DELETE FROM search_entry WHERE kind = 'ACTOR'", [SEARCH]],
  ['a text that cannot be found', `DELETE FROM indexed_version WHERE number = 1`, [INDEX]],
  ['the passages of a text', `DELETE FROM passage_key WHERE version = 1`, [INDEX]],
  ['a guard, switched off', 'ALTER TABLE quote DISABLE TRIGGER check_quotes', [GUARDS]],
  ['all guards of a table', 'ALTER TABLE statement DISABLE TRIGGER USER', [GUARDS]],
  ['a guard, kept for replicas only', 'ALTER TABLE quote ENABLE REPLICA TRIGGER refuse_change', [GUARDS]],
];

class Undone extends Error {}

describe.each(STORES)('verifying the $kind store', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
    await seed(store, OWN_SEEDS);
    await withFolder(ferries(), (folder) => seed(store, folder));
    await withFolder(ferries({ text: `${TEXT}It snows.\n` }), (folder) => seed(store, folder));
  });
  afterAll(() => store.close());

  /** What does not hold once somebody has gone around the guards; undone afterwards. */
  async function brokenAfter(tampering: string): Promise<CheckResult[]> {
    const results: CheckResult[] = [];
    const undone = store.prisma.$transaction(
      async (tx) => {
        await tx.$executeRawUnsafe('SET LOCAL ROLE NONE');
        await tx.$executeRawUnsafe('SET LOCAL session_replication_role = replica');
        for (const statement of tampering.split(';')) await tx.$executeRawUnsafe(statement);
        const inside: SqlClient = {
          query: <Row>({ text }: { text: string }, values: readonly unknown[] = []) =>
            tx.$queryRawUnsafe<Row[]>(text, ...values),
          asOf: () => inside,
        };
        const holds = await verifyStore(inside, (result) => results.push(result));
        expect(holds).toBe(results.every(({ broken }) => broken === 0));
        throw new Undone();
      },
      { timeout: 60_000 },
    );
    await expect(undone).rejects.toBeInstanceOf(Undone);
    return results.filter(({ broken }) => broken > 0);
  }

  it('finds that all holds of what was seeded, and that every check looked at something', async () => {
    const results: CheckResult[] = [];
    expect(await verifyStore(store.sql, (result) => results.push(result))).toBe(true);
    expect(results.filter(({ broken, examples }) => broken > 0 || examples.length > 0)).toEqual([]);
    expect(results.filter(({ checked }) => checked === 0)).toEqual([]);
    expect(results).toHaveLength(18);
  });

  it('finds nothing after a tampering that changes nothing', async () => {
    expect(await brokenAfter('UPDATE quote SET exact = exact')).toEqual([]);
  });

  it.each(TAMPERINGS)('names what is broken after a change of %s', async (_, tampering, broken) => {
    const all = await brokenAfter(tampering);
    expect(all.some(({ name }) => name === SEALED)).toBe(!UNSEALED.includes(broken[0]));
    const found = all.filter(({ name }) => name !== SEALED);
    expect(found.map(({ name }) => broken.find((beginning) => name.startsWith(beginning)) ?? name)).toEqual(broken);
    for (const { examples } of found) {
      expect(examples).not.toEqual([]);
      for (const example of examples)
        expect(example).toMatch(/^(?:article|version|quote|statement|date|event|actor|revision|trigger) \S+/);
    }
  });

  it('names the quote that is broken, and counts more of them than it names', async () => {
    const [{ id }] = (await store.sql.query<{ id: string }>({
      name: '',
      text: 'SELECT id FROM quote ORDER BY id LIMIT 1',
    })) as [{ id: string }];
    expect(await brokenAfter(`UPDATE quote SET suffix = 'x' WHERE id = '${id}'`)).toMatchObject([
      { broken: 1, examples: [`quote ${id}`] },
      { name: SEALED, broken: 1, examples: [`quote ${id} in revision 1`] },
    ]);
    const [all] = await brokenAfter('UPDATE quote SET paragraph = 999');
    expect(all?.broken).toBe(all?.checked);
    expect(all?.examples).toHaveLength(20);
  });
});
