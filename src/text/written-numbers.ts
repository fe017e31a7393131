import { itemAt } from './item-at.ts';
import type { Token } from './words.ts';

const HUNDRED = 100;
const THOUSAND = 1000;
/** What stands between the words of one number: "twenty-five", "three hundred". */
const TOGETHER = /^[ \u00A0\u2010\u2011-]$/;
const LETTERS = /^\p{L}+$/u;

/** A number that begins at a word, with the index behind its last word. */
interface Read {
  readonly value: number;
  readonly end: number;
}

/**
 * Words of a text in which those of one number are one, with its digits as their key: "twenty-five" is 25, "three hundred and
 * five" 305, "two thousand" 2000. Digits stay as they are, and so does what is no number together: "three two".
 */
export function joinNumbers(text: string, tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = itemAt(tokens, at);
    const read = thousands(text, tokens, at);
    const last = read && tokens[read.end - 1];
    if (read && last && read.end > at + 1) {
      joined.push({ start: token.start, end: last.end, kind: 'NUMBER', key: String(read.value) });
      at = read.end;
    } else {
      joined.push(token);
      at++;
    }
  }
  return joined;
}

/** What a number word is worth; null of digits and of other words. */
function worth(text: string, token: Token | undefined): number | null {
  if (token?.kind === 'WORD' && token.key === 'thousand') return THOUSAND;
  if (token?.kind !== 'NUMBER' || !LETTERS.test(text.slice(token.start, token.end))) return null;
  return Number(token.key);
}

/** Where the next word of the same number is, behind one: past an "and", where there may be one. */
function next(text: string, tokens: readonly Token[], end: number, mayHaveAnd = false): number | null {
  const [before, behind] = [tokens[end - 1], tokens[end]];
  if (!before || !behind || !TOGETHER.test(text.slice(before.end, behind.start))) return null;
  return mayHaveAnd && behind.key === 'and' ? next(text, tokens, end + 1) : end;
}

function thousands(text: string, tokens: readonly Token[], at: number): Read | null {
  const read = hundreds(text, tokens, at);
  const behind = read && next(text, tokens, read.end);
  if (!read || behind === null || worth(text, tokens[behind]) !== THOUSAND) return read;
  return withRest(text, tokens, { value: read.value * THOUSAND, end: behind + 1 }, hundreds);
}

function hundreds(text: string, tokens: readonly Token[], at: number): Read | null {
  const read = below(text, tokens, at);
  const behind = read && next(text, tokens, read.end);
  if (!read || behind === null || read.value === 0 || worth(text, tokens[behind]) !== HUNDRED) return read;
  return withRest(text, tokens, { value: read.value * HUNDRED, end: behind + 1 }, below);
}

/** Up to 99. */
function below(text: string, tokens: readonly Token[], at: number): Read | null {
  const value = worth(text, tokens[at]);
  if (value === null || value >= HUNDRED) return null;
  const behind = value >= 20 && value % 10 === 0 ? next(text, tokens, at + 1) : null;
  const unit = behind === null ? null : worth(text, tokens[behind]);
  return behind !== null && unit !== null && unit > 0 && unit < 10
    ? { value: value + unit, end: behind + 1 }
    : { value, end: at + 1 };
}

/** A number with what follows its hundreds or thousands. */
function withRest(
  text: string,
  tokens: readonly Token[],
  number: Read,
  read: (text: string, tokens: readonly Token[], at: number) => Read | null,
): Read {
  const behind = next(text, tokens, number.end, true);
  const rest = behind === null ? null : read(text, tokens, behind);
  return rest && rest.value > 0 ? { value: number.value + rest.value, end: rest.end } : number;
}
