import { capitalised, countWords, marked, opensSentence, type Edit } from './edit.ts';
import { isName } from './names-known.ts';

const JOINTS = new Set('because while if when unless although since and but until once after before'.split(' '));
const LEAST_PART = 4;

/** Its clauses change places: "If it rains, we stay." becomes "We stay, if it rains." */
export const reordered: Edit<'REORDERED'> = {
  kind: 'REORDERED',
  isHard: true,
  apply: (words, random) => {
    const joints = [...words.keys()].filter(
      (place) =>
        place >= LEAST_PART &&
        words.length - place >= LEAST_PART &&
        (/[,:–]$/.test(words[place - 1] ?? '') || opensSentence(words, place) || JOINTS.has(words[place] ?? '')),
    );
    if (joints.length === 0) return null;
    const joint = random.pick(joints);
    const [first, second] = [words.slice(0, joint), words.slice(joint)];
    const end = /[.!?]$/.exec(words.at(-1) ?? '')?.[0] ?? '';
    const moved = [
      capitalised(second[0] ?? ''),
      ...second.slice(1, -1),
      (second.at(-1) ?? '').replace(/[.!?]$/, '') + ',',
      isName(marked(first[0] ?? '').core) ? (first[0] ?? '') : (first[0] ?? '').toLowerCase(),
      ...first.slice(1, -1),
      (first.at(-1) ?? '').replace(/[.,:!?]$/, '') + end,
    ];
    return { words: moved.filter((word) => word !== ''), changed: Math.min(countWords(first), countWords(second)) };
  },
};
