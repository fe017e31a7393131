import { marked, type Edit } from './edit.ts';
import { isName } from './names-known.ts';

/** The same words, set otherwise: straight marks, other dashes, no commas, a small letter at the beginning. */
export const punctuation: Edit<'PUNCTUATION'> = {
  kind: 'PUNCTUATION',
  isHard: false,
  apply: (words, random) => {
    const text = words.join(' ');
    let set = text;
    for (const change of random.shuffle(CHANGES)) if (set === text || random.chance(0.3)) set = change(set);
    return set === text ? null : { words: set.split(' '), changed: 0 };
  },
};

const CHANGES: readonly ((text: string) => string)[] = [
  (text) => text.replaceAll('’', "'"),
  (text) => text.replaceAll(' – ', ' — '),
  (text) => text.replace(/,(?= \p{L})/u, ''),
  (text) => text.replace(/, (?=(?:and|but|not)\b)/, ' – '),
  (text) => (isName(marked(text.split(' ')[0] ?? '').core) ? text : text.charAt(0).toLowerCase() + text.slice(1)),
];
