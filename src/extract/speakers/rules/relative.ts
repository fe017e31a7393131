import type { Figure } from '../figures/figure.ts';
import { isPeoplePlural } from '../lexicon/places.ts';
import { isRole, singularRole } from '../lexicon/roles.ts';
import { PREPOSITIONS } from '../lexicon/function-words.ts';
import type { Scene } from '../scene/scene.ts';
import { describe } from '../sources/description.ts';
import { type PhraseWord, phraseWords } from '../sources/phrase-words.ts';
import { beginOfDescription } from '../figures/modifiers.ts';
import { unnamedFigure } from '../scene/unnamed-figure.ts';
import type { Rule } from './rule.ts';

/** So far back the words before "who" are read, in UTF-16 units. */
const REACH = 200;

/** "Who", "which", "that": whoever is named or described right before, through what is set off by commas. */
export const relative: Rule = {
  name: 'relative clause',
  resolve: ({ phrase, scene }) => {
    if (phrase.form !== 'RELATIVE') return null;
    const figure = named(phrase.span.start, scene, phrase.word) ?? describedBefore(phrase.span.start, scene);
    return figure && { figure, confidence: 0.8 };
  },
};

/** The one whose name, or whose description beside the name, ends right before. */
function named(at: number, scene: Scene, word: string): Figure | null {
  const mention = scene.names.endingBefore(at);
  const figure = mention && scene.figureOf(mention);
  if (!mention || !figure) return null;
  const between = scene.view.text.slice(mention.end, at);
  const isWho = word.startsWith('who');
  if (isWho && figure.kind !== 'PERSON') return personBefore(at, scene);
  if (/^(?: \([^()]{0,40}\))?(?:,? | \()$/.test(between)) {
    return /[,(]/.test(between) || !isComplement(mention.titleSpan?.start ?? mention.start, scene) ? figure : null;
  }
  return personBefore(at, scene);
}

/** The person in whose description, or right behind it, a place stands. */
function personBefore(at: number, scene: Scene): Figure | null {
  for (let index = scene.names.firstFrom(at) - 1, looked = 0; index >= 0 && looked < 6; index--, looked++) {
    const mention = scene.names.mentions[index];
    const figure = mention && scene.figureOf(mention);
    if (!mention || !figure || at - mention.end > REACH) return null;
    const isOpenTo = ({ start, end }: { start: number; end: number }) =>
      start >= mention.end && start - mention.end < 40 && end <= at && at - end <= 2;
    if (figure.descriptions.some(isOpenTo)) return figure;
  }
  return null;
}

/** Whether a name only says more of what stands before it: "supporters of Mr. Trump who". */
function isComplement(start: number, scene: Scene): boolean {
  const before = phraseWords(scene.view.text, { start: Math.max(0, start - 20), end: start }).at(-1);
  return before !== undefined && /^(?:of|for|from|with|by)$/.test(before.key);
}

/** "A woman who": what stands before, back to where its description begins. */
function describedBefore(at: number, scene: Scene): Figure | null {
  const sentence = scene.view.sentences[scene.view.sentenceAt(at)]?.start ?? 0;
  const words = phraseWords(scene.view.text, { start: Math.max(sentence, at - REACH), end: at });
  const stop = words.findLastIndex(({ key }, index) => PREPOSITIONS.has(key) && index < words.length - 4);
  const near = words.slice(stop + 1);
  const preposition = near.findIndex(({ key }) => /^(?:of|for|from|in|at)$/.test(key));
  const last = near.at(-1);
  if (last && /^(?:and|but|or)$/.test(last.key)) return lastInMind(at, scene);
  const isOfPersons = preposition > 0 && !namesPersons(near.slice(0, preposition)) && namesPersons(near);
  const noun = preposition > 0 && !isOfPersons ? preposition - 1 : near.length - 1;
  const from = near[noun] ? beginOfDescription(near, noun) : -1;
  const phrase = near.slice(Math.max(0, from));
  const [first, end] = [phrase[0], phrase.at(-1)?.end];
  if (!first || end === undefined) return null;
  const description = describe(phrase, scene.names.within({ start: first.start, end }));
  const figure = unnamedFigure(description, scene);
  figure.describe({ start: description.start, end: description.end });
  return figure;
}

/** Whether the last of some words is for a person or for several: "those", "voters", "a woman". */
const namesPersons = (words: readonly PhraseWord[]): boolean => {
  const key = words.at(-1)?.key ?? '';
  return (
    isRole(key) ||
    singularRole(key) !== null ||
    isPeoplePlural(key) ||
    /^(?:those|people|one|ones|others|some|figures)$/.test(key)
  );
};

/** "... and who": it goes on with whoever the clause before is about. */
const lastInMind = (at: number, scene: Scene): Figure | null =>
  scene.timeline.candidates(at, () => true)[0]?.figure ?? null;
