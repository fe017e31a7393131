import { isFirstPerson } from '../sources/first-person.ts';
import type { Rule } from './rule.ts';

/** "I" and "we" in somebody's words are whoever says them. */
export const quotedVoice: Rule = {
  name: 'quoted voice',
  resolve: ({ phrase, speakerAround }) =>
    isFirstPerson(phrase) && speakerAround ? { figure: speakerAround, confidence: 0.85 } : null,
};
