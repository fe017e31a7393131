import { migrate } from '../../../src/store/migrate.ts';
import { judge, RAW_DATABASES, type RawDatabase } from '../../support/raw-databases.ts';
import { recordSmallCorpus } from '../../support/small-corpus.ts';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/** What is worked out from other tables, and the account of migrations, hold no evidence. */
const NO_EVIDENCE = new Set(['search_entry', 'passage_key', 'indexed_version', '_prisma_migrations']);

/** The only columns that may change, each with a change that makes sense. */
const CHANGES: Readonly<Record<string, string>> = {
  'article.title': "'Another'",
  'article.title_quote_id': 'NULL',
  'article.language': "'de'",
  'article.url': "'https://example.org/'",
  'article.published_id': "id('monday')",
  'article.declared': `'{"title": "Another"}'`,
  'article.current_version_id':
    '(SELECT id FROM article_version v WHERE v.article_id = article.id ORDER BY number DESC LIMIT 1)',
  'actor.name': "'Another'",
  'actor.kind': 'kind',
  'actor.name_key': "'another'",
  'actor.merged_into_id': 'NULL',
  'actor_mention.withdrawn_in': '1',
  'actor_merge.undone_in': '1',
  'actor_merge.undone_because': "'another'",
  'api_key.revoked_at': 'now()',
  'event.title': "'Another'",
  'event.type': "'AID'",
  'event.occurred_id': 'NULL',
  'event.occurred_earliest': 'now()',
  'event.occurred_latest': 'now()',
  'event_mention.withdrawn_in': '1',
  'participant.ordinal': '7',
  'participant.withdrawn_in': '1',
  'utterance.speaker_id': "id('ann')",
  'utterance.said_id': "id('monday')",
  'statement.utterance_id': "id('said rain')",
  'statement.utterance_origin': "'CURATED'",
  'statement.speaker_id': 'speaker_id',
  'statement.evidence': "'MOVED'",
  'statement.review': 'review',
  'statement.reviewed_in': '1',
  'shared_passage.withdrawn_in': '1',
  'statement_event.withdrawn_in': '1',
  'statement_relation.rationale': "'another'",
  'statement_relation.origin': "'EXTRACTED'",
  'statement_relation.withdrawn_in': '1',
  'credit.withdrawn_in': 'NULL',
  'furniture.kind': "'HEADING'",
  'furniture.withdrawn_in': '1',
  'derivation.rationale': "'another'",
  'derivation.origin': "'EXTRACTED'",
  'derivation.withdrawn_in': '1',
};

/** SQL of a value that differs from the one that is there. */
function anotherValue({ column, type }: Column): string {
  if (type === 'uuid') return 'gen_random_uuid()';
  if (type === 'integer') return `coalesce("${column}", 0) + 1`;
  if (type === 'integer[]') return `"${column}" || 1`;
  if (type === 'double precision') return `"${column}" / 2`;
  if (type.startsWith('timestamp')) return "'1999-01-01Z'";
  if (type === 'jsonb') return `coalesce("${column}", '{}') || '{"x": 1}'`;
  if (type === 'bytea') return `set_byte("${column}", 0, get_byte("${column}", 0) # 1)`;
  if (type === 'bytea[]') return `"${column}" || '\\x00'::bytea`;
  if (type === 'text') return `coalesce("${column}", '') || 'x'`;
  if (type.startsWith('character')) return `reverse("${column}")`;
  return `(SELECT value FROM unnest(enum_range(NULL::"${type}")) AS value WHERE value <> "${column}" LIMIT 1)`;
}

describe.each(RAW_DATABASES)('what is recorded in the $kind database', ({ open }) => {
  let database: RawDatabase;
  let columns: Column[];
  let tables: string[];

  beforeAll(async () => {
    database = await open();
    await migrate(database);
    await recordSmallCorpus(database);
    const all = await database.rows<Column>(
      `SELECT c.relname AS "table", a.attname AS "column", format_type(a.atttypid, a.atttypmod) AS type
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 ORDER BY 1, a.attnum`,
    );
    columns = all.filter(({ table }) => !NO_EVIDENCE.has(table));
    tables = [...new Set(columns.map(({ table }) => table))];
  });
  afterAll(() => database.close());

  it('stands in every table of the small corpus', async () => {
    expect(tables).toHaveLength(27);
    for (const table of tables) {
      expect([table, await database.rows(`SELECT 1 FROM "${table}" LIMIT 1`)]).toEqual([table, [expect.anything()]]);
    }
  });

  it.each(['DELETE FROM', 'TRUNCATE', 'TRUNCATE TABLE ONLY'])(
    'is not removed by %s from any table',
    async (command) => {
      for (const table of tables) {
        // CASCADE, since otherwise a foreign key refuses it before the guard does.
        const script = command === 'DELETE FROM' ? `DELETE FROM "${table}"` : `${command} "${table}" CASCADE`;
        expect([table, await judge(database, script, { beginsRevision: false })]).toMatchObject([
          table,
          {
            verdict: 'refused',
            at: 'statement',
            code: '23000',
            message: expect.stringMatching(/^Nothing is deleted: /) as string,
          },
        ]);
      }
    },
  );

  it('is not replaced by an insertion that updates what it meets', async () => {
    const script = `INSERT INTO actor SELECT * FROM actor WHERE slug = 'ann' ON CONFLICT (id) DO UPDATE SET slug = 'eve'`;
    expect(await judge(database, script)).toMatchObject({
      code: '23000',
      message: expect.stringMatching(/^Evidence does not change: of actor only /) as string,
    });
  });

  it('is not changed in any column but those that tell of reviews, withdrawals and corrections', async () => {
    const immutable = columns.filter(({ table, column }) => !(`${table}.${column}` in CHANGES));
    expect(immutable.length).toBeGreaterThan(90);
    for (const named of immutable) {
      const { table, column } = named;
      const verdict = await judge(database, `UPDATE "${table}" SET "${column}" = ${anotherValue(named)}`);
      expect([table, column, verdict]).toMatchObject([
        table,
        column,
        {
          verdict: 'refused',
          at: 'statement',
          code: '23000',
          message: expect.stringContaining(`Evidence does not change: of ${table} only `) as string,
        },
      ]);
    }
  });

  it.each(Object.entries(CHANGES))('may change in %s', async (name, value) => {
    const [table = '', column = ''] = name.split('.');
    const script = `UPDATE "${table}" SET "${column}" = ${value}`;
    expect(await judge(database, script)).toEqual({ verdict: 'accepted' });
  });

  it('keeps the bounds of an event’s date, whatever an update says', async () => {
    await database.run(
      "BEGIN; INSERT INTO revision (number, summary) VALUES (2, 'a date'); UPDATE event SET occurred_earliest = '1999-01-01Z', occurred_latest = NULL",
    );
    const [event] = await database.rows(
      'SELECT occurred_earliest = earliest AND occurred_latest = latest AS kept FROM event JOIN sourced_date d ON d.id = occurred_id',
    );
    await database.run('ROLLBACK');
    expect(event).toEqual({ kept: true });
  });
});
