import { wordList } from './word-list.ts';

export const DEFINITE = wordList('the this that these those');
export const INDEFINITE = wordList('a an one another some any');
export const POSSESSIVE_PRONOUNS = wordList('his her its their my our your');
/** Words that tell how many; with them a noun names no certain group. */
export const QUANTIFIERS = wordList(
  'many most several few both all each every no two three four five six seven eight nine ten dozens hundreds thousands ' +
    'other others more various numerous certain multiple half',
);
export const PREPOSITIONS = wordList(
  'of for in at from by with to on against about near inside outside within across behind under over after before ' +
    'during among around between into through without who whom whose which that where when while as than like because ' +
    'close conducted published released familiar representing',
);
/** After these a name is a place or a time rather than somebody who acts. */
export const LOCATIVE = wordList('in near outside across inside around throughout');

/** Words that begin sentences and no names, in lower case. */
export const SENTENCE_OPENERS = wordList(
  'the a an this that these those he she it they we i you his her its their our my your him them us me himself herself who ' +
    'what when where why how which whose whom and but or nor so yet for if as at by in of on to up with from into than then ' +
    'there here not no yes all any both each every few many most much more less some several such other others another one ' +
    'two three four five six seven eight nine ten after before since until while although though because unless despite ' +
    'during within without among about above across against along around behind below beneath beside besides between beyond ' +
    'under over through throughout toward towards upon per via like unlike amid instead however still also even just only ' +
    'now once again perhaps maybe indeed meanwhile moreover furthermore nevertheless nonetheless otherwise therefore thus ' +
    'hence later earlier recently lately today yesterday tomorrow tonight ever never often sometimes always already almost is are ' +
    'was were be been being am do does did has have had can could may might must shall should will would let asked according ' +
    'said says saying told added speaking given neither either whether well too very yet rather quite nothing something ' +
    'everything anything nobody somebody everybody anybody nobody none someone everyone anyone first second third last ' +
    'next former new old good great long own same think know see look go come get make take back out off down part oh ok okay',
);
/** Months and days: capitals that name nobody. */
export const CALENDAR = wordList(
  'january february march april may june july august september october november december monday tuesday wednesday thursday ' +
    'friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun',
);
/** Days are nobody's name; some months are. */
export const DAYS = wordList('monday tuesday wednesday thursday friday saturday sunday');
/** Words that often open a sentence and are names as well, or months and names. */
export const MAY_BE_NAMES = wordList(
  'new great first second third old will may long good young back see march april june august don jan',
);
/** Small words within names, which stand with a capital where a sentence begins with the name: "Van der Berg". */
export const PARTICLES = wordList('van von de di da del della la le du al el bin ibn ter ten');
