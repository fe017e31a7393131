import type { ResultOf } from 'gql.tada';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { isSubstantial, quotations } from '../../../src/text/quotations.ts';
import { Asked } from '../api/asked.tsx';
import { RelationFragment } from '../parts/relations.tsx';
import { graphql } from '../api/graphql.ts';
import { EditFragment, DiffSide } from '../parts/diff.tsx';
import { Exact } from '../parts/exact.tsx';
import { count } from '../parts/words.ts';
import { derivationAddress, statementAddress, utteranceAddress } from '../text/addresses.ts';

/** The first statements in quotation marks: among them the examples are found, whatever the corpus is. */
const ExamplesQuery = graphql(
  `
    query Examples {
      statements(first: 80, filter: { mode: [DIRECT, MIXED, INDIRECT] }) {
        nodes {
          id
          text
          speaker {
            name
          }
          article {
            slug
          }
          attribution {
            position
            actor {
              name
            }
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
          }
        }
      }
    }
  `,
  [RelationFragment],
);

const RetellingsQuery = graphql(
  `
    query Retellings {
      articles(first: 8) {
        nodes {
          slug
          derivations {
            drawsOn
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
                id
              }
            }
          }
        }
      }
    }
  `,
  [EditFragment],
);

type Statement = ResultOf<typeof ExamplesQuery>['statements']['nodes'][number];

/** Real cases of this corpus, one for each thing that the pages are for. */
export function Examples(): ReactNode {
  return (
    <section className="examples" aria-label="Examples">
      <Asked document={RetellingsQuery} variables={{}}>
        {({ articles }) => <Reworded articles={articles.nodes} />}
      </Asked>
      <Asked document={ExamplesQuery} variables={{}}>
        {({ statements: { nodes } }) => (
          <>
            <AtOdds statements={nodes} />
            <LongestChain statements={nodes} />
            <ToldMostOften statements={nodes} />
          </>
        )}
      </Asked>
    </section>
  );
}

interface OfStatements {
  readonly statements: readonly Statement[];
}

function LongestChain({ statements }: OfStatements): ReactNode {
  const longest = best(statements, ({ attribution }) => attribution.length);
  if (!longest || longest.attribution.length < 3) return null;
  const [, ...sources] = longest.attribution;
  return (
    <Example title="Through many hands" href={statementAddress(longest.id)}>
      <p className="example-words">
        <Exact>{longest.text}</Exact>
      </p>
      <p className="example-note">
        The article has it from{' '}
        {sources.map(({ position, actor }, index) => (
          <span key={position}>
            {index > 0 && ', which has it from '}
            <Exact>{actor.name}</Exact>
          </span>
        ))}
        .
      </p>
    </Example>
  );
}

function ToldMostOften({ statements }: OfStatements): ReactNode {
  const articlesOf = ({ utterance }: Statement): number =>
    new Set(utterance.renderings.map(({ article }) => article.slug)).size;
  const told = best(statements, (one) => articlesOf(one) + one.utterance.renderings.length / 1000);
  if (!told || articlesOf(told) < 2) return null;
  return (
    <Example title="Said once, told often" href={utteranceAddress(told.utterance.id)}>
      <p className="example-words">
        <Exact>{told.text}</Exact>
      </p>
      <p className="example-note">
        <Exact>{told.speaker.name}</Exact>: {count(told.utterance.renderings.length, 'rendering')} in{' '}
        {count(articlesOf(told), 'article')}, side by side.
      </p>
    </Example>
  );
}

function AtOdds({ statements }: OfStatements): ReactNode {
  const found = statements.find(({ relations }) => relations.some(({ type }) => type === 'CONTRADICTS'));
  const other = found?.relations.find(({ type }) => type === 'CONTRADICTS')?.statement;
  if (!found || !other) return null;
  return (
    <Example title="Both cannot be true" href={statementAddress(found.id)}>
      <p className="example-words">
        <Exact>{found.text}</Exact>
      </p>
      <p className="example-note">
        <Exact>{found.speaker.name}</Exact> says so; <Exact>{other.speaker.name}</Exact> says:{' '}
        <Exact>{other.text}</Exact>
      </p>
    </Example>
  );
}

function Reworded({
  articles,
}: {
  readonly articles: ResultOf<typeof RetellingsQuery>['articles']['nodes'];
}): ReactNode {
  const passages = articles.flatMap(({ slug, derivations }) =>
    derivations.flatMap(({ article, passages: shared, drawsOn }) =>
      drawsOn === true ? shared.map((passage) => ({ ...passage, slug, source: article.slug })) : [],
    ),
  );
  const text = (side: 'left' | 'right', { edits }: (typeof passages)[number]): string =>
    edits.map((edit) => edit[side]).join('');
  // A quotation whose words were changed inside its marks tells most; a long passage tells it less clearly.
  const reworded = best(
    passages.filter(({ kinds, similarity }) => similarity < 1 && kinds.includes('REWORDED')),
    (passage) => {
      const [left, right] = [text('left', passage), text('right', passage)];
      const isQuotation = quotes(left) && quotes(right);
      return (isQuotation ? 1 : 0) + passage.similarity - Math.max(left.length, right.length) / 800;
    },
  );
  if (!reworded) return null;
  return (
    <Example
      title="Changed on the way"
      href={`${derivationAddress(reworded.slug, reworded.source)}#passage-${reworded.left.id}`}
    >
      <p className="example-words">
        <DiffSide edits={reworded.edits} side="left" />
      </p>
      <p className="example-words became">
        <DiffSide edits={reworded.edits} side="right" />
      </p>
    </Example>
  );
}

function Example({
  title,
  href,
  children,
}: {
  readonly title: string;
  readonly href: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <article className="example">
      <h2>
        <Link href={href}>{title}</Link>
      </h2>
      {children}
    </article>
  );
}

function best<One>(all: readonly One[], worth: (one: One) => number): One | undefined {
  return all.reduce<One | undefined>((found, one) => (found && worth(found) >= worth(one) ? found : one), undefined);
}

const quotes = (text: string): boolean => quotations(text).some((span) => isSubstantial(text, span));
