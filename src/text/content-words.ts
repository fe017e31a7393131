import { stemmer } from 'stemmer';
import type { Span } from './span.ts';
import { tokenize } from './words.ts';

/** A word by which a passage can be told from others. Offsets are UTF-16 code units. */
export interface ContentWord extends Span {
  /** Equal for the forms of a word: "recognised" and "recognises". Source: M. F. Porter, An algorithm for suffix stripping, 1980. */
  readonly stem: string;
  /**
   * Whether it stands with a capital and nowhere in the text without one. Two reports of one matter share its names, whoever
   * wrote them; its other words they share when one knew the other's.
   */
  readonly isName: boolean;
}

/** Words that stand in texts about anything: by these no passage is found. */
const STOP_WORDS = new Set(
  (
    'a an and are as at be been being but by can could did do does doing for from had has have having he her hers him his how ' +
    'i if in into is it its itself may me might more most must my no nor not of off on once one or other our ours out over own ' +
    'shall she should so some such than that the their theirs them then there these they this those though through to too up ' +
    'upon us very was we were what when where whether which while who whom whose why will with within without would you your ' +
    'about above after again against all also although am among an any around because before below between both during each ' +
    'ever every few further get got here just like many much neither never now only per same since still thus toward towards ' +
    'under until way well whatever yet said say says saying told tell tells added according ' +
    'anybody anyone anything everybody everyone everything nobody nothing somebody someone something'
  ).split(' '),
);

const CAPITAL = /^\p{Lu}/u;
/** "US" is no "us", "WHO" no "who". */
const ACRONYMS = new Set(['US', 'WHO']);
const POSSESSIVE = /'s?$/;

/** The words of a text that are neither stop words nor an editor's in brackets, in order. */
export function contentWords(text: string): ContentWord[] {
  const uncapitalised = new Set<string>();
  const kept: { start: number; end: number; key: string; isCapital: boolean }[] = [];
  for (const { kind, start, end, key: whole } of tokenize(text)) {
    if (kind !== 'WORD' && kind !== 'NUMBER') continue;
    const key = whole.replace(POSSESSIVE, '');
    if (key === '') continue;
    const word = text.slice(start, end);
    const isCapital = CAPITAL.test(word);
    if (!isCapital) uncapitalised.add(key);
    if (ACRONYMS.has(word) || !STOP_WORDS.has(key)) kept.push({ start, end, key, isCapital });
  }
  return kept.map(({ start, end, key, isCapital }) => ({
    start,
    end,
    stem: stemOf(key),
    isName: isCapital && !uncapitalised.has(key),
  }));
}

/** So many stems are kept, since texts use the same words over and over. */
const MOST_KEPT = 50_000;
const stems = new Map<string, string>();

function stemOf(key: string): string {
  const known = stems.get(key);
  if (known !== undefined) return known;
  if (stems.size >= MOST_KEPT) stems.clear();
  const stem = stemmer(key);
  stems.set(key, stem);
  return stem;
}
