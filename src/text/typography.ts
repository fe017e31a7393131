/** Characters that readers and keyboards treat as one, each one UTF-16 unit wide, so that folding keeps all offsets. */
const FOLDS: readonly (readonly [characters: RegExp, plain: string])[] = [
  [/[“”„‟«»]/g, '"'],
  [/[‘’‚‛]/g, "'"],
  [/[‐‑‒–—―]/g, '-'],
  [/[\u00A0\u2000-\u200A\u202F\u205F\u3000\t]/g, ' '],
];

/**
 * The text with typographic marks made plain, character for character: curly to straight quotation marks, any dash to a
 * hyphen, any space to a space. For *finding* words only: what is found is then read from the text itself.
 */
export function foldTypography(text: string): string {
  return FOLDS.reduce((folded, [characters, plain]) => folded.replace(characters, plain), text);
}
