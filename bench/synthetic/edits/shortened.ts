import { countWords, marked, type Edit } from './edit.ts';

/** Two to four words are left of it: too few to tell it from others. */
export const shortened: Edit<'SHORTENED'> = {
  kind: 'SHORTENED',
  isHard: true,
  apply: (words, random) => {
    const length = random.integer(2, 4);
    if (words.length < length + 4) return null;
    const start = random.integer(0, words.length - length);
    const left = words.slice(start, start + length);
    if (left.some((word) => marked(word).core === '' || /[.?!:]$/.test(word))) return null;
    return { words: left, changed: countWords(words) - length };
  },
};
