import { isPeople } from '../lexicon/places.ts';
import { isRole } from '../lexicon/roles.ts';
import { wordList } from '../lexicon/word-list.ts';
import type { PhraseWord } from '../sources/phrase-words.ts';

const MODIFIERS = wordList(
  'former then vice prime senior chief deputy top foreign first state campaign press defense defence assistant associate acting ' +
    'interim retired longtime veteran leading fellow ex executive managing majority minority house senate staff finance policy ' +
    'party communications political news university law district county city police army navy business junior rival self-described ' +
    'old young best-selling conservative liberal progressive independent opposition government union labor real estate',
);
const DETERMINERS = wordList('the a an his her its their our my');

/** Whether a word may stand before the noun for an office and go with it: "Republican presidential candidate". */
const modifies = ({ key, isCapital }: PhraseWord): boolean =>
  isCapital || MODIFIERS.has(key) || isRole(key) || isPeople(key) || /(?:al|an|ic|ese|ish|ary|ist|old)$/.test(key);

/**
 * Where the words begin that go with a noun, determiner included; words like "said" or "with" end them.
 *
 * @param at index of the noun
 */
export function beginOfDescription(words: readonly PhraseWord[], at: number): number {
  let from = at;
  while (from > 0 && !words[from]?.isSetOff) {
    const word = words[from - 1];
    if (!word) break;
    if (DETERMINERS.has(word.key)) return from - 1;
    if (!modifies(word) && !word.isPossessive) break;
    from--;
  }
  return from;
}
