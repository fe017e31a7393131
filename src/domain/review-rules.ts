import type { ReviewAction, ReviewState } from './vocabulary.ts';

/** What each action makes of a statement in each state in which it can be done. */
const RULES: Readonly<Record<ReviewAction, Partial<Readonly<Record<ReviewState, ReviewState>>>>> = {
  ACCEPT: { PROPOSED: 'ACCEPTED' },
  REJECT: { PROPOSED: 'REJECTED' },
  RETRACT: { ACCEPTED: 'RETRACTED' },
  CORRECT: { PROPOSED: 'REJECTED', ACCEPTED: 'RETRACTED' },
  RESTORE: { REJECTED: 'PROPOSED', RETRACTED: 'PROPOSED' },
};

/** The state of a statement after an action, or null where it cannot be done. */
export const stateAfter = (action: ReviewAction, state: ReviewState): ReviewState | null =>
  RULES[action][state] ?? null;

/** The states in which an action can be done. */
export const statesBefore = (action: ReviewAction): readonly ReviewState[] =>
  Object.keys(RULES[action]) as ReviewState[];
