import { countWords, type Edit } from './edit.ts';

const SIGNS = ['…', '...', '[…]', '[...]'];
const LEAST_WORDS = 9;

/** Words in the middle are left out, with a sign for them. */
export const ellipsis: Edit<'ELLIPSIS'> = {
  kind: 'ELLIPSIS',
  isHard: false,
  apply: (words, random) => {
    if (words.length < LEAST_WORDS) return null;
    const dropped = random.integer(2, Math.floor(words.length * 0.45));
    const start = random.integer(3, words.length - dropped - 2);
    const left = [...words.slice(0, start), random.pick(SIGNS), ...words.slice(start + dropped)];
    return { words: left, changed: countWords(words) - countWords(left) };
  },
};
