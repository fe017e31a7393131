import { VerbatimError } from '../domain/errors.ts';
import { CodePoints } from './code-points.ts';
import { lineAndColumn } from './lines.ts';

const UNSTORABLE = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * Refuses text that a store could not give back unchanged: PostgreSQL rejects U+0000, and what is encoded in place of a
 * lone surrogate is U+FFFD, other words than were given.
 *
 * @param what names the text in the error message: "seeds/corpus/a.txt", "the search words"
 * @throws VerbatimError BAD_USER_INPUT with line, column and code point offset of the first such character
 */
export function assertStorable(text: string, what: string): void {
  if (text.isWellFormed() && !text.includes('\0')) return;
  const at = text.search(UNSTORABLE);
  const { line, column } = lineAndColumn(text, at);
  const name = text[at] === '\0' ? 'U+0000' : `a lone surrogate, U+${text.charCodeAt(at).toString(16).toUpperCase()}`;
  const offset = new CodePoints(text.slice(0, at)).length;
  throw new VerbatimError(
    'BAD_USER_INPUT',
    `${what} holds ${name} at line ${String(line)}, column ${String(column)} (code point ${String(offset)}). ` +
      'Text is kept exactly as given, and this character cannot be: remove it at its source.',
  );
}
