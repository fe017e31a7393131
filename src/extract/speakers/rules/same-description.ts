import type { Rule } from './rule.ts';

/** Words that stand for different persons each time: "some", "one", "another". */
const NOBODY_CERTAIN = /^(?:one|another|some|others|many|most|those|several|both|all)$/;

/** Equal descriptions are one source: "a source in Russia" twice. */
export const sameDescription: Rule = {
  name: 'same description',
  resolve: ({ phrase, scene }) => {
    if (phrase.form !== 'DESCRIPTION') return null;
    const figure = scene.described(scene.keyOf(phrase.description));
    return figure && { figure, confidence: NOBODY_CERTAIN.test(phrase.description.head) ? 0.4 : 0.8 };
  },
};
