import { mostLikely } from './pronoun.ts';
import type { Rule } from './rule.ts';

/** "It": the body, state, or thing that speaks ("the report") most in the reader's mind. */
export const neuterPronoun: Rule = {
  name: 'neuter pronoun',
  resolve: ({ phrase, at, scene }) => {
    if (phrase.form !== 'PRONOUN' || !/^it(?:s|self)?$/.test(phrase.word)) return null;
    return mostLikely(
      scene.timeline.candidates(at, ({ kind, isPlural, isSomebody }) => kind !== 'PERSON' && !isPlural && !isSomebody),
      0.7,
    );
  },
};
