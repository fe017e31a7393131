import type { Span } from '../../../text/span.ts';
import type { ArticleView } from '../article-view.ts';
import { beginOfDescription } from '../figures/modifiers.ts';
import { isPeoplePlural } from '../lexicon/places.ts';
import { singularRole } from '../lexicon/roles.ts';
import { phraseWords } from '../sources/phrase-words.ts';

/** So many are kept of a text. */
const MOST_GROUPS = 20_000;
/** So far back its other words are looked for, in UTF-16 units. */
const REACH = 60;
const PLURAL = /(?<![\p{L}\p{M}\p{N}'’-])\p{L}[\p{Ll}]{2,20}(?:s|men|people|police)(?![\p{L}\p{M}\p{N}'’-])/gu;

/** Where a text tells of several persons by what they are: "Ukrainian officials", "voters". "They" may be these. */
export function groups(view: ArticleView): Span[] {
  const found: Span[] = [];
  for (const match of view.text.matchAll(PLURAL)) {
    if (found.length >= MOST_GROUPS) break;
    const key = match[0].toLowerCase();
    if ((singularRole(key) === null && !isPeoplePlural(key)) || view.isInTitle(match.index)) continue;
    const end = match.index + match[0].length;
    const sentence = view.sentences[view.sentenceAt(match.index)]?.start ?? 0;
    const words = phraseWords(view.text, { start: Math.max(sentence, wordStart(view.text, end - REACH)), end });
    const first = words[beginOfDescription(words, words.length - 1)];
    found.push({ start: first?.start ?? match.index, end });
  }
  return found;
}

/** The first place from another one on that is not inside a word. */
function wordStart(text: string, utf16: number): number {
  const space = text.slice(Math.max(0, utf16), utf16 + REACH).indexOf(' ');
  return Math.max(0, utf16) + space + 1;
}
