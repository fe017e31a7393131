import type { Span } from '../../../text/span.ts';
import type { Gender } from '../gender.ts';
import { isFirstName } from '../lexicon/first-names.ts';
import { isOrganisationWord, isOutletWord } from '../lexicon/institutions.ts';
import { isPeople, isPlace } from '../lexicon/places.ts';
import { genderOfHonorific, genderOfRole, isHonorific, isTitle } from '../lexicon/roles.ts';
import type { CapitalWord } from './capital-words.ts';

/** A name with the titles that stood before it. */
export interface TitledName {
  readonly words: readonly CapitalWord[];
  readonly titles: readonly string[];
  readonly titleSpan: Span | null;
  readonly gender: Gender | null;
}

/** More words in capitals throughout are a line set in capitals. */
const MOST_SHOUTED = 4;

/** Cabinets' departments, which follow "Secretary of" as one word. */
const DEPARTMENT =
  /^(?:state|defense|defence|energy|commerce|education|labor|agriculture|transportation|interior|war|health|staff)$/;

/**
 * The names in a run of words with capitals: "FBI Director James Comey" holds FBI and James Comey, who has the title
 * director. A run of nothing but titles ("Prime Minister") names nobody.
 */
export function splitTitles(run: readonly CapitalWord[], text: string): TitledName[] {
  const first = run[0];
  if (!first) return [];
  const at = lastTitle(run);
  if (at < 0) return bodyAndPerson(run).flatMap(plain);
  const after = nameAfter(run, at, text);
  const from = firstTitle(run, at);
  const before = run.slice(0, from);
  if (after.length === 0) return before.length > 0 && !before.every(({ key }) => isPeople(key)) ? plain(before) : [];
  const titles = run.slice(from, run.length - after.length);
  const nonAddress = titles.some(({ key }) => !isHonorific(key));
  const spanStart = nonAddress ? (before[0] ?? titles[0] ?? first).start : (titles[0] ?? first).start;
  const keys = titles.map(({ key }) => key);
  const gender = keys.reduce<Gender | null>((known, key) => known ?? genderOfHonorific(key) ?? genderOfRole(key), null);
  const titled = {
    words: after,
    titles: keys,
    titleSpan: { start: spanStart, end: titles.at(-1)?.end ?? first.end },
    gender,
  };
  return before.length > 0 && !before.every(({ key }) => isPeople(key)) ? [...plain(before), titled] : [titled];
}

/** "Fox News Sean Hannity": a body, or a place, and somebody of it, who has a first name of common use. */
function bodyAndPerson(run: readonly CapitalWord[]): (readonly CapitalWord[])[] {
  const at = run.length - 2;
  const isBody =
    at > 0 &&
    isFirstName(run[at]?.key ?? '') &&
    (isBodyWord(run[at - 1]?.key ?? '') || isPlace(run.slice(0, at).map(({ key }) => key))) &&
    !isBodyWord(run.at(-1)?.key ?? '');
  return isBody ? [run.slice(0, at), run.slice(at)] : [run];
}

const isBodyWord = (key: string): boolean => isOrganisationWord(key) || isOutletWord(key);

/** Index of the last title before the name itself; -1 where there is none, as in the name of a body. */
function lastTitle(run: readonly CapitalWord[]): number {
  for (let at = run.length - 1; at >= 0; at--) {
    const word = run[at];
    if (!word || !isTitle(word.key, true)) continue;
    const rest = run.slice(at + 1);
    // "Judicial Watch President" has its title last; "Steve King" and "Dean Baker" have none.
    const previous = run[at - 1];
    if (rest.length === 0 && previous && isFirstName(previous.key)) continue;
    if (at === 0 && isFirstName(word.key)) continue;
    if (rest.some(({ key }) => isOrganisationWord(key)) && !rest.some(({ key }) => isFirstName(key))) return -1;
    return at;
  }
  return -1;
}

/** Where the titles begin that end at `at`: "Deputy Prime Minister", "Senate Majority Leader". */
function firstTitle(run: readonly CapitalWord[], at: number): number {
  let from = at;
  while (from > 0) {
    const key = run[from - 1]?.key ?? '';
    if (
      !isTitle(key, true) &&
      !/^(?:former|then|vice|prime|first|deputy|majority|minority|foreign|press|campaign|district|acting|senior|chief|executive|attorney)$/.test(
        key,
      )
    )
      break;
    from--;
  }
  return from;
}

/** The words behind the last title; behind "Secretary of State" they begin one later. */
function nameAfter(run: readonly CapitalWord[], at: number, text: string): readonly CapitalWord[] {
  const [title, next] = [run[at], run[at + 1]];
  if (!title || !next) return [];
  const named = run.findIndex(({ key }, index) => index > at + 1 && isFirstName(key));
  if (!/ of(?: the)? $/i.test(text.slice(title.end, next.start))) {
    const isSplit = named > 0 && run.slice(at + 1, named).some(({ key }) => isOrganisationWord(key));
    return run.slice(isSplit ? named : at + 1);
  }
  if (named > 0) return run.slice(named);
  return DEPARTMENT.test(next.key) ? run.slice(at + 2) : [];
}

/** A name without titles, and without the people or party before a person's: "Republican Christine Whitman". */
function plain(run: readonly CapitalWord[]): TitledName[] {
  const [first, second] = run;
  const isPerson = first && second && isPeople(first.key) && isFirstName(second.key);
  const words = isPerson ? run.slice(1) : run;
  if (words.length > MOST_SHOUTED && words.every(({ isAcronym }) => isAcronym)) return [];
  if (words.length === 1 && (isPeople(words[0]?.key ?? '') || /^(?:[rdi]-.*|.)$/.test(words[0]?.key ?? ''))) return [];
  return [{ words, titles: [], titleSpan: null, gender: null }];
}
