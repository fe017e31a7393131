import type { Span } from './span.ts';
import { foldTypography } from './typography.ts';

/** What a token is to a reader who compares two quotations. */
type TokenKind =
  | 'WORD'
  /** Digits, or a number written out. */
  | 'NUMBER'
  /** Words left out: "…", "...", "[…]". */
  | 'ELLIPSIS'
  /** Words in square brackets, which an editor put in. */
  | 'BRACKETED';

/** A word of a text with what it is compared by. Offsets are UTF-16 code units. */
export interface Token extends Span {
  readonly kind: TokenKind;
  /**
   * Equal for words that a reader takes for the same: without case, ligatures, soft hyphens, brackets around single letters, and
   * with the digits of a number written out.
   */
  readonly key: string;
}

const ELLIPSIS = String.raw`[[(] ?(?:…|\.{3}) ?[\])]|…|\.{3,}|\.(?: \.){2}`;
const BRACKETED = String.raw`\[[^[\]]{1,300}\](?!\p{L})`;
/** Runs are bounded, since the engine remembers each character of one and gives up at millions; no word is as long. */
const NUMBER = String.raw`\p{N}{1,999}(?:[.,]\p{N}{1,999}){0,99}`;
/** Letters and digits in one word: "20th", "F16", and a slip such as "2o17". */
const MIXED = String.raw`(?:\p{N}{1,999}\p{L}|\p{L}{1,999}\p{N})[\p{L}\p{N}]{0,999}`;
const INITIALS = String.raw`\p{L}(?:\.\p{L}){1,99}(?!\p{L})`;
const LETTERS = String.raw`[\p{L}\p{M}\u00AD]{1,999}`;
const WORD = String.raw`(?:\[\p{L}{1,3}\])?${LETTERS}(?:['’]${LETTERS}){0,99}`;
const TOKEN = new RegExp(
  [ELLIPSIS, BRACKETED, MIXED, NUMBER, INITIALS, WORD].map((part) => `(${part})`).join('|'),
  'gu',
);

/** Negated auxiliaries, so that "won’t" and "will not" are the same words. */
const NEGATED = new Map([
  ["won't", 'will'],
  ["can't", 'can'],
  ["shan't", 'shall'],
  ['cannot', 'can'],
]);
/** Short forms of which it is certain what they stand for. */
const SHORTENED = new Map([
  ["'ll", 'will'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'m", 'am'],
]);

const NUMBER_WORDS = new Map(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen twenty'
  )
    .split(' ')
    .map((word, value) => [word, String(value)]),
);
for (const [index, word] of 'thirty forty fifty sixty seventy eighty ninety hundred'.split(' ').entries()) {
  NUMBER_WORDS.set(word, String(30 + 10 * index));
}

/** ASCII letters, and ASCII characters that neither belong to a word nor begin a token. */
const [LETTER, BREAK] = [1, 2];
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[A-Za-z]/.test(character) ? LETTER : /[\d.'[(]/.test(character) ? 0 : BREAK;
});

/** The words of a text, in order, punctuation left out. Hyphens separate words; a comparison joins them where it has to. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  while (start < text.length) {
    const first = ASCII[text.charCodeAt(start)];
    if (first === BREAK) {
      start++;
      continue;
    }
    // Most words are nothing but letters between breaks, and are read without the expression.
    let end = start;
    while (ASCII[text.charCodeAt(end)] === LETTER) end++;
    if (end > start && (end === text.length || ASCII[text.charCodeAt(end)] === BREAK)) {
      pushWord(tokens, start, end, text.slice(start, end).toLowerCase());
    } else {
      TOKEN.lastIndex = start;
      const match = TOKEN.exec(text);
      if (!match) break;
      end = TOKEN.lastIndex;
      pushMatch(tokens, match);
    }
    start = end;
  }
  return tokens;
}

function pushMatch(tokens: Token[], match: RegExpExecArray): void {
  const [found, ellipsis, bracketed, mixed, number] = match;
  const start = match.index;
  const end = start + found.length;
  if (ellipsis !== undefined) tokens.push({ start, end, kind: 'ELLIPSIS', key: '…' });
  else if (bracketed !== undefined) tokens.push({ start, end, kind: 'BRACKETED', key: keyOf(found) });
  else if (mixed !== undefined) tokens.push({ start, end, kind: mixedKind(found), key: keyOf(found) });
  else if (number !== undefined) tokens.push({ start, end, kind: 'NUMBER', key: numberKey(found) });
  else pushWord(tokens, start, end, keyOf(found));
}

const mixedKind = (word: string): TokenKind => (/^\p{N}/u.test(word) ? 'NUMBER' : 'WORD');

/** A word as one token, or as two where it is a short form of two. */
function pushWord(tokens: Token[], start: number, end: number, key: string): void {
  const isNegated = NEGATED.has(key) || /.n't$/.test(key);
  const tail = isNegated ? (key === 'cannot' ? 'not' : "n't") : /'(?:ll|re|ve|m)$/.exec(key)?.[0];
  if (tail === undefined) {
    const number = NUMBER_WORDS.get(key);
    tokens.push({ start, end, kind: number === undefined ? 'WORD' : 'NUMBER', key: number ?? key });
    return;
  }
  const middle = end - tail.length;
  tokens.push(
    { start, end: middle, kind: 'WORD', key: NEGATED.get(key) ?? key.slice(0, -tail.length) },
    { start: middle, end, kind: 'WORD', key: SHORTENED.get(tail) ?? 'not' },
  );
}

const keyOf = (word: string): string =>
  (PLAIN_LETTERS.test(word) ? word : foldTypography(word.normalize('NFKC')).replace(/[\u00AD[\].]/g, '')).toLowerCase();

/** Nothing is to be made plain in most words. */
const PLAIN_LETTERS = /^[A-Za-z]+$/;

/** Digits without the marks between thousands: "1,000" and "1000" are one number, "1.5" and "1,5" stay apart from 15. */
function numberKey(number: string): string {
  const digits = number.normalize('NFKC');
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits) ? digits.replaceAll(',', '') : digits;
}

const FUNCTION_WORDS = new Set('a an and as at by for from in is it of on or that the to was with'.split(' '));

/** Whether a word is common to nearly any two sentences: alone it is no common ground. */
export const isFunctionWord = ({ key }: Token): boolean => FUNCTION_WORDS.has(key);

const NEGATIONS = new Set(
  'not no never none nobody nothing neither nor nowhere without hardly denied denies deny false untrue'.split(' '),
);

/** Whether a word turns round what stands with it. */
export const isNegation = ({ key }: Pick<Token, 'key'>): boolean => NEGATIONS.has(key);
