import { stateAfter, statesBefore } from '../../src/domain/review-rules.ts';
import { ReviewAction, ReviewState } from '../../src/domain/vocabulary.ts';

const ACTIONS = Object.keys(ReviewAction) as ReviewAction[];
const STATES = Object.keys(ReviewState) as ReviewState[];

describe('what becomes of a statement', () => {
  it('is told for every action and state, and nothing else can be done', () => {
    const rules = ACTIONS.map((action) => [action, STATES.map((state) => stateAfter(action, state))]);
    expect(STATES).toEqual(['PROPOSED', 'ACCEPTED', 'REJECTED', 'RETRACTED']);
    expect(rules).toEqual([
      ['ACCEPT', ['ACCEPTED', null, null, null]],
      ['REJECT', ['REJECTED', null, null, null]],
      ['RETRACT', [null, 'RETRACTED', null, null]],
      ['CORRECT', ['REJECTED', 'RETRACTED', null, null]],
      ['RESTORE', [null, null, 'PROPOSED', 'PROPOSED']],
    ]);
  });

  it.each(ACTIONS)('%s says in which states it can be done', (action) => {
    expect(statesBefore(action)).toEqual(STATES.filter((state) => stateAfter(action, state) !== null));
  });
});
