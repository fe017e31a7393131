const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Irregular past forms that are hardly ever anything else in news. */
const IRREGULAR = set(
  'said told wrote written went gone came took taken gave given made met held won lost left began begun found got ' +
    'saw seen ran spoke spoken sent fell fallen rose risen led kept became paid brought bought fought thought taught caught ' +
    'sold stood understood struck shot drew drawn flew flown grew grown knew known threw thrown broke broken chose chosen ' +
    'drove driven rode swore sworn tore torn wore woke sank sang swam sat slept spent built dealt felt heard meant sought ' +
    'shown laid arose awoke bit blew bound clung crept dug fed fled forbade forgot froze hid hung knelt lent lit shook ' +
    'slid spun stole stuck swept undertook withdrew withdrawn withstood overthrew overthrown oversaw did',
);
/** Words that end in "ed" and are no past forms. */
const NO_PAST = set(
  'need seed feed speed deed weed breed bleed indeed exceed proceed succeed heed greed creed hundred sacred naked wicked ' +
    'rugged ragged embed shed sled alleged armed limited kindred hatred unprecedented supposed so-called wretched beloved ' +
    'biased gifted talented crowded detailed advanced',
);
const DETERMINERS = set('the a an this that these those his her its their our my your no some any all each every');
const BE = set("is are am isn't aren't");
const WAS = set("was were wasn't weren't");
const MODALS = set("would could should might may must can cannot can't couldn't wouldn't shouldn't");
const WILL = set("will won't shall");
/** What stands ready for something to come; its auxiliary tells whether it still does. */
const PENDING = set('due scheduled slated set expected planned poised going about ready supposed');
/** Present forms that look ahead: "plans to meet". */
const PLANS = set('plan plans expect expects intend intends vow vows promise promises pledge pledges');
/** Other present forms; what they say of the time is left open. */
const PRESENT = set(
  'says say tells speaks meets begins starts opens ends faces takes goes comes heads travels returns arrives leaves holds ' +
    'hosts plays runs launches resumes expires visits gets makes gives has have closes marks airs does do votes remains stays keeps',
);
/** What may stand behind "to" that is no infinitive. */
const PLACES = set(
  'court power work prison jail parliament church office school police life death press congress war peace',
);

const isFunctionLike = (word: string): boolean => DETERMINERS.has(word) || /^\d|^\p{Lu}/u.test(word);

/** Which time a verb tells of; UNKNOWN where it is a verb that leaves it open. */
type VerbTime = 'PAST' | 'FUTURE' | 'UNKNOWN';

/** Whether a lower-case word looks like a past form, by list or by its ending. */
function isPastForm(word: string): boolean {
  if (IRREGULAR.has(word)) return true;
  return word.length >= 4 && /^\p{Ll}+ed$/u.test(word) && !NO_PAST.has(word);
}

/**
 * What the word at a place tells of the time, with the words before it that change that: "said", "will", "is
 * expected". Judged by lists, for precision: a verb that they do not know is no verb, one that they cannot place is
 * UNKNOWN.
 *
 * @returns null where the word is no verb
 */
export function verbTime(words: readonly string[], at: number): VerbTime | null {
  const word = words[at] ?? '';
  const before = [words[at - 1] ?? '', words[at - 2] ?? '', words[at - 3] ?? ''];
  if (WILL.has(word) || /['’]ll$/u.test(word)) return 'FUTURE';
  if (MODALS.has(word) || PRESENT.has(word)) return 'UNKNOWN';
  if (PLANS.has(word)) return 'UNKNOWN';
  if (word === 'to') return infinitiveTime(words, at);
  if (PENDING.has(word)) return pendingTime(before);
  if (WAS.has(word) || /^(?:had|didn['’]t|hadn['’]t)$/u.test(word)) return 'PAST';
  if (isPastForm(word)) return pastFormTime(before);
  if (BE.has(word)) return 'UNKNOWN';
  return null;
}

/** "plans to meet" looks ahead, "planned to meet" leaves open whether that came; "to the court" is no verb. */
function infinitiveTime(words: readonly string[], at: number): VerbTime | null {
  const next = words[at + 1] ?? '';
  const isNoun = isFunctionLike(next) || PLACES.has(next) || (next.endsWith('s') && !/(?:ss|focus)$/u.test(next));
  if (next === '' || isNoun) return null;
  const governor = words[at - 1] ?? '';
  if (PLANS.has(governor) || BE.has(governor)) return 'FUTURE';
  return PENDING.has(governor) ? pendingTime(words.slice(Math.max(0, at - 4), at - 1).reverse()) : 'UNKNOWN';
}

const pendingTime = (before: readonly string[]): VerbTime =>
  before.some((word) => BE.has(word) || /['’]re$/u.test(word)) ? 'FUTURE' : 'UNKNOWN';

function pastFormTime(before: readonly string[]): VerbTime | null {
  // "the proposed law": an attribute.
  if (DETERMINERS.has(before[0] ?? '') && before[0] !== 'that') return null;
  let isWithBe = false;
  for (const word of before) {
    if (WILL.has(word)) return 'FUTURE';
    if (BE.has(word) || MODALS.has(word) || word === 'to' || word === 'being') return 'UNKNOWN';
    if (word === 'be') isWithBe = true;
    else if (word !== 'not' && !word.endsWith('ly')) break;
  }
  return isWithBe ? 'UNKNOWN' : 'PAST';
}
