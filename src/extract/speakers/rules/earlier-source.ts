import type { Rule } from './rule.ts';

/** "The source", "the report", "the officials" after "a source in Russia": the source left unnamed that was so called last. */
export const earlierSource: Rule = {
  name: 'earlier source',
  resolve: ({ phrase, scene }) => {
    if (phrase.form !== 'DESCRIPTION') return null;
    const { head, determiner, isPlural, owner, modifiers, complement } = phrase.description;
    if (determiner !== 'DEFINITE' || owner !== null || complement.length > 0) return null;
    const figure = scene
      .withHead(head)
      .findLast(
        (other) => other.isPlural === isPlural && modifiers.every((word) => other.key.split(' ').includes(word)),
      );
    return figure ? { figure, confidence: 0.7 } : null;
  },
};
