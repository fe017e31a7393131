import type { ResultOf } from 'gql.tada';
import { RelationFragment } from '../../parts/relations.tsx';
import { graphql } from '../../api/graphql.ts';

export const ArticleQuery = graphql(`
  query Article($slug: String!) {
    article(slug: $slug) {
      slug
      title
      language
      url
      published {
        value
        reasoning
      }
      declared {
        published
        author
        publisher
      }
      titleQuote {
        startUtf16
        endUtf16
        version {
          number
        }
      }
      credits {
        role
        actor {
          slug
          name
        }
      }
      currentVersion {
        number
        text
        sha256
      }
      versions(first: 100) {
        nodes {
          id
          number
        }
      }
      furniture {
        kind
        quote {
          startUtf16
          endUtf16
        }
      }
      derivations {
        drawsOn
        share
        article {
          slug
          title
        }
      }
    }
  }
`);

export const ArticleStatementsQuery = graphql(`
  query ArticleStatements($slug: String!, $after: String) {
    article(slug: $slug) {
      statements(first: 100, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          text
          mode
          polarity
          certainty
          review
          speaker {
            slug
            name
          }
          attribution {
            position
            role
            actor {
              slug
              name
            }
          }
          quotes {
            id
            start
            end
            startUtf16
            endUtf16
            version {
              number
            }
            anchor {
              quote {
                id
                start
                end
                startUtf16
                endUtf16
              }
            }
          }
        }
      }
    }
  }
`);

/** What a chosen statement tells beyond its line. */
export const CardQuery = graphql(
  `
    query Card($id: ID!) {
      node(id: $id) {
        ... on Statement {
          independentSources
          said {
            value
          }
          utterance {
            id
            renderings {
              id
              article {
                slug
              }
            }
            variants {
              kinds
            }
          }
          relations {
            ...Relation
          }
          incomingRelations {
            ...Relation
          }
        }
      }
    }
  `,
  [RelationFragment],
);

export const VersionTextQuery = graphql(`
  query VersionText($id: ID!) {
    node(id: $id) {
      ... on ArticleVersion {
        number
        text
        sha256
      }
    }
  }
`);

/** Where a quote of an address stands, whatever it is evidence of. */
export const QuotePlaceQuery = graphql(`
  query QuotePlace($id: ID!) {
    node(id: $id) {
      ... on Quote {
        startUtf16
        endUtf16
        version {
          number
        }
      }
    }
  }
`);

export type ReadArticle = NonNullable<ResultOf<typeof ArticleQuery>['article']>;
export type ArticleStatement = NonNullable<
  ResultOf<typeof ArticleStatementsQuery>['article']
>['statements']['nodes'][number];
