import type { WordedStatement } from '../../src/compare/relations/rule.ts';
import { contentWords } from '../../src/text/content-words.ts';

/** A statement of somebody who says some words, one piece each. */
export const saying = (...content: readonly string[]): WordedStatement => ({
  statement: {
    id: 'statement',
    content: [],
    isNarration: false,
    polarity: 'AFFIRMED',
    speakerId: 'dolan',
    sourceIds: ['dolan'],
    isUnnamed: false,
    cue: 'said',
    source: 'Dolan',
  },
  content,
  words: content.flatMap((words) => contentWords(words)),
});
