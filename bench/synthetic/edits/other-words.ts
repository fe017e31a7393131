import { GENERAL, topicLexicon, type VerbForms } from '../grammar/lexicon.ts';
import { CONNECTIVES } from '../vocabulary/synonyms.ts';
import { TOPICS } from '../vocabulary/topics.ts';

/** Words that a retelling puts for others though they mean something else: the last resort. */
const FUNCTION_WORDS: Readonly<Record<string, readonly string[]>> = {
  the: ['this', 'that', 'our'],
  a: ['some', 'one'],
  an: ['some', 'one'],
  in: ['around', 'within'],
  of: ['from', 'for'],
  and: ['plus', 'as well as'],
  will: ['shall', 'are going to'],
  we: ['all of us', 'our side'],
  they: ['these people', 'others'],
  to: ['in order to'],
  is: ['remains', 'stays'],
  are: ['remain', 'stay'],
  for: ['on behalf of'],
  that: ['how'],
  have: ['did'],
  it: ['this'],
  not: ['hardly'],
  i: ['I myself'],
};

/** Other words by word, where it is certain what kind of word it is: "plan" is a noun or a verb, so it has none. */
class Others {
  readonly #known = new Map<string, { kind: string; others: readonly string[] }>();

  add(kind: string, word: string, others: readonly string[]): void {
    const known = this.#known.get(word);
    if (!known) this.#known.set(word, { kind, others: others.filter((other) => other !== word) });
    else if (known.kind !== kind) known.others = [];
  }

  of(word: string): readonly string[] | undefined {
    const others = this.#known.get(word)?.others ?? [];
    return others.length > 0 ? others : undefined;
  }
}

const synonyms = new Others();
for (const [kind, groups] of Object.entries<readonly (readonly string[])[]>({ ...GENERAL, connective: CONNECTIVES })) {
  for (const group of groups) for (const word of group) synonyms.add(kind, word, group);
}

/** For each form of a topic's word: the words of the same list beside it. */
const neighbours = new Others();
for (const topic of TOPICS) {
  const { verb, ...lists } = topicLexicon(topic);
  for (const [kind, list] of Object.entries<VerbForms['base']>({ ...lists, ...verb })) {
    list.forEach((word, index) => {
      neighbours.add(kind, word, [...list.slice(Math.max(0, index - 2), index), ...list.slice(index + 1, index + 3)]);
      // Half of a term of two words is not exchanged.
      if (word.includes(' ')) for (const half of word.split(' ')) neighbours.add('half', half, []);
    });
  }
}

/** How near in meaning the words are that stand for a word: a synonym is the nearest. */
export const NEARNESS = ['SYNONYM', 'NEIGHBOUR', 'FUNCTION_WORD'] as const;

const SOURCES: Readonly<Record<(typeof NEARNESS)[number], (core: string) => readonly string[] | undefined>> = {
  SYNONYM: (core) => synonyms.of(core),
  NEIGHBOUR: (core) => neighbours.of(core),
  FUNCTION_WORD: (core) => FUNCTION_WORDS[core],
};

/** The words that can stand for a word in small letters; undefined where none are known. */
export const otherWords = (core: string, nearness: (typeof NEARNESS)[number]): readonly string[] | undefined =>
  Object.hasOwn(FUNCTION_WORDS, core) && nearness !== 'FUNCTION_WORD' ? undefined : SOURCES[nearness](core);
