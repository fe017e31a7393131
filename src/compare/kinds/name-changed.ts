import type { Token } from '../../text/words.ts';
import { changes, type VariantRule } from './rule.ts';

const CAPITAL = /^\[?\p{Lu}/u;
/** What a sentence ends with, and the marks that may stand between it and the next word. */
const SENTENCE_START = /(?:^|[.!?…]["”’)\]]*\s+)["“‘([]*$/;
/** How far back the end of the sentence before is looked for. */
const LOOK_BACK = 8;

/** Where one side has a name the other has another one. */
export const nameChanged: VariantRule = {
  kind: 'NAME_CHANGED',
  holds: (diff) =>
    changes(diff).some(({ leftTokens, rightTokens }) => {
      const left = names(diff.left, leftTokens);
      const right = names(diff.right, rightTokens);
      return left.some((name) => !right.includes(name)) && right.some((name) => !left.includes(name));
    }),
};

/** Words with a capital that no beginning of a sentence gives them. */
function names(text: string, tokens: readonly Token[]): string[] {
  return tokens
    .filter(
      ({ kind, start, end }) => kind === 'WORD' && CAPITAL.test(text.slice(start, end)) && !beginsSentence(text, start),
    )
    .map(({ key }) => key);
}

const beginsSentence = (text: string, start: number): boolean =>
  start <= LOOK_BACK
    ? SENTENCE_START.test(text.slice(0, start))
    : SENTENCE_START.test(` ${text.slice(start - LOOK_BACK, start)}`);
