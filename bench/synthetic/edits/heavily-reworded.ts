import { countWords, type Edit } from './edit.ts';
import { reword } from './reword.ts';

/** Of a hundred words. */
const LEAST = 40;
const MOST = 70;

/** About half of the words are others, from 40 to 70 of a hundred. */
export const heavilyReworded: Edit<'HEAVILY_REWORDED'> = {
  kind: 'HEAVILY_REWORDED',
  isHard: true,
  apply: (words, random) => {
    const wanted = Math.ceil((random.integer(LEAST, MOST) / 100) * countWords(words));
    return wanted / countWords(words) > MOST / 100 ? null : reword(words, wanted, random);
  },
};
