/** The forms of a verb that the sentences need. */
export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'gerund';

const IRREGULAR_VERBS: Readonly<Record<string, readonly [past: string, participle: string]>> = Object.fromEntries(
  `break broke broken, breed bred bred, bring brought brought, broadcast broadcast broadcast, build built built,
  buy bought bought, catch caught caught, choose chose chosen, cut cut cut, dig dug dug, draw drew drawn, drive drove driven,
  feed fed fed, find found found, fly flew flown, forget forgot forgotten, freeze froze frozen, give gave given,
  go went gone, hear heard heard, hide hid hidden, hold held held, keep kept kept, lay laid laid, lead led led,
  leave left left, lend lent lent, let let let, light lit lit, lose lost lost, make made made, meet met met,
  mow mowed mown, overrun overran overrun, overtake overtook overtaken, pay paid paid, put put put, rebuild rebuilt rebuilt,
  resell resold resold, ride rode ridden, run ran run, saw sawed sawn, see saw seen, sell sold sold, send sent sent,
  set set set, shed shed shed, shoot shot shot, shrink shrank shrunk, shut shut shut, sow sowed sown, spend spent spent,
  split split split, steal stole stolen, strike struck struck, sublet sublet sublet, swear swore sworn, take took taken,
  teach taught taught, tell told told, think thought thought, throw threw thrown, understand understood understood,
  uphold upheld upheld, win won won, withdraw withdrew withdrawn, withstand withstood withstood, write wrote written`
    .split(',')
    .map((forms) => forms.trim().split(' '))
    .map(([base = '', past = '', participle = '']) => [base, [past, participle]]),
);
const DOUBLING = new Set(
  'refit admit transmit transfer expel patrol cancel sandbag label refuel fuel model signal commit travel scrap'.split(
    ' ',
  ),
);
const DOUBLING_SYLLABLE = /^[^aeiou]*[aeiou][^aeiouwxy]$/;

/** A verb in one of its forms; of a verb of two words the first one changes. */
export function inflect(verb: string, form: VerbForm): string {
  if (form === 'base') return verb;
  const [first = '', ...rest] = verb.split(' ');
  return [inflectWord(first, form), ...rest].join(' ');
}

function inflectWord(verb: string, form: VerbForm): string {
  if (form === 'third') return withS(verb);
  const irregular = IRREGULAR_VERBS[verb];
  if (irregular && form !== 'gerund') return irregular[form === 'past' ? 0 : 1];
  const isDoubled = DOUBLING.has(verb) || DOUBLING_SYLLABLE.test(verb);
  const stem = isDoubled ? verb + (verb.at(-1) ?? '') : verb;
  if (form === 'gerund') return (/[^eoy]e$/.test(stem) ? stem.slice(0, -1) : stem) + 'ing';
  if (stem.endsWith('e')) return `${stem}d`;
  return /[^aeiou]y$/.test(stem) ? `${stem.slice(0, -1)}ied` : `${stem}ed`;
}

const IRREGULAR_PLURALS = new Map([
  ['child', 'children'],
  ['deer', 'deer'],
  ['loaf', 'loaves'],
  ['person', 'people'],
  ['shelf', 'shelves'],
  ['thief', 'thieves'],
  ['wolf', 'wolves'],
  ['embargo', 'embargoes'],
  ['veto', 'vetoes'],
  ['hero', 'heroes'],
  ['lynx', 'lynxes'],
  ['life', 'lives'],
]);

/** A noun in the plural; of a noun of two words the last one changes. */
export function plural(noun: string): string {
  const cut = noun.lastIndexOf(' ') + 1;
  const last = noun.slice(cut);
  return noun.slice(0, cut) + (IRREGULAR_PLURALS.get(last) ?? pluralWord(last));
}

function pluralWord(noun: string): string {
  if (/[a-z]man$/.test(noun)) return `${noun.slice(0, -2)}en`;
  if (noun.endsWith('wife')) return `${noun.slice(0, -2)}ves`;
  if (noun.endsWith('sis')) return `${noun.slice(0, -2)}es`;
  return withS(noun);
}

function withS(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word) || word === 'go') return `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

/** With "an" before a vowel and "a" elsewhere; words such as "unit" and "one" begin with a consonant for the ear. */
export const withArticles = (text: string): string =>
  text.replace(/\b([Aa])n? (?=(\p{L}+))/gu, (_, a: string, next: string) =>
    BEGINS_WITH_VOWEL.test(next) ? `${a}n ` : `${a} `,
  );

const BEGINS_WITH_VOWEL = /^(?:[aeio]|u(?!n[ai]|[st]e))(?!ne$|nce$|uro)/i;
