import type { ResultOf } from 'gql.tada';
import { useEffect, useState } from 'react';
import { useClient, type OperationResult } from 'urql';
import { graphql } from '../../api/graphql.ts';
import type { Teller } from '../../text/flows.ts';

export const ChainsQuery = graphql(`
  query Chains($after: String) {
    statements(first: 100, after: $after, filter: { mode: [DIRECT, MIXED, INDIRECT] }) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        attribution {
          actor {
            slug
            name
          }
        }
      }
    }
  }
`);

/** Pages of a hundred statements. More would take long, and show no more: the picture is of who is quoted most. */
const MOST_PAGES = 20;

/** Who told whom, as far as it has been read. */
interface Chains {
  readonly chains: readonly (readonly Teller[])[];
  readonly total: { readonly read: number; readonly all: number } | null;
  readonly problem: string | null;
}

/** Reads the chains of all statements, page by page, up to two thousand. */
export function useChains(): Chains {
  const client = useClient();
  const [found, setFound] = useState<Chains>({ chains: [], total: null, problem: null });
  useEffect(() => {
    let isWanted = true;
    const read = async (): Promise<void> => {
      const chains: (readonly Teller[])[] = [];
      let after: string | null = null;
      for (let page = 0; page < MOST_PAGES; page++) {
        const answer: OperationResult<ResultOf<typeof ChainsQuery>> = await client
          .query(ChainsQuery, { after })
          .toPromise();
        if (!isWanted) return;
        if (!answer.data) {
          const problem = answer.error?.message ?? null;
          setFound((before) => ({ ...before, problem }));
          return;
        }
        const { nodes, totalCount, pageInfo } = answer.data.statements;
        chains.push(...nodes.map(({ attribution }) => attribution.map(({ actor }) => actor)));
        setFound({ chains: [...chains], total: { read: chains.length, all: totalCount }, problem: null });
        if (!pageInfo.hasNextPage) return;
        after = pageInfo.endCursor;
      }
    };
    void read();
    return () => {
      isWanted = false;
    };
  }, [client]);
  return found;
}
