import { mostLikely } from './pronoun.ts';
import type { Rule } from './rule.ts';

/** "They": the several persons, or the body, most in the reader's mind. */
export const pluralPronoun: Rule = {
  name: 'plural pronoun',
  resolve: ({ phrase, at, scene, speakerAround }) => {
    if (phrase.form !== 'PRONOUN' || !/^the(?:y|m|irs?|mselves)$/.test(phrase.word)) return null;
    const found = scene.timeline.candidates(
      at,
      (figure) => figure !== speakerAround && (figure.isPlural || isBody(figure.kind)),
    );
    const weighed = found.map((one) => (one.figure.isPlural ? one : { ...one, score: one.score / 2 }));
    return mostLikely(
      weighed.sort((a, b) => b.score - a.score),
      0.65,
    );
  },
};

const isBody = (kind: string): boolean => kind === 'ORGANIZATION' || kind === 'OUTLET';
