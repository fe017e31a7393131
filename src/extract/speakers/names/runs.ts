import { isHonorific, isTitle } from '../lexicon/roles.ts';
import { isOrganisationWord, TAKES_OF } from '../lexicon/institutions.ts';
import type { CapitalWord } from './capital-words.ts';

/** Longer ones are cut; no name has as many words. */
const LONGEST_RUN = 14;
const SPACE = /^[ \u00A0]{1,2}$/;
const AMPERSAND = /^ ?& ?$/;
const PARTICLES =
  /^ (?:(?:de|da|di|del|della|der|den|van|von|bin|ibn|al|el|la|le|dos|du|ter|ten|abu|ben|y)(?: (?:la|der|den|las|los))? )$|^ (?:al|el)-$/;
const ABBREVIATION =
  /^(?:mr|mrs|ms|dr|prof|rev|hon|gen|gov|sen|sens|rep|reps|lt|col|capt|cmdr|adm|sgt|maj|st|jr|sr|det|amb|pres|messrs)$/;
/** Owners that are part of the name of what they own: "People’s Republic", "Workers’ Party". */
const OWNS_BODY =
  /^(?:people|peoples|workers?|wom[ae]n|m[ae]n|children|veterans|teachers|farmers|nurses|students|citizens)$/;
const SUFFIX = /^(?:jr|sr|inc|ltd|llc|ii|iii|iv)$/;

/** Words with a capital that follow each other so closely that they may be one name, in order. */
export function runs(text: string, words: readonly CapitalWord[]): CapitalWord[][] {
  const all: CapitalWord[][] = [];
  let run: CapitalWord[] = [];
  for (const word of words) {
    const last = run.at(-1);
    if (
      last &&
      run.length < LONGEST_RUN &&
      joins(text.slice(last.end, Math.min(word.start, last.end + 12)), run, word)
    ) {
      run.push(word);
    } else {
      run = [word];
      all.push(run);
    }
  }
  return all;
}

function joins(gap: string, run: readonly CapitalWord[], next: CapitalWord): boolean {
  const last = run.at(-1);
  if (!last) return false;
  if (SPACE.test(gap) || AMPERSAND.test(gap) || PARTICLES.test(gap)) return true;
  if (/^['’]s? $/.test(gap)) return OWNS_BODY.test(last.key);
  if (/^\. ?$/.test(gap)) return ABBREVIATION.test(last.key);
  if (/^, $/.test(gap)) return SUFFIX.test(next.key);
  if (/^ of(?: the)? $/.test(gap)) return TAKES_OF.has(last.key) || takesComplement(last.key) || isBodyWithOf(run);
  if (/^ (?:for|on|against|in|to|without)(?: the)? $/.test(gap)) return TAKES_OF.has(last.key);
  return /^,? and $/.test(gap) && isBodyWithOf(run) && !isHonorific(next.key);
}

/** "Secretary of State", "Director of National Intelligence". */
const takesComplement = (key: string): boolean => isTitle(key, true) && !isHonorific(key);

/** Whether the words have begun the name of a body that goes on with "of": "Department of Health" and then "and Human Services". */
const isBodyWithOf = (run: readonly CapitalWord[]): boolean => {
  const [first, second] = [run.at(-2), run.at(-1)];
  return first !== undefined && second !== undefined && second.start - first.end > 2 && isOrganisationWord(first.key);
};
