import type { ResultOf } from 'gql.tada';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import '../style/utterance.css';
import { Asked } from '../api/asked.tsx';
import { EditFragment } from '../parts/diff.tsx';
import { graphql } from '../api/graphql.ts';
import { Exact } from '../parts/exact.tsx';
import { NotFound } from '../parts/not-found.tsx';
import { Signs } from '../parts/statement-line.tsx';
import { useFirst } from '../parts/use-first.tsx';
import { useTitle } from '../parts/use-title.ts';
import { VariantPair } from '../parts/variant-pair.tsx';
import { count } from '../parts/words.ts';
import { actorAddress, articleAddress, quoteAddress, statementAddress } from '../text/addresses.ts';

const UtteranceQuery = graphql(
  `
    query Utterance($id: ID!) {
      node(id: $id) {
        ... on Utterance {
          speaker {
            slug
            name
          }
          said {
            value
            reasoning
          }
          renderings {
            id
            text
            mode
            certainty
            polarity
            review
            speaker {
              slug
              name
            }
            article {
              slug
              title
              published {
                value
                earliest
              }
            }
            quotes {
              id
              exact
            }
          }
          variants {
            similarity
            kinds
            edits {
              ...EditOfWords
            }
            left {
              id
              start
              end
              article {
                slug
                title
              }
            }
            right {
              id
              start
              end
              article {
                slug
                title
              }
            }
          }
        }
      }
    }
  `,
  [EditFragment],
);

type Utterance = Extract<NonNullable<ResultOf<typeof UtteranceQuery>['node']>, { readonly __typename?: 'Utterance' }>;
type Rendering = Utterance['renderings'][number];

/** One act of saying: all that was made of it, side by side, and what became of its words. */
export default function UtteranceView({ id }: { readonly id: string }): ReactNode {
  return (
    <Asked document={UtteranceQuery} variables={{ id }} behind>
      {({ node }) =>
        node?.__typename === 'Utterance' ? (
          <UtterancePage utterance={node} />
        ) : (
          <NotFound what="There is no utterance at this address." />
        )
      }
    </Asked>
  );
}

function UtterancePage({
  utterance: { speaker, said, renderings, variants },
}: {
  readonly utterance: Utterance;
}): ReactNode {
  useTitle(`What ${speaker.name} said`);
  const [shown, moreRenderings] = useFirst([...renderings].sort(byPublication), 'rendering');
  const [pairs, morePairs] = useFirst(variants, 'passage');
  const articles = new Set(renderings.map(({ article }) => article.slug)).size;
  return (
    <div className="wide utterance">
      <h1>
        What{' '}
        <Link href={actorAddress(speaker.slug)}>
          <Exact>{speaker.name}</Exact>
        </Link>{' '}
        said
      </h1>
      <p className="lead">
        {count(renderings.length, 'rendering')} in {count(articles, 'article')}, the earliest article first.
        {said && (
          <>
            {' '}
            Said <b className="figures">{said.value}</b>.{' '}
            {said.reasoning !== null && (
              <span className="soft">
                <Exact>{said.reasoning}</Exact>
              </span>
            )}
          </>
        )}
      </p>
      <ol className="renderings">
        {shown.map((rendering) => (
          <RenderingCard key={rendering.id} rendering={rendering} speaker={speaker.slug} />
        ))}
      </ol>
      {moreRenderings}
      {variants.length > 0 && (
        <section>
          <h2>What became of the words</h2>
          <p className="soft">
            Each passage beside the one that is most like it. Struck words stand on the left alone, underlined ones on
            the right.
          </p>
          {pairs.map((variant) => (
            <VariantPair key={`${variant.left.id} ${variant.right.id}`} variant={variant} />
          ))}
          {morePairs}
        </section>
      )}
    </div>
  );
}

function RenderingCard({ rendering, speaker }: { readonly rendering: Rendering; readonly speaker: string }): ReactNode {
  const { id, article, quotes } = rendering;
  return (
    <li className="rendering">
      <p className="by">
        <span>
          <Link href={articleAddress(article.slug)}>
            <Exact>{article.title}</Exact>
          </Link>
        </span>
        {article.published && <span className="figures">{article.published.value}</span>}
      </p>
      <blockquote>
        {quotes.map((quote, index) => (
          <span key={quote.id}>
            {index > 0 && <span className="soft"> … </span>}
            <Link href={quoteAddress(article.slug, quote.id)}>
              <Exact>{quote.exact}</Exact>
            </Link>
          </span>
        ))}
      </blockquote>
      {rendering.speaker.slug !== speaker && (
        <p className="soft">
          given to <Exact>{rendering.speaker.name}</Exact>
        </p>
      )}
      <Signs statement={rendering} />
      <p>
        <Link href={statementAddress(id)}>Who told whom</Link>
      </p>
    </li>
  );
}

/** Articles of unknown date come last; otherwise the order of the texts stays. */
const byPublication = (a: Rendering, b: Rendering): number => {
  const [one, other] = [a.article.published?.earliest ?? '9999', b.article.published?.earliest ?? '9999'];
  return one < other ? -1 : one > other ? 1 : 0;
};
