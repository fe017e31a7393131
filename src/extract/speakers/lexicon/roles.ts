import type { Gender } from '../gender.ts';
import { wordList } from './word-list.ts';

/** Forms of address before a name, without full stop, and the gender that they tell. */
const HONORIFICS: ReadonlyMap<string, Gender | null> = new Map<string, Gender | null>([
  ...['mr', 'sir', 'lord', 'monsieur', 'brother', 'fr'].map((key) => [key, 'MALE'] as const),
  ...['mrs', 'ms', 'miss', 'dame', 'lady', 'madame', 'madam'].map((key) => [key, 'FEMALE'] as const),
  ...['dr', 'prof', 'rev', 'reverend', 'hon', 'st'].map((key) => [key, null] as const),
]);

/** Short forms of offices, and forms of one office that a text uses for each other. */
const SAME_ROLE: Readonly<Record<string, string>> = {
  ag: 'general',
  vp: 'president',
  pm: 'minister',
  amb: 'ambassador',
  capt: 'captain',
  cmdr: 'commander',
  col: 'colonel',
  congressman: 'representative',
  congresswoman: 'representative',
  gen: 'general',
  gov: 'governor',
  lt: 'lieutenant',
  pres: 'president',
  prof: 'professor',
  rep: 'representative',
  reps: 'representative',
  rev: 'pastor',
  reverend: 'pastor',
  sen: 'senator',
  sens: 'senator',
  sgt: 'sergeant',
  adm: 'admiral',
  maj: 'major',
  det: 'detective',
  chairman: 'chair',
  chairwoman: 'chair',
  chairperson: 'chair',
  spokeswoman: 'spokesman',
  spokesperson: 'spokesman',
  ceo: 'executive',
  premier: 'minister',
  adviser: 'advisor',
  'front-runner': 'frontrunner',
  saleswoman: 'salesman',
  businesswoman: 'businessman',
  actress: 'actor',
  policewoman: 'policeman',
  congressperson: 'representative',
  dr: 'doctor',
  'co-founder': 'founder',
  cofounder: 'founder',
  'vice-president': 'president',
  'vice-chairman': 'chair',
  'ex-president': 'president',
  'president-elect': 'president',
};

/** Offices, professions and parts that single persons have, in the singular. */
const ROLES = wordList(
  'activist actor actress adm admiral advisor adviser advocate agent aide amb ambassador analyst anchor archbishop assistant ' +
    'associate attorney author ayatollah biographer bishop blogger boss brigadier broadcaster businessman businesswoman ' +
    'campaigner candidate capt captain cardinal ceo chair chairman chairperson chairwoman challenger chancellor chief citizen ' +
    'clerk cmdr coach co-founder cofounder col colleague colonel columnist comedian commander commentator commissioner ' +
    'congressman congresswoman consultant coordinator correspondent councillor councilman councilwoman counsel counselor ' +
    'count critic delegate democrat deputy designer det detective diplomat director doctor donor duke economist editor ' +
    'educator emperor engineer envoy executive expert farmer fellow filmmaker founder front-runner frontrunner gen general ' +
    'gov governor head historian host imam incumbent inspector investigator investor journalist judge justice king ' +
    'lawmaker lawyer leader lecturer legislator liberal libertarian lieutenant lobbyist lt maj major man manager marshal mayor ' +
    'member minister mogul mother father moderator musician negotiator neighbor nominee nurse officer official operative ' +
    'opponent organizer owner panelist participant partner pastor patriarch physician pilot poet police policeman politician ' +
    'pollster pope premier pres presenter president prince princess principal producer prof professor programmer prosecutor ' +
    'psychologist queen rabbi rancher rector rep reporter representative republican researcher resident rev reverend rival ' +
    'runner salesman scholar scientist secretary sen senator sergeant sgt sheikh sheriff singer socialist soldier ' +
    'source speaker specialist spokesman spokesperson spokeswoman staffer star statesman strategist student superintendent ' +
    'superstar supporter surrogate surgeon teacher technician teenager treasurer trustee veteran victim vice-president ' +
    'viewer volunteer voter witness woman worker writer billionaire millionaire tycoon conservative progressive interviewer ' +
    'girl boy husband wife son daughter brother sister friend uncle aunt cousin grandmother grandfather native hopeful ' +
    'caller president-elect ag vp pm whip secretary-treasurer sens reps gens govs insider observer passenger driver customer commenter user attendee evangelist theologian',
);
/** Common nouns that describe no office: before a name they are part of it or belong to no title. */
const NEVER_TITLES = wordList(
  'count man woman girl boy head major police source star speaker justice king prince queen duke',
);
/** Those of them that are titles when written with a capital. */
const CAPITAL_TITLES = wordList('major speaker justice king prince queen duke count');

/** Epithets: with "the" they mostly point back at somebody the article has named. */
export const EPITHETS = wordList(
  'actor actress author billionaire businessman candidate comedian democrat frontrunner front-runner governor hopeful ' +
    'incumbent lawmaker leader liberal millionaire mogul native nominee politician republican representative senator singer ' +
    'socialist star superstar tycoon congressman congresswoman contender mayor minister ambassador president justice strategist ' +
    'secretary conservative libertarian professor doctor editor columnist journalist writer manager chairman director',
);

const MALE_ROLES = wordList(
  'king prince duke pope bishop archbishop cardinal imam father husband son brother uncle boy man',
);
const FEMALE_ROLES = wordList('queen princess mother wife daughter sister aunt girl woman actress');

export const isHonorific = (key: string): boolean => HONORIFICS.has(key);
export const genderOfHonorific = (key: string): Gender | null => HONORIFICS.get(key) ?? null;

/** One word for the forms of a role: "Sen." and "senator", "chairwoman" and "chairman". */
export function roleOf(word: string): string {
  const role = SAME_ROLE[word];
  return role ?? word;
}

export const isRole = (word: string): boolean => ROLES.has(word);

/** Whether a word right before a name says what office its bearer has: "President Obama", "candidate Trump". */
export const isTitle = (word: string, isCapital: boolean): boolean =>
  HONORIFICS.has(word) || (ROLES.has(word) && (!NEVER_TITLES.has(word) || (isCapital && CAPITAL_TITLES.has(word))));

/** The gender that the word for a role tells: "spokeswoman", "king". */
export function genderOfRole(word: string): Gender | null {
  if (FEMALE_ROLES.has(word) || word.endsWith('woman')) return 'FEMALE';
  return MALE_ROLES.has(word) || /(?:spokes|chair|congress|business|states|police|council|sales)man$/.test(word)
    ? 'MALE'
    : null;
}

const IRREGULAR_PLURALS = new Map([
  ['men', 'man'],
  ['women', 'woman'],
  ['people', 'people'],
  ['wives', 'wife'],
]);

/** The singular of a plural that names persons ("officials", "spokesmen", "attorneys"); null if it is none. */
export function singularRole(word: string): string | null {
  const irregular = IRREGULAR_PLURALS.get(word);
  if (irregular !== undefined) return irregular;
  if (word.endsWith('men') || word.endsWith('women')) {
    const singular = `${word.slice(0, -2)}an`;
    return ROLES.has(singular) ? singular : null;
  }
  if (!word.endsWith('s')) return null;
  const singular = word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (ROLES.has(singular)) return singular;
  return ROLES.has(word.slice(0, -2)) && word.endsWith('es') ? word.slice(0, -2) : null;
}
