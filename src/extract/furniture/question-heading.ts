import type { FurnitureRule } from './furniture-rule.ts';

/** Longer questions are paragraphs. */
const LONGEST = 90;
/** What asks in whole sentences, as a paragraph or an interview may. */
const SENTENCE_LIKE =
  /\b(?:you|your|I|we|our|my|is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must|what|why|who|whom|how|when|where|which)\b|n[’']t\b|[’']s (?:\p{Ll}{2,}ing|the|a|not)\b|^(?:Q|And|But|So|Or|Now)\b|:/iu;
const LEAST_WORDS = 3;
const SENTENCE = /[.!?]["”’)]?$/u;
/** So long is at least the paragraph below a heading. */
const LEAST_BELOW = 80;

/** A heading between paragraphs that only asks, and in no whole sentence: “A new bridge for Lom?” */
export const questionHeading: FurnitureRule = {
  name: 'a heading that asks',
  kind: 'HEADING',
  holds: ({ words, number, before, behind }) =>
    number > 0 &&
    words.length <= LONGEST &&
    /^\p{Lu}[^.!?“”"]*\?$/u.test(words) &&
    !SENTENCE_LIKE.test(words) &&
    words.split(' ').length >= LEAST_WORDS &&
    SENTENCE.test(before) &&
    !before.endsWith('?') &&
    behind.length >= LEAST_BELOW,
};
