import type { ResultOf } from 'gql.tada';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { graphql } from '../api/graphql.ts';
import { statementAddress } from '../text/addresses.ts';
import { Exact } from './exact.tsx';

/** How a statement bears on another one. */
export const RelationFragment = graphql(`
  fragment Relation on StatementRelation {
    type
    statement {
      id
      text
      speaker {
        name
      }
    }
  }
`);

interface Relation extends ResultOf<typeof RelationFragment> {
  /** Why, where the page has room for it. */
  readonly rationale?: string;
}

interface RelationsProps {
  readonly relations: readonly Relation[];
  readonly incoming: readonly Relation[];
}

/** Sign and words of each relation, as it is read from this statement and from the other one. */
const OUTWARD = {
  SUPPORTS: ['=', 'Reported independently too'],
  CONTRADICTS: ['≠', 'Cannot be true together with'],
  SUPERSEDES: ['↷', 'Tells a later state of affairs than'],
} as const;
const INWARD = { ...OUTWARD, SUPERSEDES: ['↶', 'True before, as is told later by'] } as const;

/** How a statement bears on others, and they on it. A contradiction, which is read on both, is told once. */
export function Relations({ relations, incoming }: RelationsProps): ReactNode {
  const known = new Set(relations.map(({ type, statement }) => `${type} ${statement.id}`));
  const others = incoming.filter(
    ({ type, statement }) => type === 'SUPERSEDES' || !known.has(`${type} ${statement.id}`),
  );
  if (relations.length + others.length === 0) return null;
  return (
    <ul className="relations">
      {relations.map((relation) => (
        <RelationLine
          key={`${relation.type} ${relation.statement.id}`}
          relation={relation}
          words={OUTWARD[relation.type]}
        />
      ))}
      {others.map((relation) => (
        <RelationLine
          key={`${relation.type} ${relation.statement.id}`}
          relation={relation}
          words={INWARD[relation.type]}
        />
      ))}
    </ul>
  );
}

function RelationLine({
  relation: { type, statement, rationale },
  words: [sign, words],
}: {
  readonly relation: Relation;
  readonly words: readonly [string, string];
}): ReactNode {
  return (
    <li className={`relation ${type.toLowerCase()}`}>
      <p className="relation-words">
        <span aria-hidden="true">{sign}</span> {words}
      </p>
      <p>
        <Link href={statementAddress(statement.id)}>
          <Exact>{statement.text}</Exact>
        </Link>{' '}
        <span className="soft">
          <Exact>{statement.speaker.name}</Exact>
        </span>
      </p>
      {rationale !== undefined && (
        <p className="soft">
          <Exact>{rationale}</Exact>
        </p>
      )}
    </li>
  );
}
