import type { DateBounds } from '../../domain/edtf.ts';
import type { AnchorState, Certainty, Origin, Polarity, ReviewState, StatementMode } from '../../domain/vocabulary.ts';
import { STANDING } from './details.ts';
import { ENTITIES, STANDING_ACTOR, type Named } from './entities.ts';
import type { Condition, Listing } from './listing.ts';
import { STATEMENT_OWNERS, statementListing } from './listings.ts';
import { matching, webQuery } from './search.ts';

/** What is asked of statements; null or left out where it does not matter. */
export interface StatementCriteria {
  readonly search?: string | null;
  readonly article?: Named | null;
  readonly speaker?: Named | null;
  readonly event?: Named | null;
  readonly mode?: readonly StatementMode[] | null;
  readonly polarity?: Polarity | null;
  readonly certainty?: readonly Certainty[] | null;
  readonly origin?: Origin | null;
  /** Null for the standing ones: proposed and accepted. */
  readonly review?: readonly ReviewState[] | null;
  readonly evidence?: readonly AnchorState[] | null;
  readonly saidFrom?: DateBounds | null;
  readonly saidTo?: DateBounds | null;
}

/** In which order statements are listed. */
export type StatementSorting = 'TEXT_POSITION' | 'SAID_ASC' | 'SAID_DESC' | 'RELEVANCE';

/**
 * Statements that meet some criteria, in an order.
 *
 * @param sorting RELEVANCE needs `criteria.search`
 */
export function listStatements(
  owner: keyof typeof STATEMENT_OWNERS | null,
  sorting: StatementSorting,
  criteria: StatementCriteria,
): Listing {
  const conditions = conditionsOf(criteria);
  const { search } = criteria;
  if (search === null || search === undefined) {
    return statementListing(owner, sorting === 'RELEVANCE' ? 'TEXT_POSITION' : sorting, conditions);
  }
  if (sorting !== 'RELEVANCE')
    return statementListing(owner, sorting, [...conditions, matching('s.id', 'STATEMENT', search)]);
  return {
    name: `${owner ?? 'corpus'}.statements.RELEVANCE`,
    entity: ENTITIES.Statement,
    from: (parameters) =>
      `statement s JOIN search_entry x ON x.kind = 'STATEMENT' AND x.id = s.id
       CROSS JOIN ${webQuery(search)(parameters)} AS query (words)`,
    ...(owner ? { ownedBy: STATEMENT_OWNERS[owner] } : {}),
    order: [
      { expression: '(-ts_rank_cd(x.vector, query.words))::float8', type: 'float8' },
      { expression: 's.article_ordinal', type: 'integer' },
      { expression: 's.position', type: 'integer' },
      { expression: 's.id', type: 'uuid' },
    ],
    direction: 'ASC',
    conditions: [...conditions, () => 'x.vector @@ query.words'],
  };
}

function conditionsOf(criteria: StatementCriteria): Condition[] {
  const { article, speaker, event, mode, polarity, certainty, origin, review, evidence, saidFrom, saidTo } = criteria;
  const conditions: (Condition | null)[] = [
    review ? anyOf('s.review', 'review_state', review) : () => `s.review IN ${STANDING}`,
    article ? named('s.article_id', 'article', article) : null,
    speaker ? saidBy(speaker) : null,
    event
      ? (parameters) =>
          `s.id IN (SELECT m.statement_id FROM statement_event m WHERE m.withdrawn_in IS NULL AND ${named('m.event_id', 'event', event)(parameters)})`
      : null,
    mode ? anyOf('s.mode', 'statement_mode', mode) : null,
    polarity ? anyOf('s.polarity', 'polarity', [polarity]) : null,
    certainty ? anyOf('s.certainty', 'certainty', certainty) : null,
    origin ? anyOf('s.origin', 'origin', [origin]) : null,
    evidence ? anyOf('s.evidence', 'anchor_state', evidence) : null,
    // A statement is in when it may have been said in the time asked for; one of unknown date is not.
    saidFrom || saidTo ? () => 's.said_id IS NOT NULL' : null,
    saidFrom?.earliest ? notBefore('s.said_latest', saidFrom.earliest) : null,
    saidTo?.latest ? notAfter('s.said_earliest', saidTo.latest) : null,
  ];
  return conditions.filter((condition) => condition !== null);
}

/** That an expression is one of some values of an enumeration of the database. */
export const anyOf =
  (expression: string, type: string, values: readonly string[]): Condition =>
  (parameters) =>
    `${expression} = ANY (${parameters.add(values, 'text[]')}::${type}[])`;

/** That a statement is said by an actor, or by the one under whom that actor stands. */
export const saidBy =
  (name: Named): Condition =>
  (parameters) => {
    const asked =
      'id' in name ? `c.id = ${parameters.add(name.id, 'uuid')}` : `c.slug = ${parameters.add(name.slug, 'text')}`;
    return `s.speaker_id = (SELECT ${STANDING_ACTOR('c')} FROM actor c WHERE ${asked})`;
  };

/** That an id is the one of an entity. */
export const named =
  (expression: string, table: 'article' | 'actor' | 'event', name: Named): Condition =>
  (parameters) =>
    'id' in name
      ? `${expression} = ${parameters.add(name.id, 'uuid')}`
      : `${expression} = (SELECT id FROM ${table} WHERE slug = ${parameters.add(name.slug, 'text')})`;

/** That something with an open end is not over before a time. */
export const notBefore =
  (latest: string, time: Date): Condition =>
  (parameters) =>
    `coalesce(${latest}, 'infinity') >= ${parameters.add(time.toISOString(), 'timestamptz')}`;

/** That something with an open beginning has begun by a time. */
export const notAfter =
  (earliest: string, time: Date): Condition =>
  (parameters) =>
    `coalesce(${earliest}, '-infinity') <= ${parameters.add(time.toISOString(), 'timestamptz')}`;
