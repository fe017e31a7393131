import type { ResultOf } from 'gql.tada';
import { graphql } from '../../api/graphql.ts';
import { WordsFragment } from '../statement/documents.ts';

export const ViewerQuery = graphql(`
  query Viewer {
    viewer {
      name
      role
    }
  }
`);

/** A proposal with all that it takes to decide on it, and to correct it. */
const ProposalFragment = graphql(
  `
    fragment Proposal on Statement {
      id
      text
      mode
      polarity
      certainty
      review
      origin
      confidence
      evidence
      reviewedIn
      article {
        slug
        title
        language
        currentVersion {
          id
          number
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
          ...Words
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
          ...Words
        }
        source {
          ...Words
        }
      }
      quotes {
        ...Words
      }
      history {
        after
        reason
        revision {
          number
          author
        }
      }
    }
    fragment Words on Quote {
      ...PlacedWords
      anchor {
        quote {
          startUtf16
          endUtf16
        }
      }
    }
  `,
  [WordsFragment],
);

export const ProposalsQuery = graphql(
  `
    query Proposals($article: ID, $after: String) {
      corpus {
        revision
      }
      statements(filter: { review: [PROPOSED], article: $article }, first: 20, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...Proposal
        }
      }
    }
  `,
  [ProposalFragment],
);

export const ProposalQuery = graphql(
  `
    query Proposal($id: ID!) {
      node(id: $id) {
        ... on Statement {
          ...Proposal
        }
      }
    }
  `,
  [ProposalFragment],
);

export const AcceptMutation = graphql(`
  mutation Accept($id: ID!, $ifRevision: Int!) {
    written: acceptStatement(id: $id, ifRevision: $ifRevision) {
      revision
    }
  }
`);

export const RejectMutation = graphql(`
  mutation Reject($id: ID!, $ifRevision: Int!, $reason: String) {
    written: rejectStatement(id: $id, ifRevision: $ifRevision, reason: $reason) {
      revision
    }
  }
`);

export const CorrectMutation = graphql(`
  mutation Correct($id: ID!, $ifRevision: Int!, $reason: String!, $statement: StatementInput!) {
    written: correctStatement(id: $id, ifRevision: $ifRevision, reason: $reason, statement: $statement) {
      revision
    }
  }
`);

export const RetractMutation = graphql(`
  mutation Retract($id: ID!, $ifRevision: Int!, $reason: String!) {
    written: retractStatement(id: $id, ifRevision: $ifRevision, reason: $reason) {
      revision
    }
  }
`);

export const RestoreMutation = graphql(`
  mutation Restore($id: ID!, $ifRevision: Int!, $reason: String) {
    written: restoreStatement(id: $id, ifRevision: $ifRevision, reason: $reason) {
      revision
    }
  }
`);

export const ActorsForChainQuery = graphql(`
  query ActorsForChain($search: String!) {
    actors(search: $search, first: 8) {
      nodes {
        slug
        name
        kind
      }
    }
  }
`);

/** What others do to statements meanwhile. */
export const ReviewsSubscription = graphql(`
  subscription Reviews($article: ID, $since: Int) {
    changes(article: $article, since: $since) {
      revision {
        number
        author
      }
      totalCount
      changes {
        kind
        statement {
          id
        }
      }
    }
  }
`);

export type Proposal = NonNullable<ResultOf<typeof ProposalsQuery>['statements']['nodes'][number]>;
export type ProposalWords = Proposal['quotes'][number];
export type Viewer = NonNullable<ResultOf<typeof ViewerQuery>['viewer']>;
export type RevisionOfOthers = ResultOf<typeof ReviewsSubscription>['changes'];
