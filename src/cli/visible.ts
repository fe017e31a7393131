/** Characters that a terminal obeys or hides instead of showing them: controls, and what turns or hides writing. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** What lines are made of. */
const LAYOUT = new Set(['\n', '\t']);

/** Words of a text for a terminal: characters that it would obey or hide are written out, as <U+202E>. */
export const visible = (text: string): string =>
  text.replace(INVISIBLE, (character) =>
    LAYOUT.has(character)
      ? character
      : `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
  );

/**
 * A value as JSON, for programs and for people who look on: what a terminal would obey or hide is escaped, and parses to the same.
 *
 * @param indent spaces; 0 for all in one line
 */
export const visibleJson = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, indent).replace(INVISIBLE, (character) =>
    LAYOUT.has(character)
      ? character
      : Array.from(
          { length: character.length },
          (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
        ).join(''),
  );
