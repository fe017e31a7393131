import type { PageRows } from '../../store/read/pages.ts';
import type { PageInfo } from './connection.ts';

/** An item of a page. */
export interface Edge<Row> {
  readonly node: Row;
  readonly cursor: string;
}

/** A page as resolvers return it. The list is counted when the count is asked for. */
export class Page<Row> {
  readonly edges: readonly Edge<Row>[];
  readonly pageInfo: PageInfo;
  readonly #count: () => Promise<number>;

  constructor({ rows, hasNextPage, hasPreviousPage }: PageRows<Row>, count: () => Promise<number>) {
    this.edges = rows.map(({ row, cursor }) => ({ node: row, cursor }));
    this.pageInfo = {
      hasNextPage,
      hasPreviousPage,
      startCursor: this.edges[0]?.cursor ?? null,
      endCursor: this.edges.at(-1)?.cursor ?? null,
    };
    this.#count = count;
  }

  get nodes(): readonly Row[] {
    return this.edges.map(({ node }) => node);
  }

  get totalCount(): Promise<number> {
    return this.#count();
  }
}
