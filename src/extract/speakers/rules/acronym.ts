import type { Rule } from './rule.ts';

/** "The F.B.I.", where the text has the Federal Bureau of Investigation. */
export const acronym: Rule = {
  name: 'acronym',
  resolve: ({ phrase, scene }) => {
    if (phrase.form !== 'NAME' || !phrase.mention.isAcronym) return null;
    const figure = scene.figureOf(phrase.mention);
    const hasExpansion = figure?.names.some(({ keys }) => keys.length > 1) ?? false;
    return figure && hasExpansion ? { figure, confidence: 0.93 } : null;
  },
};
