import type { Figure } from '../figures/figure.ts';
import { genderOfRole, roleOf } from '../lexicon/roles.ts';
import type { Scene } from '../scene/scene.ts';
import type { Description } from '../sources/description.ts';
import { isOfBody } from './is-of-body.ts';
import type { Rule } from './rule.ts';

/** Words that tell nothing of which president or senator is meant. */
const TELLS_NOTHING = /^(?:former|then|own|new|longtime|top|of|the|to|for|in|at|from|a|an|and|on)$/;

/** "The senator", "the company’s president": the person whom the text gives this office, and whom nothing else contradicts. */
export const office: Rule = {
  name: 'office',
  resolve: ({ phrase, at, scene }) => {
    if (phrase.form !== 'DESCRIPTION') return null;
    const { description } = phrase;
    const { head, isSomebody, isPlural, determiner } = description;
    if (!isSomebody || isPlural || determiner === 'INDEFINITE') return null;
    const gender = genderOfRole(head);
    const holders = scene
      .withRole(roleOf(head))
      .filter(
        (figure) => figure.mayBe(gender) && (gender === null || figure.gender !== null || figure.kind === 'PERSON'),
      );
    const wanted = wantedWords(description, scene);
    const told = holders.filter(({ attributes }) => wanted.some((word) => attributes.has(word)));
    const isOwned = description.owner !== null && (!isOfBody(description, scene) || holders.length > 1);
    if (wanted.length > 0 && told.length === 0 && (isOwned || description.complement.length > 0)) return null;
    const fitting = told.length > 0 ? told : holders;
    const figure = nearest(fitting, at, scene);
    if (!figure) return null;
    const isCertain = fitting.length === 1 && (told.length > 0 || wanted.length === 0);
    return { figure, confidence: isCertain ? 0.8 : 0.55 };
  },
};

/** The words that tell which holder of an office is meant: "florida", and the words of its owner’s name. */
function wantedWords(description: Description, scene: Scene): readonly string[] {
  const { owner, modifiers, complement } = description;
  const words = [...modifiers, ...complement].filter((word) => !TELLS_NOTHING.test(word));
  if (owner === null) return words;
  const keys = scene.ownerOf(description)?.nameWords.flatMap((words) => words.slice(-1)) ?? [];
  return [...words, ...new Set(keys)];
}

/** The one most in mind; if none is, the one named last before a place, else the first. */
function nearest(figures: readonly Figure[], at: number, scene: Scene): Figure | null {
  const [most] = scene.timeline.candidates(at, (figure) => figures.includes(figure));
  if (most) return most.figure;
  const before = (figure: Figure) => figure.names.findLast(({ start }) => start < at)?.start ?? -1;
  return figures.reduce<Figure | null>((best, one) => (best === null || before(one) > before(best) ? one : best), null);
}
