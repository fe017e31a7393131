/** Parts of speech of words as they stand in a sentence. The first is none: what stands before a sentence. */
export const TAGS = [
  'NONE', 'NOUN', 'NOUNS', 'NAME', 'GERUND', 'DETERMINER', 'ADJECTIVE', 'PARTICIPLE_ADJECTIVE', 'NUMBER', 'POSSESSIVE', 'GENITIVE',
  'PRONOUN', 'DEMONSTRATIVE', 'INFINITIVE', 'PRESENT', 'PRESENT_3RD', 'PAST', 'PAST_PARTICIPLE', 'PRESENT_PARTICIPLE', 'MODAL', 'TO',
  'AUXILIARY', 'SUBORDINATOR', 'WHO', 'WHICH', 'WHERE', 'RELATIVE_THAT', 'ADVERB', 'NOT', 'PREPOSITION', 'PARTICLE', 'COORDINATOR',
] as const; // prettier-ignore

export type Tag = (typeof TAGS)[number];

/** The number that stands for a part of speech. */
export const tagNumber = (tag: Tag): number => TAGS.indexOf(tag);

/** What stands before the first word of a sentence. */
export const NO_TAG = 0;

/** What a part of speech can do in a clause. */
export const KINDS = { OTHER: 0, NOMINAL: 1, PRONOUN: 2, VERB: 3, BEFORE_VERB: 4, INTRODUCES: 5, ADVERB: 6 } as const;

const KIND_OF: Readonly<Partial<Record<Tag, number>>> = {
  NOUN: KINDS.NOMINAL,
  NOUNS: KINDS.NOMINAL,
  NAME: KINDS.NOMINAL,
  GERUND: KINDS.NOMINAL,
  DETERMINER: KINDS.NOMINAL,
  ADJECTIVE: KINDS.NOMINAL,
  PARTICIPLE_ADJECTIVE: KINDS.NOMINAL,
  NUMBER: KINDS.NOMINAL,
  POSSESSIVE: KINDS.NOMINAL,
  GENITIVE: KINDS.NOMINAL,
  PRONOUN: KINDS.PRONOUN,
  DEMONSTRATIVE: KINDS.PRONOUN,
  INFINITIVE: KINDS.VERB,
  PRESENT: KINDS.VERB,
  PRESENT_3RD: KINDS.VERB,
  PAST: KINDS.VERB,
  PAST_PARTICIPLE: KINDS.VERB,
  PRESENT_PARTICIPLE: KINDS.VERB,
  AUXILIARY: KINDS.VERB,
  MODAL: KINDS.BEFORE_VERB,
  TO: KINDS.BEFORE_VERB,
  SUBORDINATOR: KINDS.INTRODUCES,
  WHO: KINDS.INTRODUCES,
  WHICH: KINDS.INTRODUCES,
  WHERE: KINDS.INTRODUCES,
  RELATIVE_THAT: KINDS.INTRODUCES,
  ADVERB: KINDS.ADVERB,
  NOT: KINDS.ADVERB,
};
const kinds = Uint8Array.from(TAGS, (tag) => KIND_OF[tag] ?? KINDS.OTHER);

/** Which of the kinds a part of speech is of. */
export const kindOfTag = (tag: number): number => kinds[tag] ?? KINDS.OTHER;
