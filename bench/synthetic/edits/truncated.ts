import { countWords, marked, type Edit } from './edit.ts';

const LEAST_LEFT = 5;
/** Nobody stops behind these. */
const OPEN = new Set([
  '',
  ...'the a an of and to that what about for in on at by or not but is are will we our with'.split(' '),
]);

/** The beginning or the end is missing, or both. */
export const truncated: Edit<'TRUNCATED'> = {
  kind: 'TRUNCATED',
  isHard: false,
  apply: (words, random) => {
    const most = Math.min(words.length - LEAST_LEFT, Math.floor(words.length * 0.6));
    if (most < 2) return null;
    const dropped = random.integer(1, most);
    const side = random.fraction();
    const fromStart = side < 0.35 ? dropped : side < 0.8 ? 0 : Math.floor(dropped / 2);
    const left = words.slice(fromStart, words.length - (dropped - fromStart));
    // What is left begins and ends with a word.
    while (left.length > 0 && marked(left[0] ?? '').core === '') left.shift();
    while (left.length > 0 && OPEN.has(marked(left.at(-1) ?? '').core)) left.pop();
    const changed = countWords(words) - countWords(left);
    return countWords(left) < LEAST_LEFT || changed === 0 ? null : { words: left, changed };
  },
};
