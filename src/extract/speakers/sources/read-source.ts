import type { Span } from '../../../text/span.ts';
import { PREPOSITIONS } from '../lexicon/function-words.ts';
import { isRole } from '../lexicon/roles.ts';
import type { NameMention } from '../names/name-mention.ts';
import { wordList } from '../lexicon/word-list.ts';
import { describe } from './description.ts';
import type { NameIndex } from './name-index.ts';
import { type PhraseWord, phraseWords } from './phrase-words.ts';
import type { SourcePhrase } from './source-phrase.ts';

const PRONOUNS = wordList(
  'i me my mine myself we us our ours ourselves you your yours he him his himself she her hers herself it its itself they ' +
    'them their theirs themselves',
);
const RELATIVES = wordList('who which that whose whom');
/** Words that may stand beside a pronoun or behind a name and change nothing of whom it means. */
const BESIDE = wordList(
  'himself herself itself themselves myself also alone too later then now both all again once still never just ever each',
);
/** Words before a source that belong to the telling. */
const LEADING = wordList('according to by as and but even from when while with so because said says or then');
const CONJUNCTIONS = wordList('and or nor');

/**
 * What the words are that tell who speaks: a name with all that goes with it ("Rep. Ann Lee of Ohio, a Democrat"), a pronoun,
 * or a description. A name in what only says more of somebody left unnamed is not the speaker: "a spokesman for Ann Lee".
 *
 * @returns null for a span without words
 */
export function readSource(text: string, span: Span, names: NameIndex): SourcePhrase | null {
  const words = withoutLeading(phraseWords(text, span));
  const first = words[0];
  if (!first) return null;
  const within = names.within({ start: first.start, end: withStop(text, span.end) });
  const parts = partsOf(words, within);
  const core = parts[0] ?? words;
  const pronoun = pronounOf(core);
  if (pronoun) return pronoun;
  const coreSpan = { start: first.start, end: withStop(text, core.at(-1)?.end ?? first.end) };
  const coreNames = names.within(coreSpan);
  const head = coreNames.find((mention) => isHead(mention, core));
  const isJoint = core.some(
    ({ key, start }) => CONJUNCTIONS.has(key) && !within.some((name) => name.start < start && start < name.end),
  );
  if (isJoint && (head !== undefined || startsWithPronoun(core)))
    return { form: 'JOINT', description: describe(core, []) };
  if (head && isList(parts, within)) return { form: 'JOINT', description: describe(words, []) };
  if (head) return { form: 'NAME', mention: head };
  const description = describe(core, coreNames);
  const named = description.isPlural ? null : nameInApposition(parts[1], within);
  return named && (isRole(description.head) || named.keys.length > 1)
    ? { form: 'NAME', mention: named }
    : { form: 'DESCRIPTION', description };
}

/** An end with the full stop behind it, which may be that of "Jr.". */
const withStop = (text: string, end: number): number => (text[end] === '.' ? end + 1 : end);

function withoutLeading(words: readonly PhraseWord[]): readonly PhraseWord[] {
  let from = 0;
  while (from < words.length - 1 && LEADING.has(words[from]?.key ?? '')) from++;
  return words.slice(from);
}

/** The phrase cut at its commas, brackets and dashes; those inside of a name ("Smith, Jr.") do not cut. */
function partsOf(words: readonly PhraseWord[], names: readonly NameMention[]): PhraseWord[][] {
  const parts: PhraseWord[][] = [];
  for (const word of words) {
    const isInName = names.some(({ start, end }) => start < word.start && word.end <= end);
    if (parts.length === 0 || (word.isSetOff && !isInName)) parts.push([word]);
    else parts.at(-1)?.push(word);
  }
  return parts;
}

function pronounOf(words: readonly PhraseWord[]): SourcePhrase | null {
  const at = words.findIndex(({ key }) => !BESIDE.has(key));
  const word = words[Math.max(0, at)];
  if (!word) return null;
  const key = word.key.split("'", 1)[0] ?? '';
  const isAlone = words.every((other) => other === word || BESIDE.has(other.key));
  if (PRONOUNS.has(key) && isAlone) return { form: 'PRONOUN', word: key, span: word };
  return RELATIVES.has(key) && isAlone ? { form: 'RELATIVE', word: key, span: word } : null;
}

const startsWithPronoun = (words: readonly PhraseWord[]): boolean =>
  words.some(({ key }, index) => PRONOUNS.has(key) && CONJUNCTIONS.has(words[index + 1]?.key ?? ''));

/** Whether a name is what its phrase is about: nothing like "of" before it, and no noun behind it that it goes with. */
function isHead(mention: NameMention, words: readonly PhraseWord[]): boolean {
  const start = mention.titleSpan?.start ?? mention.start;
  if (words.some((word) => word.end <= start && PREPOSITIONS.has(word.key))) return false;
  const next = words.find((word) => word.start >= mention.end && !BESIDE.has(word.key));
  if (!next) return true;
  const isFollowedByMore = PREPOSITIONS.has(next.key) || CONJUNCTIONS.has(next.key) || /^\p{N}/u.test(next.key);
  return (
    isFollowedByMore && !words.some((word) => word.isPossessive && word.end > mention.end && word.start < mention.end)
  );
}

/** "Crane, Kibbe and other libertarians": a name, a further one, and at last "and". */
const isList = (parts: readonly (readonly PhraseWord[])[], names: readonly NameMention[]): boolean =>
  parts.length > 1 &&
  names.some(({ start, titleSpan }) => (titleSpan?.start ?? start) === parts[1]?.[0]?.start) &&
  (parts.at(-1)?.some(({ key }) => CONJUNCTIONS.has(key)) ?? false);

/** The name that makes up the part behind a description: "the chief executive, Jeff Weiner". */
function nameInApposition(words: readonly PhraseWord[] | undefined, names: readonly NameMention[]): NameMention | null {
  const isThe = words?.[0]?.key === 'the' && words.length > 1;
  const [first, last] = [words?.[isThe ? 1 : 0], words?.at(-1)];
  if (!first || !last) return null;
  const isWhole = ({ start, end, titleSpan }: NameMention) =>
    (titleSpan?.start ?? start) === first.start && last.end - end <= 2;
  return names.find(isWhole) ?? null;
}
