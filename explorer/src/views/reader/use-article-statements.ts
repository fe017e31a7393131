import type { ResultOf } from 'gql.tada';
import { useEffect, useState } from 'react';
import { useClient, type OperationResult } from 'urql';
import { ArticleStatementsQuery, type ArticleStatement } from './documents.ts';

/** The statements of an article, as far as they have come; they come page by page. */
export interface ArticleStatements {
  readonly statements: readonly ArticleStatement[];
  /** How many there are; null until that is known. */
  readonly total: number | null;
  readonly problem: string | null;
}

const NONE: ArticleStatements = { statements: [], total: null, problem: null };

/** Reads all statements of an article, a hundred at a time, so that the text need not wait for them. */
export function useArticleStatements(slug: string): ArticleStatements {
  const client = useClient();
  const [found, setFound] = useState(NONE);
  useEffect(() => {
    let isWanted = true;
    const read = async (): Promise<void> => {
      let statements: ArticleStatement[] = [];
      let after: string | null = null;
      do {
        const answer: OperationResult<ResultOf<typeof ArticleStatementsQuery>> = await client
          .query(ArticleStatementsQuery, { slug, after })
          .toPromise();
        if (!isWanted) return;
        const page = answer.data?.article?.statements;
        if (!page) {
          setFound({ statements, total: null, problem: answer.error?.message ?? null });
          return;
        }
        statements = [...statements, ...page.nodes];
        setFound({ statements, total: page.totalCount, problem: null });
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
    };
    void read();
    return () => {
      isWanted = false;
    };
  }, [client, slug]);
  return found;
}
