/** A piece of a text: what people see as it is, or one character that they would not see. */
export interface Piece {
  readonly text: string;
  /** What to show for a character that is hidden, or turns the writing around; null for anything else. */
  readonly sign: string | null;
  /** Its code point and, where it has a common one, its name: "U+200B zero width space". */
  readonly title: string;
}

/** Controls, format characters, and spaces that are not told from a space; not line ends, which lines show. */
const HIDDEN =
  /(?![\n\t])(?:[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\u115F\u1160\u2800\u3164\uFFA0]|\u034F|\u17B4|\u17B5|[\uFE00-\uFE0F]|[^\S ])/gu;

/** Sign and name of those that occur. */
const KNOWN: Readonly<Record<string, readonly [sign: string, name: string]>> = {
  '\u00A0': ['⍽', 'no-break space'],
  '\u00AD': ['SHY', 'soft hyphen'],
  '\u061C': ['ALM', 'Arabic letter mark'],
  '\u200B': ['ZWSP', 'zero width space'],
  '\u200C': ['ZWNJ', 'zero width non-joiner'],
  '\u200D': ['ZWJ', 'zero width joiner'],
  '\u200E': ['LRM', 'left-to-right mark'],
  '\u200F': ['RLM', 'right-to-left mark'],
  '\u202A': ['LRE', 'left-to-right embedding'],
  '\u202B': ['RLE', 'right-to-left embedding'],
  '\u202C': ['PDF', 'pop directional formatting'],
  '\u202D': ['LRO', 'left-to-right override'],
  '\u202E': ['RLO', 'right-to-left override'],
  '\u202F': ['⍽', 'narrow no-break space'],
  '\u2060': ['WJ', 'word joiner'],
  '\u2066': ['LRI', 'left-to-right isolate'],
  '\u2067': ['RLI', 'right-to-left isolate'],
  '\u2068': ['FSI', 'first strong isolate'],
  '\u2069': ['PDI', 'pop directional isolate'],
  '\uFEFF': ['BOM', 'byte order mark'],
  '\r': ['CR', 'carriage return'],
};

/**
 * Cuts a text at each character that people do not see. Joined, the pieces are the text.
 *
 * A joiner inside an emoji, and a variation selector behind a character, are part of what is seen, and stay where they are.
 */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let seen = 0;
  const show = (end: number): void => {
    if (end > seen) found.push({ text: text.slice(seen, end), sign: null, title: '' });
  };
  for (const { 0: character, index } of text.matchAll(HIDDEN)) {
    if (isPartOfPicture(text, index, character)) continue;
    show(index);
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    const [sign, name] = KNOWN[character] ?? [code, ''];
    found.push({ text: character, sign, title: name === '' ? code : `${code} ${name}` });
    seen = index + character.length;
  }
  show(text.length);
  return found;
}

const PICTURE_BEFORE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]$/u;

function isPartOfPicture(text: string, index: number, character: string): boolean {
  if (character !== '\u200D' && !/[\uFE0E\uFE0F]/.test(character)) return false;
  return PICTURE_BEFORE.test(text.slice(Math.max(0, index - 2), index));
}
