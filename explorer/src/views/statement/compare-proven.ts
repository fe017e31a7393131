import type { RecordedRow } from '../../../../src/ledger/verify-proof.ts';
import type { ReadStatement } from './documents.ts';

/** Something that the page shows otherwise than it was recorded. */
export interface Discrepancy {
  /** "How it is rendered". */
  readonly what: string;
  readonly shown: string;
  readonly recorded: string;
}

/** What is compared: a name, the page's side and the record's. */
type Compared = readonly [what: string, shown: unknown, recorded: unknown];
type Columns = Readonly<Record<string, unknown>>;
type PageQuote = Pick<
  ReadStatement['quotes'][number],
  'exact' | 'start' | 'end' | 'startUtf16' | 'endUtf16' | 'version'
>;

/**
 * Compares what a page shows of a statement with the rows that were proven of it: the assertion, how it is rendered, each of its
 * words with their places, who is in its chain, its article. What a record refers to has to be proven as well.
 *
 * @param rows all that one proof proves
 * @returns nothing where all is the same
 */
export function compareProven(rows: readonly RecordedRow[], statement: ReadStatement): Discrepancy[] {
  const all = new Proven(rows);
  const [proven, ...others] = rows.filter(({ table }) => table === 'statement');
  const row = proven ? columnsOf(proven) : {};
  const article = all.row('article', row['article_id']);
  const content = listOf(proven, 'content', 'ordinal');
  const hops = listOf(proven, 'attribution', 'position');
  const compared: Compared[] = [
    ['Statements in the proof', 1, others.length + (proven ? 1 : 0)],
    ['The assertion', statement.text, row['text']],
    ['How it is rendered', statement.mode, row['mode']],
    ['Whether it says that something is so', statement.polarity, row['polarity']],
    ['How far its speaker commits to it', statement.certainty, row['certainty']],
    ['Where it stands in review', statement.review, row['review']],
    ['The article', statement.article.title, article['title']],
    ['The article’s short name', statement.article.slug, article['slug']],
    ['Parts of the words', statement.quotes.length, content.length],
    ...statement.quotes.flatMap((quote, index) =>
      all.words(`Words, part ${String(index + 1)}`, quote, content[index]?.['quote_id']),
    ),
    ['Links of the chain', statement.attribution.length, hops.length],
    ...statement.attribution.flatMap(({ role, actor, cue, source }, index): Compared[] => {
      const hop = hops[index] ?? {};
      const recorded = all.row('actor', hop['actor_id']);
      const link = `Link ${String(index + 1)} of the chain`;
      return [
        [`${link}, role`, role, hop['role']],
        // Whoever was found to be somebody else stands under that one: the chain was recorded with the first.
        ...(typeof recorded['merged_into_id'] === 'string'
          ? []
          : [[`${link}, who`, actor.name, recorded['name']] as const]),
        ...all.words(`${link}, words that name who`, source, hop['source_id']),
        ...all.words(`${link}, words that tell it`, cue, hop['cue_id']),
      ];
    }),
  ];
  return compared
    .filter(([, shown, recorded]) => shown !== recorded)
    .map(([what, shown, recorded]) => ({ what, shown: told(shown), recorded: told(recorded) }));
}

/** The rows of a proof, by their tables and ids. */
class Proven {
  readonly #rows: ReadonlyMap<string, Columns>;

  constructor(rows: readonly RecordedRow[]) {
    this.#rows = new Map(rows.map((row) => [`${row.table} ${String(columnsOf(row)['id'])}`, columnsOf(row)]));
  }

  /** Without columns where there is none. */
  row(table: string, id: unknown): Columns {
    return this.#rows.get(`${table} ${String(id)}`) ?? {};
  }

  words(what: string, quote: PageQuote | null, id: unknown): Compared[] {
    if (!quote) return [[what, null, id ?? null]];
    const row = this.row('quote', id);
    return [
      [what, quote.exact, row['exact']],
      [`${what}: begins at code point`, quote.start, row['start_offset']],
      [`${what}: ends at code point`, quote.end, row['end_offset']],
      [`${what}: begins at UTF-16 code unit`, quote.startUtf16, row['start_utf16']],
      [`${what}: ends at UTF-16 code unit`, quote.endUtf16, row['end_utf16']],
      [`${what}: version`, quote.version.number, this.row('article_version', row['version_id'])['number']],
    ];
  }
}

const columnsOf = ({ record }: RecordedRow): Columns => objectOf(record['row']);

const listOf = (row: RecordedRow | undefined, name: string, order: string): Columns[] => {
  const list = row?.record[name];
  return Array.isArray(list)
    ? list.map(objectOf).sort((left, right) => Number(left[order]) - Number(right[order]))
    : [];
};

const objectOf = (value: unknown): Columns => (typeof value === 'object' && value !== null ? { ...value } : {});

const told = (value: unknown): string =>
  value === undefined || value === null ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value);
