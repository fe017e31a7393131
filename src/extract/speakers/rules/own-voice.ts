import { bareDescription } from '../scene/unnamed-figure.ts';
import { isFirstPerson } from '../sources/first-person.ts';
import type { Rule } from './rule.ts';

/** Told apart from every description, since none has brackets. */
const KEY = '(own voice)';

/**
 * "I" and "we" outside of quotations are the article's own voice: one UNNAMED actor an article, whose name is the first such
 * word. Who the writer is, no rule tells; the step's name lets a reader of the result put the author there.
 */
export const ownVoice: Rule = {
  name: 'own voice',
  resolve: ({ phrase, isQuoted, scene }) => {
    if (!isFirstPerson(phrase) || isQuoted) return null;
    const figure = scene.described(KEY) ?? scene.introduce(KEY, 'UNNAMED', bareDescription(KEY));
    return { figure, confidence: 0.8 };
  },
};
