import type { ResultOf } from 'gql.tada';
import { graphql } from '../../api/graphql.ts';

export const StatementQuery = graphql(`
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
            ...Place
          }
          source {
            ...Place
          }
        }
        quotes {
          ...Place
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
          type
          rationale
          statement {
            id
            text
            speaker {
              name
            }
          }
        }
        incomingRelations {
          type
          rationale
          statement {
            id
            text
            speaker {
              name
            }
          }
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
  fragment Place on Quote {
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

export type ReadStatement = Extract<
  NonNullable<ResultOf<typeof StatementQuery>['node']>,
  { readonly __typename?: 'Statement' }
>;
