import type { SqlClient } from '../../src/store/sql.ts';

/** One change of what is recorded, made around all code and guards of the product. */
export interface Tampering {
  /** What was changed: "quote.exact". */
  readonly what: string;
  undo(): Promise<void>;
}

interface Cell {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/** What is worked out from the rest, and who may write. */
const NOT_SEALED = ['_prisma_migrations', 'api_key', 'indexed_version', 'passage_key', 'search_entry'];

/** Changes single bytes of single cells of an embedded store, at places that a number decides. */
export class Tamperer {
  private constructor(
    private readonly sql: SqlClient,
    private readonly cells: readonly Cell[],
  ) {}

  static async of(sql: SqlClient): Promise<Tamperer> {
    const ask = (text: string) => sql.query<Cell>({ name: '', text });
    await ask("SET session_replication_role = 'replica'");
    const cells = await ask(
      `SELECT c.relname AS "table", a.attname AS "column", format_type(a.atttypid, a.atttypmod) AS type
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
         AND c.relname <> ALL ('{${NOT_SEALED.join(',')}}') ORDER BY 1, 2`,
    );
    // The database's own checks of a row are no hindrance to somebody who can switch them off.
    await ask(
      `DO $$ DECLARE c record; BEGIN
         FOR c IN SELECT conrelid::regclass AS name, conname FROM pg_constraint WHERE contype = 'c' AND conrelid <> 0 AND connamespace = 'public'::regnamespace LOOP
           EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.name, c.conname);
         END LOOP;
       END $$`,
    );
    return new Tamperer(sql, cells);
  }

  /**
   * @param turn a whole number: the columns of all tables are changed in turn
   * @param where from 0 to 1: which row, and which byte or bit of it
   * @returns null where that change cannot be made: it would be another row's key, or there is no row
   */
  async tamper(turn: number, where: number): Promise<Tampering | null> {
    const cell = this.cells[turn % this.cells.length];
    if (!cell) return null;
    const { table, column, type } = cell;
    const [row] = await this.rows<{ place: string; old: string | null }>(
      `SELECT ctid::text AS place, "${column}"::text AS old FROM "${table}" ORDER BY ctid
       OFFSET (SELECT floor($1::float8 * count(*)) FROM "${table}") LIMIT 1`,
      [(where * 7919) % 1],
    );
    if (!row) return null;
    const changed = changedText(type, row.old, where);
    if (changed === null) return null;
    const set = async (value: string | null, place: string) =>
      this.rows<{ place: string }>(
        `UPDATE "${table}" SET "${column}" = $1::text::${type} WHERE ctid = $2::tid RETURNING ctid::text AS place`,
        [value, place],
      );
    try {
      const [moved] = await set(changed, row.place);
      if (!moved) return null;
      return {
        what: `${table}.${column}: ${String(row.old).slice(0, 200)} -> ${changed.slice(0, 200)}`,
        undo: async () => {
          await set(row.old, moved.place);
        },
      };
    } catch {
      return null;
    }
  }

  private rows<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.sql.query<Row>({ name: '', text }, values);
  }
}

const ENUMS: Readonly<Record<string, readonly string[]>> = {
  statement_mode: ['DIRECT', 'MIXED', 'INDIRECT', 'NARRATION'],
  polarity: ['AFFIRMED', 'NEGATED'],
  certainty: ['CERTAIN', 'PROBABLE', 'POSSIBLE', 'UNCOMMITTED'],
  origin: ['CURATED', 'EXTRACTED'],
  review_state: ['PROPOSED', 'ACCEPTED', 'REJECTED', 'RETRACTED'],
  review_action: ['ACCEPT', 'REJECT', 'RETRACT', 'CORRECT', 'RESTORE'],
  hop_role: ['WRITER', 'PUBLISHER', 'REPORTER', 'WIRE', 'OUTLET', 'SPEAKER'],
  relation_type: ['SUPPORTS', 'CONTRADICTS', 'SUPERSEDES'],
  actor_kind: ['PERSON', 'ORGANIZATION', 'OUTLET', 'STATE', 'TERRITORY', 'UNNAMED'],
  mention_kind: ['NAME', 'DESCRIPTION'],
  event_type: ['AGREE', 'CONSULT', 'SUPPORT', 'PROTEST', 'AID'],
  participant_role: ['ACTOR', 'RECIPIENT', 'LOCATION'],
  date_basis: ['STATED', 'INFERRED'],
  credit_role: ['AUTHOR', 'EDITOR', 'PUBLISHER'],
  furniture_kind: ['CAPTION', 'CREDIT', 'NAVIGATION', 'APPEAL', 'SHARE_LINE', 'SOURCE_LIST', 'HEADING'],
  anchor_state: ['ANCHORED', 'MOVED', 'ORPHANED'],
};

/** A value's text with one byte, digit or word changed; null where nothing can be. */
function changedText(type: string, old: string | null, where: number): string | null {
  const values = ENUMS[type];
  if (values) return values[(values.indexOf(old ?? '') + 1) % values.length] ?? null;
  if (old === null || old === '') return MORE[type] ?? null;
  // Texts and JSON may have any byte changed; of what is written in digits one digit.
  const changeable =
    type === 'text' || type === 'jsonb'
      ? /[\s\S]/u
      : type === 'uuid' || type === 'bytea' || type === 'bytea[]' || type.startsWith('character')
        ? /[\da-f]/u
        : /\d/u;
  const characters = [...old];
  const start = Math.floor(where * characters.length);
  for (let step = 0; step < characters.length; step++) {
    const at = (start + step) % characters.length;
    const character = characters[at] ?? '';
    // Of bytes the x in front is none of them.
    if (!changeable.test(character) || (type.startsWith('bytea') && characters[at + 1] === 'x')) continue;
    characters[at] = flipped(character, type, where);
    return characters.join('');
  }
  return null;
}

/** What a value becomes that was null or empty. */
const MORE: Readonly<Record<string, string>> = {
  text: 'x',
  uuid: '00000000-0000-0000-0000-000000000000',
  integer: '1',
  jsonb: '{}',
  'integer[]': '{1}',
  'timestamp(3) with time zone': '2001-01-01T00:00:00Z',
};

/** A character with one bit changed, that is another one of its kind. */
function flipped(character: string, type: string, where: number): string {
  const code = character.codePointAt(0) ?? 0;
  if (type === 'text' || type === 'jsonb') return String.fromCodePoint(code ^ (1 << (Math.floor(where * 1e6) % 3)));
  if (/[a-f]/.test(character)) return character === 'a' ? 'b' : 'a';
  return String((Number(character) + 1) % (type.includes('time') ? 2 : 10));
}
