import { marked, withCore, type Edit } from './edit.ts';

/** What the words of the first person are when somebody else tells them. */
const THIRD_PERSON: Readonly<Record<string, string>> = {
  i: 'they',
  we: 'they',
  me: 'them',
  us: 'them',
  my: 'their',
  our: 'their',
  'i’m': 'they are',
  'i’ve': 'they have',
  'we’ll': 'they will',
  'we’re': 'they are',
  'we’ve': 'they have',
};

/** The same words without quotation marks: only the first person becomes the third one. */
export const unquoted: Edit<'UNQUOTED'> = {
  kind: 'UNQUOTED',
  isHard: false,
  isUnquoted: true,
  apply: (words) => {
    // A question is asked, and a phrase is no sentence.
    if (words.some((word) => word.endsWith('?')) || !words.at(-1)?.endsWith('.')) return null;
    const told = words.map((word, place) => {
      const { core } = marked(word);
      const third = THIRD_PERSON[core.toLowerCase()];
      if (third === undefined) return word;
      // "I" has a capital anywhere.
      return place > 0 && core.startsWith('I') && !/[.:]$/.test(words[place - 1] ?? '')
        ? word.replace(core, third)
        : withCore(word, third);
    });
    return { words: told.join(' ').split(' '), changed: told.filter((word, place) => word !== words[place]).length };
  },
};
