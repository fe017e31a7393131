import { withArticles } from '../vocabulary/inflection.ts';
import { marked, withCore, commonPlaces, type Edit } from './edit.ts';
import { otherWords } from './other-words.ts';

/** Nearly all words that carry meaning are others, as in two translations of one saying. */
export const translated: Edit<'TRANSLATED'> = {
  kind: 'TRANSLATED',
  isHard: true,
  apply: (words, random) => {
    const edited = [...words];
    let changed = 0;
    for (const place of commonPlaces(words)) {
      const core = marked(words[place] ?? '').core.toLowerCase();
      const others = otherWords(core, 'SYNONYM') ?? otherWords(core, 'NEIGHBOUR');
      if (!others || random.chance(0.05)) continue;
      edited[place] = withCore(words[place] ?? '', random.pick(others));
      changed++;
    }
    return changed < 3 ? null : { words: withArticles(edited.join(' ')).split(' '), changed };
  },
};
