import type { Span } from '../../../text/span.ts';
import type { ArticleView } from '../article-view.ts';
import { capitalWords, type CapitalWord } from './capital-words.ts';
import { mentionOf } from './mention-of.ts';
import type { NameMention } from './name-mention.ts';
import { NameWords } from './name-words.ts';
import { runs } from './runs.ts';
import { splitTitles } from './split-titles.ts';

/**
 * The names of an article, in order. A word with a capital at the start of a sentence is part of one unless it is common
 * there or stands elsewhere without a capital; in a heading, only if the text below has it as a name.
 *
 * @param sources spans that name who speaks: a word that is all of such a span is a name even at the start of a sentence
 */
export function findNames(view: ArticleView, sources: readonly Span[]): NameMention[] {
  const words = capitalWords(view.text);
  const nameWords = new NameWords(view, words, sources);
  return runs(view.text, words)
    .flatMap((run) => cut(run, nameWords))
    .filter((run) => run.length > 1 || run.every((word) => nameWords.mayStandAlone(word)))
    .flatMap((run) => splitTitles(run, view.text))
    .flatMap((titled) => mentionOf(titled, view) ?? []);
}

/** A run without the words that are no names, which cut it. */
function cut(run: readonly CapitalWord[], nameWords: NameWords): CapitalWord[][] {
  const parts: CapitalWord[][] = [[]];
  for (const word of run) {
    if (nameWords.has(word)) parts.at(-1)?.push(word);
    else parts.push([]);
  }
  return parts.filter(({ length }) => length > 0);
}
