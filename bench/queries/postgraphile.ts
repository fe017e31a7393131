import type { Variables } from './questions.ts';

/** Asks a server, and gives the `data` of its answer. */
export type Ask = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** A question as PostGraphile is asked it, whose fields are named after the tables. */
interface AsPostgraphile {
  readonly query: string;
  /** Its variables for those of the question. */
  readonly variables: (
    variables: readonly Variables[],
    ask: Ask,
  ) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** What it answered, in the shape of the others. */
  readonly read: (data: never) => unknown;
}

const bareId = (id = ''): string => Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';
const globalId = (type: string, id: string): string => Buffer.from(`${type}:${id}`).toString('base64url');

const bareIds: AsPostgraphile['variables'] = (all) => Promise.resolve(all.map(({ id }) => ({ id: bareId(id) })));

interface List<Node> {
  readonly nodes: readonly Node[];
}
interface QuoteRow {
  readonly versionId: string;
  readonly exact: string;
  readonly startOffset: number;
  readonly endOffset: number;
  readonly prefix?: string;
  readonly suffix?: string;
}
interface StatementRow {
  readonly rowId: string;
  readonly articleByArticleId: unknown;
  readonly actorBySpeakerId: unknown;
  readonly attributionHopsByStatementIdAndArticleId: List<
    { readonly actorByActorId: unknown } & Record<string, unknown>
  >;
  readonly statementContentsByStatementIdAndArticleId: List<{ readonly quoteByQuoteIdAndArticleId: QuoteRow }>;
}

const quote = ({ versionId, startOffset: start, endOffset: end, ...row }: QuoteRow) => ({
  id: globalId('Quote', `${versionId}:${String(start)}-${String(end)}`),
  ...row,
  start,
  end,
});

const QUOTE = 'versionId exact startOffset endOffset';
const CHAIN = 'attributionHopsByStatementIdAndArticleId(orderBy: POSITION_ASC)';
const CONTENT = 'statementContentsByStatementIdAndArticleId(orderBy: ORDINAL_ASC)';
const IN_ORDER = 'orderBy: [ARTICLE_ORDINAL_ASC, POSITION_ASC, ROW_ID_ASC]';

/** By the names of the questions. */
export const AS_POSTGRAPHILE: Readonly<Record<string, AsPostgraphile>> = {
  Q0: {
    query: 'query ($id: UUID!) { statementByRowId(rowId: $id) { rowId text mode polarity certainty } }',
    variables: bareIds,
    read: ({ statementByRowId: { rowId, ...row } }: { statementByRowId: { rowId: string } }) => ({
      node: { id: globalId('Statement', rowId), ...row },
    }),
  },
  Q1: {
    query: `query ($id: UUID!) { statementByRowId(rowId: $id) { rowId text articleByArticleId { slug title } actorBySpeakerId { name kind }
      ${CHAIN} { nodes { position role actorByActorId { name } quoteByCueIdAndArticleId { exact } quoteBySourceIdAndArticleId { exact } } }
      ${CONTENT} { nodes { quoteByQuoteIdAndArticleId { ${QUOTE} prefix suffix } } } } }`,
    variables: bareIds,
    read: ({ statementByRowId: row }: { statementByRowId: StatementRow & { text: string } }) => ({
      node: {
        id: globalId('Statement', row.rowId),
        text: row.text,
        article: row.articleByArticleId,
        speaker: row.actorBySpeakerId,
        attribution: row.attributionHopsByStatementIdAndArticleId.nodes.map((hop) => ({
          position: hop['position'],
          role: hop['role'],
          actor: hop.actorByActorId,
          cue: hop['quoteByCueIdAndArticleId'],
          source: hop['quoteBySourceIdAndArticleId'],
        })),
        quotes: row.statementContentsByStatementIdAndArticleId.nodes.map((content) =>
          quote(content.quoteByQuoteIdAndArticleId),
        ),
      },
    }),
  },
  Q2: {
    query: `{ allArticles(first: 20, orderBy: ORDINAL_ASC) { nodes { slug title statementsByArticleId(first: 10, ${IN_ORDER}) { nodes { rowId text
      actorBySpeakerId { name } ${CONTENT} { nodes { quoteByQuoteIdAndArticleId { ${QUOTE} } } } ${CHAIN} { nodes { actorByActorId { name } } } } } } } }`,
    variables: (all) => Promise.resolve(all),
    read: ({
      allArticles,
    }: {
      allArticles: List<{ slug: string; title: string; statementsByArticleId: List<StatementRow & { text: string }> }>;
    }) => ({
      articles: {
        nodes: allArticles.nodes.map(({ slug, title, statementsByArticleId }) => ({
          slug,
          title,
          statements: {
            nodes: statementsByArticleId.nodes.map((row) => ({
              id: globalId('Statement', row.rowId),
              text: row.text,
              speaker: row.actorBySpeakerId,
              quotes: row.statementContentsByStatementIdAndArticleId.nodes.map((content) => {
                const { id: _, ...rest } = quote(content.quoteByQuoteIdAndArticleId);
                return rest;
              }),
              attribution: row.attributionHopsByStatementIdAndArticleId.nodes.map((hop) => ({
                actor: hop.actorByActorId,
              })),
            })),
          },
        })),
      },
    }),
  },
  Q3: {
    query: `query ($after: Cursor!) { allStatements(first: 50, after: $after, ${IN_ORDER}) { nodes { rowId text mode articleByArticleId { slug title }
      actorBySpeakerId { name } } } }`,
    // Its cursors are its own: all of them are asked for, page by page.
    variables: async (all, ask) => {
      const wanted = new Map(all.map(({ after = '' }) => [(JSON.parse(decoded(after)) as string[]).at(-1) ?? '', '']));
      const query = `query ($after: Cursor) { allStatements(first: 5000, after: $after, ${IN_ORDER}) { edges { cursor node { rowId } } } }`;
      for (let after: string | null = null; ;) {
        const { allStatements } = (await ask(query, { after })) as {
          allStatements: { edges: readonly { cursor: string; node: { rowId: string } }[] };
        };
        for (const { cursor, node } of allStatements.edges) if (wanted.has(node.rowId)) wanted.set(node.rowId, cursor);
        after = allStatements.edges.at(-1)?.cursor ?? null;
        if (after === null) return [...wanted.values()].map((cursor) => ({ after: cursor }));
      }
    },
    read: ({ allStatements }: { allStatements: List<StatementRow & { text: string; mode: string }> }) => ({
      statements: {
        nodes: allStatements.nodes.map(({ rowId, text, mode, articleByArticleId, actorBySpeakerId }) => ({
          id: globalId('Statement', rowId),
          text,
          mode,
          article: articleByArticleId,
          speaker: actorBySpeakerId,
        })),
      },
    }),
  },
  Q4: {
    query: 'query ($query: String!) { peersSearch(words: $query, most: 20) { nodes { type id title snippet } } }',
    variables: (all) => Promise.resolve(all),
    read: ({
      peersSearch,
    }: {
      peersSearch: List<{
        type: 'Article' | 'Statement' | 'Actor' | 'Event';
        id: string;
        title: string;
        snippet: string;
      }>;
    }) => ({
      search: {
        edges: peersSearch.nodes.map(({ type, id, title, snippet }) => ({
          snippet,
          node: { id: globalId(type, id), [TITLES[type]]: title },
        })),
      },
    }),
  },
};

const TITLES = { Article: 'title', Statement: 'text', Actor: 'name', Event: 'title' };
const decoded = (text: string): string => Buffer.from(text, 'base64url').toString();
