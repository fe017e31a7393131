import type { Random } from '../random.ts';
import { withArticles } from '../vocabulary/inflection.ts';
import { commonPlaces, marked, withCore, type Edited } from './edit.ts';
import { NEARNESS, otherWords } from './other-words.ts';

/**
 * Puts other words for so many of the words: synonyms where there are any, then words of the same kind, then whatever fits.
 *
 * @returns null when fewer can be exchanged
 */
export function reword(words: readonly string[], wanted: number, random: Random): Edited | null {
  const left = new Set(random.shuffle(commonPlaces(words)));
  let edited = [...words];
  let changed = 0;
  for (const nearness of NEARNESS) {
    for (const place of left) {
      if (changed === wanted) break;
      const word = words[place] ?? '';
      const others = otherWords(marked(word).core.toLowerCase(), nearness);
      if (!others) continue;
      edited = edited.with(place, withCore(word, random.pickZipf(others)));
      left.delete(place);
      changed++;
    }
  }
  return changed < wanted ? null : { words: withArticles(edited.join(' ')).split(' '), changed };
}
