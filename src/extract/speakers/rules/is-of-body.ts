import type { Scene } from '../scene/scene.ts';
import type { Description } from '../sources/description.ts';

/** Whether a body stands in the owner’s place, as in "House speaker" and "the GOP nominee", where it tells less than "Mr. Ryan’s". */
export const isOfBody = ({ owner }: Description, scene: Scene): boolean =>
  owner !== null && !('isPossessive' in owner) && scene.figureOf(owner)?.kind !== 'PERSON';
