import type { SqlClient, SqlStatement } from '../sql.ts';

/** A text that somebody brings: where it comes from, and its SHA-256. */
export interface BroughtText {
  readonly key: string;
  readonly sha256: string;
}

const KNOWN: SqlStatement = {
  name: 'known-texts',
  text: `SELECT a.source_key AS key, a.id, a.slug, v.number AS version
    FROM unnest($1::text[], $2::text[]) AS brought (key, sha256)
    JOIN article a ON a.source_key = brought.key
    JOIN article_version v ON v.id = a.current_version_id AND v.sha256 = brought.sha256`,
};

/** An article whose current text is the one that was brought. */
export interface KnownText {
  readonly key: string;
  readonly id: string;
  readonly slug: string;
  readonly version: number;
}

/** Of texts those that are the current ones of their articles already, by key. */
export async function knownTexts(sql: SqlClient, texts: readonly BroughtText[]): Promise<Map<string, KnownText>> {
  const rows = await sql.query<KnownText>(KNOWN, [texts.map(({ key }) => key), texts.map(({ sha256 }) => sha256)]);
  return new Map(rows.map((row) => [row.key, row]));
}
