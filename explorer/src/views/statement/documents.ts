import type { ResultOf } from 'gql.tada';
import { RelationFragment } from '../../parts/relations.tsx';
import { graphql } from '../../api/graphql.ts';

/** Words with their place, as a page marks them in their text. */
export const WordsFragment = graphql(`
  fragment PlacedWords on Quote {
    id
    exact
    start
    end
    startUtf16
    endUtf16
    version {
      id
      number
    }
  }
`);

export const StatementQuery = graphql(
  `
    query Statement($id: ID!) {
      node(id: $id) {
        ... on Statement {
          id
          text
          mode
          polarity
          certainty
          review
          origin
          confidence
          evidence
          independentSources
          article {
            slug
            title
            language
            url
            published {
              value
            }
          }
          speaker {
            slug
            name
          }
          said {
            value
            basis
            reasoning
            quotes {
              id
              exact
            }
          }
          attribution {
            position
            role
            actor {
              slug
              name
              kind
            }
            cue {
              ...PlacedWords
            }
            source {
              ...PlacedWords
            }
          }
          quotes {
            ...PlacedWords
            sha256: version {
              sha256
            }
            deepLink
          }
          events {
            slug
            title
          }
          utterance {
            id
            renderings {
              id
              article {
                slug
              }
            }
          }
          relations {
            ...Relation
            rationale
          }
          incomingRelations {
            ...Relation
            rationale
          }
          history {
            action
            after
            reason
            revision {
              number
              recordedAt
              author
            }
            replacement {
              id
              text
            }
          }
        }
      }
    }
  `,
  [RelationFragment, WordsFragment],
);

export type ReadStatement = Extract<
  NonNullable<ResultOf<typeof StatementQuery>['node']>,
  { readonly __typename?: 'Statement' }
>;
