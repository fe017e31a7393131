import type { Span } from '../../text/span.ts';
import { describe } from '../speakers/sources/description.ts';
import { isDocument } from '../speakers/lexicon/documents.ts';
import { SENTENCE_OPENERS } from '../speakers/lexicon/function-words.ts';
import { isInstitution, isOutletNoun } from '../speakers/lexicon/institutions.ts';
import { isRole, singularRole } from '../speakers/lexicon/roles.ts';
import { phraseWords } from '../speakers/sources/phrase-words.ts';

/** What ends the words for a source. A full stop does only where no capital or digit comes before it, as in "U.S.". */
const END =
  /[,;:()\n]|\s[–—-]|\s(?:that|which|who|whose|when|where|while|but|quoted|reported|said|says)\b|(?<![\p{Lu}\p{N}])\.(?!\p{L})/u;
const LONGEST = 120;
/** The full stop of "U.S." */
const INITIAL = /(?:^|[^\p{L}])\p{Lu}\.$/u;
/** What things are done according to, and who cites them has them from nobody. */
const SPEAKS_FOR_NOBODY = /^(?:law|bill|constitution|treaty|resolution|opinion|record|records|films?|movie|video)$/;
/** Nouns that stand for somebody who tells something, or for what does. */
const TELLS = /^(?:media|people|persons|figures|authorities|officials|experts|sources|police|information|evidence)$/;

/**
 * The words for somebody who may be a source, from one place on and no further than to another: a name, or words that
 * describe a person, a body or something written.
 *
 * @returns null for anything else: "according to plan", "citing poor health"
 */
export function sourceBehind(text: string, from: number, to: number): Span | null {
  let start = from;
  while (start < to && /\s/.test(text[start] ?? '')) start++;
  const rest = text.slice(start, Math.min(to, start + LONGEST));
  const ending = END.exec(rest);
  if (!ending && rest.length === LONGEST) return null;
  let end = start + (ending?.index ?? rest.length);
  while (end > start && /[\s.]/.test(text[end - 1] ?? '') && !INITIAL.test(text.slice(end - 3, end))) end--;
  return maySpeak(text, { start, end }) ? { start, end } : null;
}

/** Whether words name or describe somebody or something that tells. */
export function maySpeak(text: string, span: Span): boolean {
  const words = phraseWords(text, span);
  if (words.length === 0) return false;
  const { head } = describe(words, []);
  if (SPEAKS_FOR_NOBODY.test(head)) return false;
  if (isRole(head) || singularRole(head) !== null || TELLS.test(head)) return true;
  if (isDocument(head) || isInstitution(head) || isOutletNoun(head)) return true;
  const noun = words.findIndex(({ key }) => key === head);
  return words.slice(0, noun + 1).some(({ isCapital, key }) => isCapital && !SENTENCE_OPENERS.has(key));
}
