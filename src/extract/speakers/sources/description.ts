import type { Span } from '../../../text/span.ts';
import { DEFINITE, INDEFINITE, POSSESSIVE_PRONOUNS, PREPOSITIONS, QUANTIFIERS } from '../lexicon/function-words.ts';
import { isPeoplePlural, isPlace } from '../lexicon/places.ts';
import { isRole, singularRole } from '../lexicon/roles.ts';
import type { NameMention } from '../names/name-mention.ts';
import type { PhraseWord } from './phrase-words.ts';

/** Words that say what somebody or something is, without naming it: "a senior official", "Trump’s campaign". */
export interface Description extends Span {
  /** The noun that the others go with, in lower case: "official", "campaign". */
  readonly head: string;
  readonly determiner: 'DEFINITE' | 'INDEFINITE' | 'POSSESSIVE' | 'BARE';
  readonly isPlural: boolean;
  /** Whether its noun is one for persons, in the singular. */
  readonly isSomebody: boolean;
  /** Whose it is, by name or by "his" and the like: the campaign of "the Trump campaign", "his campaign". */
  readonly owner: NameMention | PhraseWord | null;
  /** Words between determiner and noun, in lower case, without the owner. */
  readonly modifiers: readonly string[];
  /** Words behind the noun, in lower case: "of the senate". */
  readonly complement: readonly string[];
}

const PLURALS =
  /^(?:people|those|these|some|many|most|others|several|both|all|few|police|media|half|hundreds|thousands|dozens)$/;
const SINGULARS = /(?:ss|us|is|news|series|congress)$/;
const SOMEBODY = /^(?:one|another|somebody|someone|person|anybody|anyone)$/;

/** @param words those of the phrase, at least one; @param names those in it */
export function describe(words: readonly PhraseWord[], names: readonly NameMention[]): Description {
  const [first, last] = [words[0], words.at(-1)];
  const at = headAt(words);
  const head = words[at]?.key ?? '';
  const before = words.slice(0, at);
  const ownerName = names.find(({ start }) => before.some((word) => word.start === start) || start === first?.start);
  const isBeforeHead = ownerName !== undefined && ownerName.end <= (words[at]?.start ?? 0);
  const isOwned =
    isBeforeHead &&
    !(isPlace(ownerName.keys) && !words.some(({ start, isPossessive }) => isPossessive && start >= ownerName.start));
  const ownerPronoun = before.find(({ key }) => POSSESSIVE_PRONOUNS.has(key));
  const isInOwner = ({ start, end }: Span) => isOwned && start >= ownerName.start && end <= ownerName.end + 2;
  const isDeterminer = ({ key }: PhraseWord) =>
    key !== 'another' && (DEFINITE.has(key) || INDEFINITE.has(key) || POSSESSIVE_PRONOUNS.has(key));
  return {
    start: first?.start ?? 0,
    end: endOf(last),
    head,
    determiner: determinerOf(before, isOwned || ownerPronoun !== undefined),
    isPlural:
      isPluralNoun(head) ||
      before.some(({ key }) => QUANTIFIERS.has(key) && !/^(?:one|another|each|every|other)$/.test(key)),
    isSomebody: isRole(head) || SOMEBODY.test(head),
    owner: isOwned ? ownerName : (ownerPronoun ?? null),
    modifiers: before.filter((word) => !isDeterminer(word) && !isInOwner(word)).map(({ key }) => key),
    complement: words.slice(at + 1).map(({ key }) => key),
  };
}

/** The last word before the first that goes on with "of", "who" or the like. */
function headAt(words: readonly PhraseWord[]): number {
  const stop = words.findIndex(({ key, isSetOff }, index) => index > 0 && (PREPOSITIONS.has(key) || isSetOff));
  return (stop < 0 ? words.length : stop) - 1;
}

function determinerOf(before: readonly PhraseWord[], isOwned: boolean): Description['determiner'] {
  if (before.some(({ key }) => INDEFINITE.has(key))) return 'INDEFINITE';
  if (before.some(({ key }) => DEFINITE.has(key))) return 'DEFINITE';
  return isOwned ? 'POSSESSIVE' : 'BARE';
}

const isPluralNoun = (noun: string): boolean =>
  PLURALS.test(noun) ||
  isPeoplePlural(noun) ||
  singularRole(noun) !== null ||
  (noun.endsWith('s') && !SINGULARS.test(noun));

/** Where a word ends without a possessive ending. */
const endOf = (word: PhraseWord | undefined): number => word?.end ?? 0;
