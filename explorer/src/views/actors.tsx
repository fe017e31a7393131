import type { ReactNode } from 'react';
import { Link } from 'wouter';
import '../style/actor.css';
import '../style/search.css';
import { Asked } from '../api/asked.tsx';
import { graphql } from '../api/graphql.ts';
import { Exact } from '../parts/exact.tsx';
import { Pages } from '../parts/pages.tsx';
import { useParameters } from '../parts/use-parameters.ts';
import { useTitle } from '../parts/use-title.ts';
import { WordsForm } from '../parts/words-form.tsx';
import { ACTOR_KINDS, count } from '../parts/words.ts';
import { actorAddress } from '../text/addresses.ts';

const ActorsQuery = graphql(`
  query Actors($search: String, $kind: ActorKind, $after: String) {
    actors(first: 60, search: $search, kind: $kind, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        slug
        name
        kind
        statements(first: 0) {
          totalCount
        }
      }
    }
  }
`);

type Kind = keyof typeof ACTOR_KINDS;
const isKind = (kind: string | null): kind is Kind => kind !== null && Object.hasOwn(ACTOR_KINDS, kind);

/** Whoever is named in the corpus, unnamed sources among them. */
export default function ActorsView(): ReactNode {
  useTitle('Actors');
  const [parameters, change] = useParameters();
  const asked = parameters.get('kind');
  const kind = isKind(asked) ? asked : null;
  const search = parameters.get('name');
  return (
    <div className="wide">
      <h1>Actors</h1>
      <WordsForm
        label="Words of a name"
        placeholder="Words of a name"
        words={search ?? ''}
        button="Find"
        onWords={(name) => {
          change({ name });
        }}
      />
      <div className="tabs" role="group" aria-label="Kind">
        {[null, ...Object.keys(ACTOR_KINDS).filter(isKind)].map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={kind === one}
            onClick={() => {
              change({ kind: one ?? '' });
            }}
          >
            {one === null ? 'all' : ACTOR_KINDS[one]}
          </button>
        ))}
      </div>
      <Pages
        key={parameters.toString()}
        page={(after, more, isFirst) => (
          <Asked document={ActorsQuery} variables={{ search, kind, after }} behind={isFirst}>
            {({ actors: { nodes, pageInfo, totalCount } }) => (
              <>
                {isFirst && (
                  <p className="lead figures" role="status">
                    {count(totalCount, 'actor')}
                  </p>
                )}
                <ul className="actors">
                  {nodes.map((actor) => (
                    <li key={actor.slug}>
                      <Link href={actorAddress(actor.slug)}>
                        <Exact>{actor.name}</Exact>
                      </Link>
                      <span className="soft figures">
                        {ACTOR_KINDS[actor.kind]}
                        {actor.statements.totalCount > 0 && `, ${count(actor.statements.totalCount, 'statement')}`}
                      </span>
                    </li>
                  ))}
                </ul>
                {more(pageInfo)}
              </>
            )}
          </Asked>
        )}
      />
    </div>
  );
}
