import { PLACES } from '../vocabulary/names.ts';
import { marked, opensSentence, withCore, wordPlaces, type Edit } from './edit.ts';
import { isName } from './names-known.ts';

/** No names, though they have a capital and some belong to names. */
const NO_NAMES =
  /^(?:I|I’.*|Monday|Tuesday|.*sday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|.*ber)$/;
const ONE_WORD = PLACES.filter((place) => !place.includes(' '));

/** A word of a name is another one. */
export const nameChanged: Edit<'NAME_CHANGED'> = {
  kind: 'NAME_CHANGED',
  isHard: false,
  apply: (words, random) => {
    const places = wordPlaces(words).filter((place) => {
      const { core } = marked(words[place] ?? '');
      return /^\p{Lu}\p{Ll}/u.test(core) && !NO_NAMES.test(core) && (!opensSentence(words, place) || isName(core));
    });
    if (places.length === 0) return null;
    const place = random.pick(places);
    const { core } = marked(words[place] ?? '');
    const other = random.pick(ONE_WORD.filter((name) => name !== core));
    return { words: words.with(place, withCore(words[place] ?? '', other)), changed: 1 };
  },
};
