import type { QuoteVerdict, SpeakerVerdict } from '../../domain/vocabulary.ts';
import type { QuotationCheck, QuoteMatchRow } from '../../store/read/check-quotation.ts';
import { findByIds } from '../../store/read/entities.ts';
import type { SqlClient } from '../../store/sql.ts';

/** A checked quotation with everything that a report tells of it; what `--json` prints. */
export interface CheckedQuotation {
  readonly text: string;
  /** Where it stands in the document, from 1; null when it was given by itself. */
  readonly place: { readonly line: number; readonly column: number } | null;
  readonly verdict: QuoteVerdict;
  readonly speaker: SpeakerVerdict | null;
  readonly isExhaustive: boolean;
  readonly matches: readonly DescribedMatch[];
}

/** A match with the names of what it refers to. Offsets are code points of the article's text. */
interface DescribedMatch extends Pick<
  QuoteMatchRow,
  'isVerbatim' | 'isWitness' | 'similarity' | 'kinds' | 'differences'
> {
  readonly article: { readonly slug: string; readonly title: string; readonly url: string | null };
  readonly exact: string;
  readonly start: number;
  readonly end: number;
  readonly edits: readonly Pick<QuoteMatchRow['edits'][number], 'operation' | 'left' | 'right'>[];
  readonly statements: readonly { readonly text: string; readonly speaker: string }[];
}

/** So many matches are told of. */
const MOST_MATCHES = 5;

/** A check with the titles and names that people know, by two statements however many matches there are. */
export async function describeCheck(
  sql: SqlClient,
  { text, place }: Pick<CheckedQuotation, 'text' | 'place'>,
  { verdict, speaker, isExhaustive, matches: all }: QuotationCheck,
): Promise<CheckedQuotation> {
  const matches = all.slice(0, MOST_MATCHES);
  const articles = await findByIds(sql, 'Article', [...new Set(matches.map(({ quote }) => quote.articleId))]);
  const actors = await findByIds(sql, 'Actor', [
    ...new Set(matches.flatMap(({ statements }) => statements.map(({ speakerId }) => speakerId))),
  ]);
  const articleOf = new Map(articles.map((article) => [article.id, article]));
  const nameOf = new Map(actors.map(({ id, name }) => [id, name]));
  return {
    text,
    place,
    verdict,
    speaker,
    isExhaustive,
    matches: matches.map(({ quote, statements, edits, isVerbatim, isWitness, similarity, kinds, differences }) => {
      const { slug = '', title = '', url = null } = articleOf.get(quote.articleId) ?? {};
      return {
        article: { slug, title, url },
        exact: quote.exact,
        start: quote.start,
        end: quote.end,
        isVerbatim,
        isWitness,
        similarity,
        kinds,
        differences,
        edits: edits.map(({ operation, left, right }) => ({ operation, left, right })),
        statements: statements.map((statement) => ({
          text: statement.text,
          speaker: nameOf.get(statement.speakerId) ?? '',
        })),
      };
    }),
  };
}
