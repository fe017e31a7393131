import type { ResultOf } from 'gql.tada';
import { EditFragment } from '../../parts/diff.tsx';
import { graphql } from '../../api/graphql.ts';

export const DerivationQuery = graphql(
  `
    query Derivation($slug: String!, $other: String!) {
      one: article(slug: $slug) {
        ...Side
        derivations {
          drawsOn
          rationale
          origin
          share
          article {
            slug
          }
          passages {
            similarity
            kinds
            edits {
              ...EditOfWords
            }
            left {
              ...SharedWords
            }
            right {
              ...SharedWords
            }
          }
        }
      }
      two: article(slug: $other) {
        ...Side
      }
    }
    fragment Side on Article {
      slug
      title
      language
      text
      published {
        value
      }
    }
    fragment SharedWords on Quote {
      id
      start
      end
      startUtf16
      endUtf16
      article {
        slug
        title
      }
    }
  `,
  [EditFragment],
);

type Answer = ResultOf<typeof DerivationQuery>;
export type SideArticle = NonNullable<Answer['two']>;
export type Passage = NonNullable<Answer['one']>['derivations'][number]['passages'][number];
