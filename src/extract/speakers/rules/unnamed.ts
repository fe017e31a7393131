import { bareDescription, unnamedFigure } from '../scene/unnamed-figure.ts';
import type { Question, Rule } from './rule.ts';

/** A source that the text leaves unnamed, or of which nothing tells who it is: an UNNAMED actor a description. */
export const unnamed = {
  name: 'unnamed',
  resolve: ({ phrase, scene }: Question) => {
    if (phrase.form === 'DESCRIPTION' || phrase.form === 'JOINT') {
      return { figure: unnamedFigure(phrase.description, scene), confidence: 0.75 };
    }
    const word = phrase.form === 'NAME' ? phrase.mention.keys.join(' ') : phrase.word;
    const isPlural = /^the(?:y|m|irs?)$/.test(word);
    return { figure: unnamedFigure(bareDescription(word, isPlural), scene), confidence: 0.3 };
  },
} satisfies Rule;
