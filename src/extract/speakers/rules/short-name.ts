import type { Rule } from './rule.ts';

/** "Mr. Trump", where the text has Donald Trump; or a name of one word, of which there is no longer one. */
export const shortName: Rule = {
  name: 'short name',
  resolve: ({ phrase, scene }) => {
    if (phrase.form !== 'NAME') return null;
    const figure = scene.figureOf(phrase.mention);
    return figure && { figure, confidence: phrase.mention.titles.length > 0 ? 0.95 : 0.92 };
  },
};
