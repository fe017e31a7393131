import type { Candidate } from '../scene/timeline.ts';
import type { Answer, Rule } from './rule.ts';
import { genderOfPronoun } from '../scene/pronouns.ts';

/** "He", "she", "his": of the persons whom the gender fits, the one most in the reader's mind. */
export const pronoun: Rule = {
  name: 'pronoun',
  resolve: ({ phrase, scene, isQuoted, speakerAround }) => {
    if (phrase.form !== 'PRONOUN' || genderOfPronoun(phrase.word) === null) return null;
    return mostLikely(scene.personAt(phrase.span, isQuoted ? speakerAround : null), 0.9);
  },
};

/** The best of several, the surer the further it is ahead. */
export function mostLikely([best, second]: readonly Candidate[], most: number): Answer | null {
  if (!best) return null;
  const lead = second ? 1 - second.score / best.score : 1;
  return { figure: best.figure, confidence: most * (0.6 + 0.4 * lead) };
}
