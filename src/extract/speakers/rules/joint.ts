import type { Rule } from './rule.ts';

/** "Cruz and Trump" are several and speak as one: an UNNAMED actor, which "they" may stand for later on. */
export const joint: Rule = {
  name: 'several',
  resolve: ({ phrase, scene }) => {
    if (phrase.form !== 'JOINT') return null;
    const key = scene.keyOf(phrase.description);
    const figure =
      scene.described(key) ??
      scene.introduce(key, 'UNNAMED', { ...phrase.description, isPlural: true, isSomebody: false });
    return { figure, confidence: 0.7 };
  },
};
