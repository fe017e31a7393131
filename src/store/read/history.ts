import type { Origin, ReviewAction, ReviewState } from '../../domain/vocabulary.ts';
import { batch } from './details.ts';
import { ENTITIES, STANDING_ACTOR } from './entities.ts';
import type { Listing } from './listing.ts';
import type { ActorRow } from './rows.ts';

/** One accepted write. */
export interface RevisionRow {
  readonly number: number;
  readonly recordedAt: Date;
  readonly author: string;
  readonly summary: string;
}

/** What became of a statement in one revision. */
export interface StatementChangeRow {
  readonly statementId: string;
  readonly revision: number;
  /** Null for its recording. */
  readonly action: ReviewAction | null;
  readonly before: ReviewState | null;
  readonly after: ReviewState;
  readonly reason: string | null;
  readonly replacementId: string | null;
}

/** That an actor was merged into another one; `id` and so on are the merged actor's own. */
export interface ActorMergeRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: ActorRow['kind'];
  readonly origin: Origin;
  readonly reason: string;
  readonly revision: number;
  readonly undoneIn: number | null;
  readonly undoneBecause: string | null;
}

const REVISION: Listing['entity'] = {
  table: 'revision',
  alias: 'r',
  columns: 'r.number, r.recorded_at AS "recordedAt", r.author, r.summary',
};

/** All revisions, the newest first. */
export const REVISIONS: Listing = {
  name: 'revisions',
  entity: REVISION,
  order: [{ expression: 'r.number', type: 'integer' }],
  direction: 'DESC',
  conditions: [],
};

/** Revisions by number. */
export const revisionsByNumber = batch<RevisionRow>(
  'revisions-by-number',
  `SELECT r.number::text AS "ownerId", ${REVISION.columns} FROM revision r WHERE r.number = ANY ($1::int[])`,
);

/** What became of statements and of those that they stand in place of, in the order in which it happened. */
export const changesOfStatements = batch<StatementChangeRow>(
  'changes-of-statements',
  `WITH RECURSIVE line AS (
     SELECT id AS owner_id, id FROM statement WHERE id = ANY ($1::uuid[])
     UNION
     SELECT line.owner_id, r.statement_id FROM line JOIN review r ON r.replacement_id = line.id
   ), change AS (
     SELECT line.owner_id, s.id, s.revision, NULL::review_action AS action, NULL::review_state AS before,
       coalesce((SELECT r.state_before FROM review r WHERE r.statement_id = s.id ORDER BY r.revision LIMIT 1), s.review) AS after,
       NULL AS reason, NULL::uuid AS replacement_id
     FROM line JOIN statement s ON s.id = line.id
     UNION ALL
     SELECT line.owner_id, r.statement_id, r.revision, r.action, r.state_before, r.state_after, r.reason, r.replacement_id
     FROM line JOIN review r ON r.statement_id = line.id
   )
   SELECT owner_id AS "ownerId", id AS "statementId", revision, action, before, after, reason, replacement_id AS "replacementId"
   FROM change ORDER BY owner_id, revision, action NULLS LAST, id`,
);

const MERGE = `merged.id, merged.slug, merged.name, merged.kind, m.origin, m.reason, m.revision,
  m.undone_in AS "undoneIn", m.undone_because AS "undoneBecause"`;

/** Those that were ever merged into actors, the first ones first. */
export const mergesIntoActors = batch<ActorMergeRow>(
  'merges-into-actors',
  `SELECT m.into_id AS "ownerId", ${MERGE} FROM actor_merge m JOIN actor merged ON merged.id = m.actor_id
   WHERE m.into_id = ANY ($1::uuid[]) ORDER BY m.into_id, m.revision, merged.slug`,
);

/** Actors that bear the same name as others and stand apart, by slug. */
export const namesakesOfActors = batch<ActorRow>(
  'namesakes-of-actors',
  `SELECT DISTINCT own.id AS "ownerId", ${ENTITIES.Actor.columns}
   FROM actor own JOIN actor under ON ${STANDING_ACTOR('under')} = own.id
   JOIN actor same ON same.name_key = under.name_key JOIN actor c ON c.id = ${STANDING_ACTOR('same')}
   WHERE own.id = ANY ($1::uuid[]) AND c.id <> own.id ORDER BY 1, c.slug`,
);
