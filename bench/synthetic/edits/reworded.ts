import { countWords, type Edit } from './edit.ts';
import { reword } from './reword.ts';

/** Of a hundred words. */
const MOST = 33;

/** Some of the words are others: from one in twenty to one in three. */
export const reworded: Edit<'REWORDED'> = {
  kind: 'REWORDED',
  isHard: false,
  apply: (words, random) => {
    const wanted = Math.max(1, Math.floor((random.integer(5, MOST) / 100) * countWords(words)));
    return wanted / countWords(words) > MOST / 100 ? null : reword(words, wanted, random);
  },
};
