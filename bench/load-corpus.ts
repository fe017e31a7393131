import type { Pool } from 'pg';
import { indexPassages } from '../src/store/comparison/index-passages.ts';
import type { Store } from '../src/store/store.ts';
import type { CorpusRecords } from '../src/domain/records.ts';

type Row = object;

/**
 * Loads records of new articles into a PostgreSQL store, each table in one statement, with every constraint and trigger on.
 * Puts them into the index of passages, and compares them with nothing: what that costs is measured apart.
 */
export class CorpusLoader {
  readonly #actors = new Set<string>();

  constructor(
    private readonly store: Store,
    private readonly pool: Pool,
  ) {}

  /** @param isIndexed whether the passages are put into the index too */
  async load(records: CorpusRecords, isIndexed = true): Promise<void> {
    const client = await this.pool.connect();
    const insert = async (table: string, rows: readonly Row[], onConflict = '') => {
      const [first] = rows;
      if (!first) return;
      const columns = Object.keys(first).map((name) => `"${columnName(name)}"`);
      await client.query(
        `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) ${onConflict}`,
        [
          JSON.stringify(
            rows.map((row) =>
              Object.fromEntries(Object.entries(row).map(([name, value]) => [columnName(name), value])),
            ),
          ),
        ],
      );
    };
    try {
      await client.query('BEGIN');
      const { rows } = await client.query<{ revision: number; article: number; utterance: number }>(
        `SELECT coalesce((SELECT max(number) FROM revision), 0) + 1 AS revision,
           coalesce((SELECT max(ordinal) FROM article), 0) AS article, coalesce((SELECT max(ordinal) FROM utterance), 0) AS utterance`,
      );
      const last = rows[0] ?? { revision: 1, article: 0, utterance: 0 };
      const { revision } = last;
      await insert('revision', [{ number: revision, summary: 'load' }]);
      const actors = records.actors.filter(({ id }) => !this.#actors.has(id));
      for (const { id } of actors) this.#actors.add(id);
      await insert(
        'actor',
        actors.map((row) => ({ ...row, revision })),
        'ON CONFLICT DO NOTHING',
      );
      await insert(
        'article',
        records.articles.map(({ id, slug, title, language, url }) => ({
          id,
          slug,
          title,
          language,
          url,
          ordinal: ++last.article,
          revision,
        })),
      );
      await insert(
        'article_version',
        records.versions.map((row) => ({ ...row, recordedAt: new Date(), revision })),
      );
      await insert('quote', records.quotes);
      await insert(
        'sourced_date',
        records.dates.map(({ quoteIds: _, ...row }) => row),
      );
      await insert(
        'sourced_date_quote',
        records.dates.flatMap(({ id, quoteIds }) =>
          quoteIds.map((quoteId, ordinal) => ({ dateId: id, ordinal, quoteId })),
        ),
      );
      await client.query(
        `UPDATE article a SET title_quote_id = x.title_quote_id, published_id = x.published_id
         FROM jsonb_to_recordset($1) AS x (id uuid, title_quote_id uuid, published_id uuid) WHERE a.id = x.id`,
        [
          JSON.stringify(
            records.articles.map(({ id, titleQuoteId, publishedId }) => ({
              id,
              title_quote_id: titleQuoteId,
              published_id: publishedId,
            })),
          ),
        ],
      );
      await insert('credit', records.credits);
      await insert('actor_mention', records.actorMentions);
      await insert(
        'utterance',
        records.utterances.map((row) => ({ ...row, ordinal: ++last.utterance, revision })),
      );
      await insert(
        'statement',
        records.statements.map(({ contentIds: _content, chain: _chain, events: _events, ...row }) => ({
          ...row,
          revision,
          reviewedIn: revision,
        })),
      );
      await insert(
        'statement_content',
        records.statements.flatMap(({ id, articleId, contentIds }) =>
          contentIds.map((quoteId, ordinal) => ({ statementId: id, ordinal, articleId, quoteId })),
        ),
      );
      await insert(
        'attribution_hop',
        records.statements.flatMap(({ id, articleId, chain }) =>
          chain.map((hop, position) => ({ statementId: id, position, articleId, ...hop })),
        ),
      );
      await client.query('SELECT refresh_search($1::uuid[])', [records.articles.map(({ id }) => id)]);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
    const versionIds = records.versions.map(({ id }) => id);
    if (isIndexed) await indexPassages(this.store.prisma, versionIds);
  }
}

const OFFSETS: Readonly<Record<string, string>> = {
  start: 'start_offset',
  end: 'end_offset',
  startUtf16: 'start_utf16',
  endUtf16: 'end_utf16',
  lengthUtf16: 'length_utf16',
};

const columnName = (name: string): string =>
  OFFSETS[name] ?? name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
