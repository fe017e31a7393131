import type { Figure } from '../figures/figure.ts';
import { isInstitution, isOutletNoun, mayBeCalled } from '../lexicon/institutions.ts';
import { mostLikely } from './pronoun.ts';
import type { Rule } from './rule.ts';

/** "The ministry", "the company", "the newspaper", "the campaign": the body of that kind most in the reader's mind. */
export const institution: Rule = {
  name: 'institution',
  resolve: ({ phrase, at, scene }) => {
    if (phrase.form !== 'DESCRIPTION') return null;
    const { head, determiner, isPlural, owner, modifiers, complement } = phrase.description;
    if (determiner !== 'DEFINITE' || isPlural || owner !== null || complement.length > 0) return null;
    if (!isInstitution(head) && !isOutletNoun(head)) return null;
    const tells = modifiers.filter((word) => !/^(?:same|federal|news|entire|whole|own|new|online|daily)$/.test(word));
    const fits = (figure: Figure) =>
      isCalled(figure, head) && tells.every((word) => figure.nameWords.some((keys) => keys.includes(word)));
    const found = scene.timeline.candidates(at, fits);
    return mostLikely(found, 0.85);
  },
};

function isCalled({ kind, nameWords, key }: Figure, noun: string): boolean {
  if (kind === 'OUTLET' && (isOutletNoun(noun) || noun === 'agency' || noun === 'company')) return true;
  if (kind !== 'ORGANIZATION') return false;
  if (nameWords.some((keys) => mayBeCalled(noun, keys)) || key.endsWith(` ${noun}`)) return true;
  return (
    /^(?:company|firm|group|organization)$/.test(noun) &&
    nameWords.some(({ length }) => length === 1) &&
    nameWords.length > 1
  );
}
