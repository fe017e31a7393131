import type { Span } from '../../../text/span.ts';
import type { ArticleView } from '../article-view.ts';
import { genderOfRole, isHonorific, isRole, roleOf } from '../lexicon/roles.ts';
import type { NameMention } from '../names/name-mention.ts';
import { describe } from '../sources/description.ts';
import type { NameIndex } from '../sources/name-index.ts';
import { type PhraseWord, phraseWords } from '../sources/phrase-words.ts';
import type { Figure } from './figure.ts';
import { beginOfDescription } from './modifiers.ts';

/** How far around a name its description is looked for, in UTF-16 units. */
const REACH = 160;
const BEGINS_APPOSITION = /^(?: \([^()\n]{1,30}\))?, /;

/** Gives persons what the text calls them right beside their names: titles, "..., a nurse from Ohio,", "the mayor, ...". */
export function describePersons(view: ArticleView, names: NameIndex, owners: ReadonlyMap<NameMention, Figure>): void {
  for (const mention of names.mentions) {
    const figure = owners.get(mention);
    if (figure?.kind !== 'PERSON') continue;
    for (const words of [titleWords(view, mention), wordsBefore(view, mention), wordsBehind(view, mention, names)]) {
      if (words.length > 0) learn(figure, words, names);
    }
  }
}

function learn(figure: Figure, words: readonly PhraseWord[], names: NameIndex): void {
  const span: Span = { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
  const { head, start, end } = describe(words, names.within(span));
  figure.describe({ start, end });
  figure.roles.add(roleOf(head));
  figure.learnGender(genderOfRole(head));
  for (const { key } of words) if (!isHonorific(key)) figure.attributes.add(key);
}

/** "Russian Ambassador", but not "Mr.", which describes nobody. */
function titleWords({ text }: ArticleView, { titleSpan, titles }: NameMention): readonly PhraseWord[] {
  return titleSpan && !titles.every(isHonorific) ? phraseWords(text, titleSpan) : [];
}

/** "former Pennsylvania governor" right before a name, or "the White House press secretary," before it. */
function wordsBefore(view: ArticleView, { start, titleSpan }: NameMention): readonly PhraseWord[] {
  const end = titleSpan?.start ?? start;
  const sentence = view.sentences[view.sentenceAt(end)]?.start ?? 0;
  const words = phraseWords(view.text, { start: Math.max(sentence, end - REACH), end });
  const last = words.at(-1);
  if (!last || titleSpan) return [];
  const gap = view.text.slice(last.end, end);
  if (/^[ \u00A0]$/.test(gap)) {
    return isRole(last.key) && !last.isPossessive ? words.slice(beginOfDescription(words, words.length - 1)) : [];
  }
  if (gap !== ', ') return [];
  const noun = words.findLastIndex(({ key, isCapital }) => isRole(key) && !isCapital);
  const isComplement = words
    .slice(noun + 1)
    .every(({ key, isCapital, isSetOff }) => !isSetOff && (isCapital || /^(?:of|to|for|in|at|on|the)$/.test(key)));
  const from = beginOfDescription(words, noun);
  const isDefinite =
    /^(?:the|his|her|its|their)$/.test(words[from]?.key ?? '') ||
    words.slice(from, noun).some(({ isPossessive }) => isPossessive);
  return noun >= 0 && isComplement && isDefinite ? words.slice(from) : [];
}

/** "..., an organizer with the Philly Coalition" behind a name, up to the next comma, full stop or "who". */
function wordsBehind({ text }: ArticleView, { end }: NameMention, names: NameIndex): readonly PhraseWord[] {
  const behind = text.slice(end, end + REACH);
  const comma = BEGINS_APPOSITION.exec(behind);
  if (!comma) return [];
  const start = end + comma[0].length;
  const stop = /[,;:.!?()\n“”"—–]|\b(?:who|which|said|says|told)\b|--/.exec(
    withoutInitials(behind.slice(comma[0].length)),
  );
  if (!stop) return [];
  const words = phraseWords(text, { start, end: start + stop.index });
  const first = words[0];
  if (!first || words.length > 25) return [];
  const { head, determiner } = describe(words, names.within({ start, end: start + stop.index }));
  const isOpened =
    determiner !== 'BARE' ||
    first.isCapital ||
    /^(?:former|then|co-founder|director|chief|president|chairman|head|founder|author|executive|senior|professor|deputy)$/.test(
      first.key,
    );
  return isRole(head) && isOpened ? words : [];
}

/** The full stops of initials and titles are no ends; each is replaced by one other character. */
const withoutInitials = (text: string): string =>
  text.replaceAll(/(?<=\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Gen))\./gu, '_');
