import type { Figure } from '../figures/figure.ts';
import { genderOfRole } from '../lexicon/roles.ts';
import type { Description } from '../sources/description.ts';
import type { Scene } from './scene.ts';

/** The source left unnamed that a description stands for; equal descriptions have one. */
export function unnamedFigure(description: Description, scene: Scene): Figure {
  const key = scene.keyOf(description);
  const figure = scene.described(key) ?? scene.introduce(key, 'UNNAMED', description);
  figure.learnGender(genderOfRole(description.head));
  return figure;
}

/** A word as a description of its own, for words that describe nothing: "you". */
export const bareDescription = (word: string, isPlural = false): Description => ({
  start: 0,
  end: 0,
  head: word,
  determiner: 'BARE',
  isPlural,
  isSomebody: false,
  owner: null,
  modifiers: [],
  complement: [],
});
