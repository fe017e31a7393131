import type { Rule } from './rule.ts';

/** "Josh Earnest, the press secretary": a name in full. */
export const fullName: Rule = {
  name: 'full name',
  resolve: ({ phrase, scene }) => {
    if (phrase.form !== 'NAME' || phrase.mention.keys.length < 2) return null;
    const figure = scene.figureOf(phrase.mention);
    return figure && { figure, confidence: 0.97 };
  },
};
