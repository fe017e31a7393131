/** Longer lines are prose. */
const LONGEST_TITLE = 250;
const LONG_WORD = /(?<![\p{L}\p{N}'’])\p{L}[\p{L}\p{M}]{3,40}/gu;
/** Shorter ones may have capitals by chance, as a list of names does. */
const LEAST_WORDS = 4;
const LEAST_SHARE = 0.7;
/** What ends with a full stop is mostly a sentence. */
const LEAST_WORDS_WITH_STOP = 6;
const NEXT_SENTENCE = /\p{Ll}{2}[.!?]["”’)]? +\p{Lu}/u;

/** Whether a line is set as headings are, nearly every longer word with a capital. */
export function isTitleCase(line: string): boolean {
  if (line.length > LONGEST_TITLE || NEXT_SENTENCE.test(line)) return false;
  const words = line.match(LONG_WORD) ?? [];
  if (words.length < (/\.\s*$/.test(line) ? LEAST_WORDS_WITH_STOP : LEAST_WORDS)) return false;
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return capitals / words.length >= LEAST_SHARE;
}
