import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Exact } from '../../parts/exact.tsx';
import { ACTOR_KINDS, HOP_ROLES } from '../../parts/words.ts';
import { actorAddress } from '../../text/addresses.ts';
import type { ReadStatement } from './documents.ts';

type Hops = ReadStatement['attribution'];

/** The way of a statement, from the article's own voice inwards to who asserts it: each hop inside the one that tells of it. */
export function Chain({ hops }: { readonly hops: Hops }): ReactNode {
  const [hop, ...inner] = hops;
  if (!hop) return null;
  const { actor, role, cue, source } = hop;
  return (
    <div className={`hop hop-${role.toLowerCase()}${inner.length === 0 ? ' innermost' : ''}`}>
      <p className="hop-actor">
        <Link href={actorAddress(actor.slug)}>
          <Exact>{actor.name}</Exact>
        </Link>{' '}
        <span className="soft">
          {inner.length === 0 && hop.position === 0 ? 'in its own voice' : HOP_ROLES[role]}
          {actor.kind !== 'PERSON' && actor.kind !== 'OUTLET' && `, ${ACTOR_KINDS[actor.kind]}`}
        </span>
      </p>
      {(cue ?? source) && (
        <p className="hop-words">
          {source && (
            <>
              named by{' '}
              <q className="source-words">
                <Exact>{source.exact}</Exact>
              </q>
            </>
          )}
          {source && cue && ', '}
          {cue && (
            <>
              told by{' '}
              <q className="cue-words">
                <Exact>{cue.exact}</Exact>
              </q>
            </>
          )}
        </p>
      )}
      {inner.length > 0 && (
        <>
          <p className="hop-arrow" aria-hidden="true">
            according to
          </p>
          <Chain hops={inner} />
        </>
      )}
    </div>
  );
}
