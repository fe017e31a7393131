import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { graphql } from '../api/graphql.ts';
import type { ResultOf } from 'gql.tada';
import { actorAddress, articleAddress, statementAddress } from '../text/addresses.ts';
import { Exact } from './exact.tsx';
import { CERTAINTIES, MODES, REVIEWS } from './words.ts';

/** What a line of a list tells of a statement. */
export const StatementLineFragment = graphql(`
  fragment StatementLine on Statement {
    id
    text
    mode
    polarity
    certainty
    review
    said {
      value
    }
    article {
      slug
      title
    }
    speaker {
      slug
      name
    }
    attribution {
      position
      actor {
        slug
        name
      }
    }
  }
`);

type StatementOfLine = ResultOf<typeof StatementLineFragment>;

interface StatementLineProps {
  readonly statement: StatementOfLine;
  /** Shown in place of the statement's text, such as a snippet. */
  readonly words?: ReactNode;
  /** What the page tells already. */
  readonly without?: 'speaker' | 'article';
}

/** A statement in a list: what is asserted, by whom, through whom, where. */
export function StatementLine({ statement, words, without }: StatementLineProps): ReactNode {
  const { id, text, speaker, article, said, attribution } = statement;
  const via = attribution.slice(1, -1);
  return (
    <article className="statement-line">
      <p className="statement-text">
        <Link href={statementAddress(id)}>{words ?? <Exact>{text}</Exact>}</Link>
      </p>
      <p className="by">
        {without !== 'speaker' && (
          <span>
            <Link href={actorAddress(speaker.slug)}>
              <Exact>{speaker.name}</Exact>
            </Link>
          </span>
        )}
        {via.length > 0 && (
          <span>
            via{' '}
            {via.map(({ position, actor }, index) => (
              <span key={position}>
                {index > 0 && ', '}
                <Link href={actorAddress(actor.slug)}>
                  <Exact>{actor.name}</Exact>
                </Link>
              </span>
            ))}
          </span>
        )}
        {without !== 'article' && (
          <span>
            in{' '}
            <Link href={articleAddress(article.slug)}>
              <Exact>{article.title}</Exact>
            </Link>
          </span>
        )}
        {said && <span className="figures">said {said.value}</span>}
      </p>
      <Signs statement={statement} />
    </article>
  );
}

/** How a statement is rendered, and what is particular about it. */
export function Signs({
  statement: { mode, certainty, polarity, review },
}: {
  readonly statement: Pick<StatementOfLine, 'mode' | 'certainty' | 'polarity' | 'review'>;
}): ReactNode {
  return (
    <ul className="signs" aria-label="How it is rendered">
      <li className={`mode mode-${mode.toLowerCase()}`}>{MODES[mode]}</li>
      {certainty !== 'CERTAIN' && <li>{CERTAINTIES[certainty]}</li>}
      {polarity === 'NEGATED' && <li>negated</li>}
      {review !== 'ACCEPTED' && <li className="review">{REVIEWS[review]}</li>}
    </ul>
  );
}
