import type { SqlClient } from '../src/store/sql.ts';
import type { SyntheticArticle, SyntheticQuotation } from './synthetic/article.ts';

/** How many of the pairs that are there were found, and how many of those found are there. */
export interface Measured {
  /** Of the pairs found those that are renderings of one utterance; 1 when none was found. */
  readonly precision: number;
  /** Of the renderings that were taken over those found, by what was done to them. */
  readonly recall: readonly {
    readonly edit: string;
    readonly isHard: boolean;
    readonly pairs: number;
    readonly found: number;
  }[];
  readonly found: number;
  readonly wrong: readonly { readonly left: string; readonly right: string; readonly isFormula: boolean }[];
  readonly missed: readonly { readonly edit: string; readonly left: string; readonly right: string }[];
}

interface Told {
  readonly article: SyntheticArticle;
  readonly quotation: SyntheticQuotation;
  readonly found: string;
}

/** Holds the utterances that a store has found against the true ones of the articles recorded in it. */
export async function measureRenderings(sql: SqlClient, articles: readonly SyntheticArticle[]): Promise<Measured> {
  const rows = await sql.query<{ slug: string; start: number; utterance: string }>({
    name: '',
    text: `SELECT a.slug, q.start_utf16 AS start, s.utterance_id::text AS utterance FROM statement s
      JOIN article a ON a.id = s.article_id JOIN statement_content c ON c.statement_id = s.id AND c.ordinal = 0
      JOIN quote q ON q.id = c.quote_id`,
  });
  const utteranceOf = new Map(rows.map(({ slug, start, utterance }) => [`${slug} ${String(start)}`, utterance]));
  const told = articles.flatMap((article) =>
    article.quotations.flatMap((quotation): Told[] => {
      const found = utteranceOf.get(`${article.slug} ${String(quotation.parts[0]?.start ?? quotation.start)}`);
      return found === undefined ? [] : [{ article, quotation, found }];
    }),
  );
  const pairs = [...grouped(told, ({ found }) => found).values()].flatMap(pairsOf);
  // The very same words of one speaker are one utterance to any reader, though they were made twice.
  const wrong = pairs.filter(
    ([one, other]) => one.quotation.utterance !== other.quotation.utterance && lettersOf(one) !== lettersOf(other),
  );
  const copies = [...grouped(told, ({ quotation }) => quotation.utterance).values()].flatMap((same) => {
    const first = same.find(({ quotation }) => quotation.edit === null);
    return first ? same.filter((other) => other.article !== first.article).map((copy) => [first, copy] as const) : [];
  });
  const byEdit = grouped(copies, ([, { quotation }]) => `${quotation.edit ?? 'NONE'} ${String(quotation.isHard)}`);
  return {
    precision: pairs.length === 0 ? 1 : 1 - wrong.length / pairs.length,
    recall: [...byEdit.values()].map((some) => ({
      edit: some[0]?.[1].quotation.edit ?? 'NONE',
      isHard: some[0]?.[1].quotation.isHard ?? false,
      pairs: some.length,
      found: some.filter(([first, copy]) => first.found === copy.found).length,
    })),
    found: pairs.length,
    wrong: wrong.map(([one, other]) => ({
      left: wordsOf(one),
      right: wordsOf(other),
      isFormula: one.quotation.formula !== null && one.quotation.formula === other.quotation.formula,
    })),
    missed: copies
      .filter(([first, copy]) => first.found !== copy.found)
      .map(([first, copy]) => ({ edit: copy.quotation.edit ?? 'NONE', left: wordsOf(first), right: wordsOf(copy) })),
  };
}

const wordsOf = ({ article, quotation }: Told): string =>
  `${quotation.mode} ${article.text.slice(quotation.start, quotation.end)}`;

const lettersOf = (told: Told): string =>
  wordsOf(told)
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** Each two of different articles. */
const pairsOf = (same: readonly Told[]): [Told, Told][] =>
  same.flatMap((one, index) =>
    same.slice(index + 1).flatMap((other): [Told, Told][] => (other.article === one.article ? [] : [[one, other]])),
  );

function grouped<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
