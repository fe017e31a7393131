import { askServer, type ServerOfStore } from '../server-of-store.ts';
import type { CheckedQuotation } from './described-check.ts';

const CHECK = `query CheckQuote($text: String!, $speaker: ID) {
  corpus { articles }
  checkQuote(text: $text, speaker: $speaker, first: 5) {
    verdict speaker isExhaustive
    matches {
      isVerbatim isWitness similarity kinds
      differences { kind left right }
      edits { operation left right }
      quote { exact start end article { slug title url } }
      statements { text speaker { name } }
    }
  }
}`;

type Match = CheckedQuotation['matches'][number];

interface Answer {
  readonly corpus: { readonly articles: number };
  readonly checkQuote: Pick<CheckedQuotation, 'verdict' | 'speaker' | 'isExhaustive'> & {
    readonly matches: readonly (Omit<Match, 'article' | 'exact' | 'start' | 'end' | 'statements'> & {
      readonly quote: Pick<Match, 'article' | 'exact' | 'start' | 'end'>;
      readonly statements: readonly { readonly text: string; readonly speaker: { readonly name: string } }[];
    })[];
  };
}

/**
 * A check with the titles and names that people know, by the server to which the store belongs.
 *
 * @param speaker the slug of who is said to have said the words; null for anybody
 * @returns null where there is no article yet
 */
export async function checkByServer(
  server: ServerOfStore,
  { text, place }: Pick<CheckedQuotation, 'text' | 'place'>,
  speaker: string | null,
): Promise<CheckedQuotation | null> {
  const { corpus, checkQuote } = await askServer<Answer>(server, CHECK, { text, speaker });
  if (corpus.articles === 0) return null;
  const { matches, ...verdict } = checkQuote;
  return {
    text,
    place,
    ...verdict,
    matches: matches.map(({ quote: { article, exact, start, end }, statements, ...match }) => ({
      article,
      exact,
      start,
      end,
      ...match,
      statements: statements.map(({ text: said, speaker: { name } }) => ({ text: said, speaker: name })),
    })),
  };
}
