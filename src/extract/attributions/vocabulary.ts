import { stemmer } from 'stemmer';
import { foldTypography } from '../../text/typography.ts';
import { hashString, mix } from './hash.ts';
import { closedClassOf, isOfSaying, isSpeaker, reportingOf } from './lexicon.ts';

/** What is known of a word wherever it stands; hashes stand for what is not counted. */
export interface KnownWord {
  readonly form: number;
  readonly stem: number;
  readonly prefix: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly shape: number;
  /** A guess at its part of speech. */
  readonly wordClass: number;
  /** What it reports, as bits of the lexicon. */
  readonly reporting: number;
  readonly isOfSaying: boolean;
  /** Whether it is one for people or bodies that speak. */
  readonly isSpeaker: boolean;
  readonly isCapital: boolean;
  /** Whether it stands in one of the closed classes, as "the" and "of". */
  readonly isClosed: boolean;
}

/** Of longer words no more is looked at. */
const LONGEST = 40;
/** So many words are kept, since texts use the same words over and over. */
const MOST_KEPT = 50_000;
const kept = new Map<string, KnownWord>();

/** What is known of the word that stands from one offset to another. */
export function knownWord(text: string, start: number, end: number): KnownWord {
  const word = text.slice(start, Math.min(end, start + LONGEST));
  const known = kept.get(word);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const found = lookAt(word);
  // A copy: a piece of a text keeps all of it in memory.
  kept.set(Array.from(word).join(''), found);
  return found;
}

function lookAt(word: string): KnownWord {
  const form = foldTypography(word).toLowerCase();
  const isNumeral = /^\p{N}/u.test(form);
  const key = isNumeral ? form.replace(/\p{N}/gu, '0') : form;
  const stem = stemmer(key);
  const closed = closedClassOf(form);
  const reporting = reportingOf(form, stem);
  const shape = shapeOf(word);
  return {
    form: hashString(key),
    stem: hashString(stem),
    prefix: hashString(key.slice(0, 4)),
    suffix2: hashString(key.slice(-2)),
    suffix3: hashString(key.slice(-3)),
    shape,
    wordClass: classOf(form, closed, reporting, shape),
    reporting,
    isOfSaying: isOfSaying(reporting),
    isSpeaker: isSpeaker(form),
    isCapital: shape === CAPITALISED || shape === CAPITALS,
    isClosed: closed !== 0,
  };
}

const [LOWER, CAPITALISED, CAPITALS, NUMERAL, MIXED] = [1, 2, 3, 4, 5];

function shapeOf(word: string): number {
  if (/^\p{N}/u.test(word)) return NUMERAL;
  if (/^\p{Lu}[^\p{Lu}]*$/u.test(word)) return CAPITALISED;
  if (/^\p{Lu}+$/u.test(word)) return CAPITALS;
  return /\p{Lu}/u.test(word) ? MIXED : LOWER;
}

/** Endings that tell the part of speech, the first that fits. */
const ENDINGS = [
  'ing',
  'ed',
  'ly',
  'tion',
  'sion',
  'ment',
  'ness',
  'ity',
  'ers',
  'er',
  'ors',
  'or',
  'ists',
  'ist',
  'ans',
  'an',
  'ous',
  'ful',
  'ive',
  'able',
  'al',
  'ic',
  'est',
  'ies',
  'es',
  's',
];

function classOf(form: string, closed: number, reporting: number, shape: number): number {
  if (closed !== 0) return mix(1, closed);
  if (shape === NUMERAL) return 2;
  const ending = ENDINGS.findIndex((one) => form.length > one.length + 1 && form.endsWith(one));
  if (reporting !== 0) return mix(mix(3, reporting), ending < 3 || ending >= 23 ? ending : -1);
  return mix(mix(isSpeaker(form) ? 4 : 5, ending), shape);
}
