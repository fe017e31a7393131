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
import { Places, PlaceFragment } from '../parts/places.tsx';
import { StatementLine, StatementLineFragment } from '../parts/statement-line.tsx';
import { useFirst } from '../parts/use-first.tsx';
import { useTitle } from '../parts/use-title.ts';
import { ACTOR_KINDS, count } from '../parts/words.ts';
import { actorAddress, eventAddress } from '../text/addresses.ts';

const ActorQuery = graphql(
  `
    query Actor($slug: String!) {
      actor(slug: $slug) {
        slug
        name
        kind
        aliases {
          name
          quotes {
            ...PlaceOfQuote
          }
        }
        descriptions {
          text
          quotes {
            ...PlaceOfQuote
          }
        }
        events(first: 50) {
          totalCount
          nodes {
            slug
            title
            occurred {
              value
            }
          }
        }
        namesakes {
          slug
          name
          kind
        }
        merges {
          id
          name
          reason
          undoneBecause
        }
      }
    }
  `,
  [PlaceFragment],
);

const ActorStatementsQuery = graphql(
  `
    query ActorStatements($slug: String!, $after: String) {
      actor(slug: $slug) {
        statements(first: 20, after: $after, orderBy: SAID_ASC) {
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

type ReadActor = NonNullable<ResultOf<typeof ActorQuery>['actor']>;

/** Somebody: under which names, called what, and what they said, when, through whom. */
export default function ActorView({ slug }: { readonly slug: string }): ReactNode {
  // Asked for beside the actor, not after it.
  useQuery({ query: ActorStatementsQuery, variables: { slug, after: null } });
  return (
    <Asked document={ActorQuery} variables={{ slug }} behind>
      {({ actor }) => (actor ? <Actor actor={actor} /> : <NotFound what={`There is no actor “${slug}”.`} />)}
    </Asked>
  );
}

function Actor({ actor }: { readonly actor: ReadActor }): ReactNode {
  const { slug, name, kind, aliases, descriptions, events, namesakes, merges } = actor;
  useTitle(name);
  const [called, moreCalled] = useFirst(descriptions, 'description');
  const [spelled, moreSpelled] = useFirst(aliases, 'spelling');
  return (
    <div className="wide actor">
      <p className="by">
        <span>{ACTOR_KINDS[kind]}</span>
        <span>
          <Link href={`/network?actor=${encodeURIComponent(slug)}`}>who quotes whom</Link>
        </span>
      </p>
      <h1>
        <Exact>{name}</Exact>
      </h1>
      <div className="two-columns">
        <section aria-labelledby="said">
          <h2 id="said">What is said</h2>
          <p className="soft">The earliest first; what is of unknown date comes last.</p>
          <Said slug={slug} />
        </section>
        <div>
          {descriptions.length > 0 && (
            <section>
              <h2>Called</h2>
              <ul className="names">
                {called.map(({ text, quotes }) => (
                  <li key={text}>
                    “<Exact>{text}</Exact>” <Places quotes={quotes} />
                  </li>
                ))}
              </ul>
              {moreCalled}
            </section>
          )}
          {aliases.length > 0 && (
            <section>
              <h2>Spelled</h2>
              <ul className="names">
                {spelled.map((alias) => (
                  <li key={alias.name}>
                    <b>
                      <Exact>{alias.name}</Exact>
                    </b>{' '}
                    <Places quotes={alias.quotes} />
                  </li>
                ))}
              </ul>
              {moreSpelled}
            </section>
          )}
          {events.nodes.length > 0 && (
            <section>
              <h2>Takes part in</h2>
              <ul className="names">
                {events.nodes.map((event) => (
                  <li key={event.slug}>
                    <Link href={eventAddress(event.slug)}>
                      <Exact>{event.title}</Exact>
                    </Link>{' '}
                    {event.occurred && <span className="figures soft">{event.occurred.value}</span>}
                  </li>
                ))}
              </ul>
              {events.totalCount > events.nodes.length && (
                <p className="soft">
                  The first {events.nodes.length} of {count(events.totalCount, 'event')}.
                </p>
              )}
            </section>
          )}
          {namesakes.length > 0 && (
            <section>
              <h2>Of the same name</h2>
              <p className="soft">Perhaps the same; that is for a person to say.</p>
              <ul className="names">
                {namesakes.map((one) => (
                  <li key={one.slug}>
                    <Link href={actorAddress(one.slug)}>
                      <Exact>{one.name}</Exact>
                    </Link>{' '}
                    <span className="soft">{ACTOR_KINDS[one.kind]}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {merges.length > 0 && (
            <section>
              <h2>Found to be one</h2>
              <ul className="names">
                {merges.map((merge) => (
                  <li key={merge.id}>
                    <Exact>{merge.name}</Exact>: <Exact>{merge.reason}</Exact>
                    {merge.undoneBecause !== null && (
                      <>
                        {' '}
                        Undone: <Exact>{merge.undoneBecause}</Exact>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
    </div>
  );
}

function Said({ slug }: { readonly slug: string }): ReactNode {
  return (
    <Pages
      page={(after, more, isFirst) => (
        <Asked document={ActorStatementsQuery} variables={{ slug, after }}>
          {({ actor }) =>
            actor && (
              <>
                {isFirst && <p className="figures">{count(actor.statements.totalCount, 'statement')}</p>}
                <ul className="statements">
                  {actor.statements.nodes.map((statement) => (
                    <li key={statement.id}>
                      <StatementLine statement={statement} without="speaker" />
                    </li>
                  ))}
                </ul>
                {more(actor.statements.pageInfo)}
              </>
            )
          }
        </Asked>
      )}
    />
  );
}
