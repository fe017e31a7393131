import type { ActorKind } from '../../../domain/vocabulary.ts';
import { isFirstName } from '../lexicon/first-names.ts';
import { isOrganisationName, isOrganisationWord, isOutletName, isOutletWord } from '../lexicon/institutions.ts';
import { isPeople, isPlace, isState, isTerritory } from '../lexicon/places.ts';
import type { NameMention } from '../names/name-mention.ts';

const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;

/**
 * What a name names, told by its own words and by how it stands in the text: titles before persons, "the" before bodies.
 *
 * @param mentions all places of exactly this name, at least one
 */
export function kindOfName(keys: readonly string[], mentions: readonly NameMention[]): ActorKind {
  const [first = '', last = ''] = [keys[0], keys.at(-1)];
  const articles = mentions.filter(({ hasArticle, titles }) => hasArticle && titles.length === 0).length;
  const hasMostlyArticle = 2 * articles > mentions.length;
  if (mentions.some(({ titles }) => titles.length > 0)) return 'PERSON';
  if (mentions.some(({ isCalledOutlet }) => isCalledOutlet)) return 'OUTLET';
  if (isState(keys)) return 'STATE';
  if (isOutletName(keys)) return 'OUTLET';
  if (isOrganisationName(keys)) return 'ORGANIZATION';
  if (isMostlyPlace(keys, mentions)) return 'TERRITORY';
  if (keys.length > 1) {
    const hasAcronym = mentions.some(({ hasAcronymBehind }) => hasAcronymBehind);
    if (isFirstName(first) && !isPlace([first]) && !hasMostlyArticle && !isBodyWord(last)) return 'PERSON';
    if (keys.includes('news') || (isOutletWord(last) && (hasMostlyArticle || !isFirstName(first)))) return 'OUTLET';
    if (keys.some((key) => isOrganisationWord(key))) return 'ORGANIZATION';
    if (isTerritory(keys)) return 'TERRITORY';
    return hasMostlyArticle || hasAcronym || isPeople(first) ? 'ORGANIZATION' : 'PERSON';
  }
  if (isTerritory(keys)) return 'TERRITORY';
  if (hasMostlyArticle && isOutletWord(first)) return 'OUTLET';
  if (isFirstName(first)) return 'PERSON';
  if (isOrganisationWord(first) || hasMostlyArticle) return 'ORGANIZATION';
  return mentions.every(({ isAcronym }) => isAcronym) ? 'ORGANIZATION' : 'PERSON';
}

/** Whether most of its places have "in" before them or a region behind, as in "Youngstown, Ohio". */
const isMostlyPlace = (keys: readonly string[], mentions: readonly NameMention[]): boolean =>
  !keys.some((key) => isOrganisationWord(key)) &&
  !isFirstName(keys[0] ?? '') &&
  !(keys.length > 1 && isOutletWord(keys.at(-1) ?? '')) &&
  2 * mentions.filter(({ isLocative }) => isLocative).length > mentions.length;

const isBodyWord = (key: string): boolean => isOrganisationWord(key) && !SUFFIX.test(key);

/** The words of a person's name without "Jr." and the like. */
export const withoutSuffix = (keys: readonly string[]): readonly string[] =>
  keys.length > 1 && SUFFIX.test(keys.at(-1) ?? '') ? keys.slice(0, -1) : keys;

/** What two spellings of one person's name share: first and last word, and "Jr." where it stands. */
export function personKey(keys: readonly string[]): string {
  const bare = withoutSuffix(keys);
  const suffix = bare.length < keys.length ? ` ${keys.at(-1) ?? ''}` : '';
  return `${bare[0] ?? ''} ${bare.at(-1) ?? ''}${suffix}`;
}
