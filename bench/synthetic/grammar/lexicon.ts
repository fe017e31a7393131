import { inflect, plural, type VerbForm } from '../vocabulary/inflection.ts';
import { ADJECTIVES, ADVERBS, NOUNS, VERBS } from '../vocabulary/synonyms.ts';
import type { Topic } from '../vocabulary/topic.ts';

export type VerbForms = Readonly<Record<VerbForm, readonly string[]>>;

/** The words of a topic in every form that sentences take them in; the same place in two lists is the same word. */
export interface TopicLexicon {
  readonly people: readonly string[];
  readonly person: readonly string[];
  readonly thing: readonly string[];
  readonly things: readonly string[];
  readonly stuff: readonly string[];
  readonly verb: VerbForms;
  readonly adjective: readonly string[];
}

const known = new Map<Topic, TopicLexicon>();

export function topicLexicon(topic: Topic): TopicLexicon {
  const made = known.get(topic) ?? {
    people: topic.people.map(plural),
    person: topic.people,
    thing: topic.things,
    things: topic.things.map(plural),
    stuff: topic.stuff,
    verb: verbForms(topic.verbs),
    adjective: topic.adjectives,
  };
  known.set(topic, made);
  return made;
}

function verbForms(verbs: readonly string[]): VerbForms {
  const all = (form: VerbForm) => verbs.map((verb) => inflect(verb, form));
  return {
    base: all('base'),
    third: all('third'),
    past: all('past'),
    participle: all('participle'),
    gerund: all('gerund'),
  };
}

/** The words that go with every topic, by groups of synonyms. */
export const GENERAL = {
  noun: NOUNS,
  nouns: NOUNS.map((group) => group.map(plural)),
  verb: VERBS,
  verbPast: VERBS.map((group) => group.map((verb) => inflect(verb, 'past'))),
  verbParticiple: VERBS.map((group) => group.map((verb) => inflect(verb, 'participle'))),
  verbGerund: VERBS.map((group) => group.map((verb) => inflect(verb, 'gerund'))),
  adjective: ADJECTIVES,
  adverb: ADVERBS,
} as const;
