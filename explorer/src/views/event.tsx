import type { ResultOf } from 'gql.tada';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import '../style/actor.css';
import { Asked } from '../api/asked.tsx';
import { graphql } from '../api/graphql.ts';
import { Exact } from '../parts/exact.tsx';
import { NotFound } from '../parts/not-found.tsx';
import { Pages } from '../parts/pages.tsx';
import { StatementLine, StatementLineFragment } from '../parts/statement-line.tsx';
import { useTitle } from '../parts/use-title.ts';
import { count, plain } from '../parts/words.ts';
import { actorAddress, quoteAddress } from '../text/addresses.ts';

const EventQuery = graphql(`
  query Event($slug: String!) {
    event(slug: $slug) {
      slug
      title
      type
      occurred {
        value
        basis
        reasoning
        quotes {
          ...Words
        }
      }
      participants {
        role
        actor {
          slug
          name
        }
      }
      mentions(first: 50) {
        totalCount
        nodes {
          ...Words
        }
      }
    }
  }
  fragment Words on Quote {
    id
    exact
    prefix
    suffix
    article {
      slug
      title
    }
  }
`);

const EventStatementsQuery = graphql(
  `
    query EventStatements($slug: String!, $after: String) {
      event(slug: $slug) {
        statements(first: 20, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            ...StatementLine
          }
        }
      }
    }
  `,
  [StatementLineFragment],
);

type ReadEvent = NonNullable<ResultOf<typeof EventQuery>['event']>;
type Words = ReadEvent['mentions']['nodes'][number];

const ROLES = { ACTOR: 'did it', RECIPIENT: 'to whom it was done', LOCATION: 'where' } as const;

/** Something that happened or is claimed to have: when, how that is known, who took part, and who says what of it. */
export default function EventView({ slug }: { readonly slug: string }): ReactNode {
  // Asked for beside the event, not after it.
  useQuery({ query: EventStatementsQuery, variables: { slug, after: null } });
  return (
    <Asked document={EventQuery} variables={{ slug }} behind>
      {({ event }) => (event ? <Event event={event} /> : <NotFound what={`There is no event “${slug}”.`} />)}
    </Asked>
  );
}

function Event({ event }: { readonly event: ReadEvent }): ReactNode {
  const { slug, title, type, occurred, participants, mentions } = event;
  useTitle(title);
  return (
    <div className="wide">
      <p className="by">
        <span>Event: {plain(type)}</span>
      </p>
      <h1>
        <Exact>{title}</Exact>
      </h1>
      <div className="two-columns">
        <section>
          <h2>Who says what of it</h2>
          <Statements slug={slug} />
        </section>
        <div>
          <section>
            <h2>When</h2>
            {occurred ? (
              <>
                <p>
                  <b className="figures">{occurred.value}</b>,{' '}
                  {occurred.basis === 'STATED' ? 'as the text writes it out' : 'worked out'} from
                </p>
                <ul className="names">
                  {occurred.quotes.map((quote) => (
                    <InContext key={quote.id} quote={quote} />
                  ))}
                </ul>
                {occurred.reasoning !== null && (
                  <p className="soft">
                    <Exact>{occurred.reasoning}</Exact>
                  </p>
                )}
              </>
            ) : (
              <p>No text tells.</p>
            )}
          </section>
          {participants.length > 0 && (
            <section>
              <h2>Who took part</h2>
              <ul className="names">
                {participants.map(({ role, actor }) => (
                  <li key={role + actor.slug}>
                    <Link href={actorAddress(actor.slug)}>
                      <Exact>{actor.name}</Exact>
                    </Link>{' '}
                    <span className="soft">{ROLES[role]}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section>
            <h2>Where it is told</h2>
            <ul className="names">
              {mentions.nodes.map((quote) => (
                <InContext key={quote.id} quote={quote} />
              ))}
            </ul>
            {mentions.totalCount > mentions.nodes.length && (
              <p className="soft">
                The first {mentions.nodes.length} of {count(mentions.totalCount, 'place')}.
              </p>
            )}
          </section>
        </div>
      </div>
    </div>
  );
}

function InContext({ quote: { id, exact, prefix, suffix, article } }: { readonly quote: Words }): ReactNode {
  return (
    <li>
      <p className="snippet">
        <span className="soft">
          … <Exact>{prefix}</Exact>
        </span>
        <Link href={quoteAddress(article.slug, id)}>
          <mark>
            <Exact>{exact}</Exact>
          </mark>
        </Link>
        <span className="soft">
          <Exact>{suffix}</Exact> …
        </span>
      </p>
      <p className="places">
        <Exact>{article.title}</Exact>
      </p>
    </li>
  );
}

function Statements({ slug }: { readonly slug: string }): ReactNode {
  return (
    <Pages
      page={(after, more) => (
        <Asked document={EventStatementsQuery} variables={{ slug, after }}>
          {({ event }) =>
            event && (
              <>
                {event.statements.totalCount === 0 && <p>No statement is about it.</p>}
                <ul className="statements">
                  {event.statements.nodes.map((statement) => (
                    <li key={statement.id}>
                      <StatementLine statement={statement} />
                    </li>
                  ))}
                </ul>
                {more(event.statements.pageInfo)}
              </>
            )
          }
        </Asked>
      )}
    />
  );
}
