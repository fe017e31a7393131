import { EPITHETS, genderOfRole } from '../lexicon/roles.ts';
import { isOfBody } from './is-of-body.ts';
import { mostLikely } from './pronoun.ts';
import type { Rule } from './rule.ts';

/** "The billionaire", "the Texan senator", where the text calls nobody so: the person most in the reader's mind. */
export const epithet: Rule = {
  name: 'epithet',
  resolve: ({ phrase, at, scene }) => {
    if (phrase.form !== 'DESCRIPTION') return null;
    const { description } = phrase;
    const { head, determiner, isPlural, complement } = description;
    const isOwned = description.owner !== null && !isOfBody(description, scene);
    const isOfState = head === 'secretary' && complement.join(' ') === 'of state';
    if (determiner !== 'DEFINITE' || isPlural || isOwned || (complement.length > 0 && !isOfState)) return null;
    if (!EPITHETS.has(head) && !isOfState) return null;
    const gender = genderOfRole(head);
    const found = scene.timeline.candidates(at, (figure) => figure.kind === 'PERSON' && figure.mayBe(gender));
    // Whom an article is about it calls by many words.
    const weighed = found.map((one) => ({ ...one, score: one.score * Math.log2(2 + one.figure.names.length) }));
    return mostLikely(
      weighed.sort((a, b) => b.score - a.score),
      0.55,
    );
  },
};
