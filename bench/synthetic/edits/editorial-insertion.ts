import { PLACES } from '../vocabulary/names.ts';
import { marked, wordPlaces, type Edit } from './edit.ts';

const EXPLAINED = ['the government', 'the council', 'the ministry', 'the opposition', 'the company', 'local families'];
const PRONOUNS = new Set(['we', 'they', 'them', 'us']);

/** Words that what is in brackets may stand before. */
const JOINTS = new Set('and but because while if when unless although since for in on before after to'.split(' '));

const isEndOfPhrase = (words: readonly string[], place: number): boolean =>
  /\p{L}[,.]$/u.test(words[place] ?? '') ||
  (/\p{Ll}{3}$/u.test(words[place] ?? '') && JOINTS.has(words[place + 1] ?? ''));

/** An editor explains something in square brackets, or puts the name for a pronoun. */
export const editorialInsertion: Edit<'EDITORIAL_INSERTION'> = {
  kind: 'EDITORIAL_INSERTION',
  isHard: false,
  apply: (words, random) => {
    const places = wordPlaces(words);
    const pronouns = places.filter((place) => PRONOUNS.has(marked(words[place] ?? '').core.toLowerCase()));
    if (pronouns.length > 0 && random.chance(0.6)) {
      const place = random.pick(pronouns);
      const { before, after } = marked(words[place] ?? '');
      return {
        words: words
          .with(place, `${before}[${random.pick(EXPLAINED)}]${after}`)
          .join(' ')
          .split(' '),
        changed: 1,
      };
    }
    const ends = places.filter((place) => place > 1 && isEndOfPhrase(words, place));
    if (ends.length === 0) return null;
    const place = random.pick(ends);
    const note = random.chance(0.3) ? '[sic]' : `[in ${random.pick(PLACES)}]`;
    const { before, core, after } = marked(words[place] ?? '');
    const put = [before + core, ...(note + after).split(' ')];
    return { words: words.toSpliced(place, 1, ...put), changed: put.length - 1 };
  },
};
