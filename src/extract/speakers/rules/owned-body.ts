import { isInstitution, isOutletNoun } from '../lexicon/institutions.ts';
import { isPeople, isPlace } from '../lexicon/places.ts';
import type { Rule } from './rule.ts';

/** "The Obama administration", "Russia’s foreign ministry", "his campaign": a body told by whose it is. */
export const ownedBody: Rule = {
  name: 'owned body',
  resolve: ({ phrase, scene }) => {
    if (phrase.form !== 'DESCRIPTION') return null;
    const { description } = phrase;
    const { head, isPlural, modifiers } = description;
    if (isPlural || (!isInstitution(head) && !isOutletNoun(head))) return null;
    if (!scene.ownerOf(description) && !modifiers.some((word) => isPeople(word) || isPlace([word]))) return null;
    const figure = scene.introduce(
      scene.keyOf(description),
      isOutletNoun(head) ? 'OUTLET' : 'ORGANIZATION',
      description,
    );
    return { figure, confidence: 0.85 };
  },
};
