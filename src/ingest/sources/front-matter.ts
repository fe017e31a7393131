import { LineCounter, parseDocument } from 'yaml';
import { VerbatimError } from '../../domain/errors.ts';
import { isTooDeep } from '../yaml-depth.ts';
import { readDeclared, type CheckedDeclared } from './declared.ts';

/** What a file says of its article above the text, and the text. */
export interface WithFrontMatter {
  /** null when there is none. */
  readonly declared: CheckedDeclared | null;
  readonly body: string;
}

/** UTF-16 units; that of an article fills some lines. */
const LONGEST = 64 * 1024;
const OPENING = /^\uFEFF?---[ \t]*\r?\n/;
const CLOSING = /^---[ \t]*(?:\r?\n|(?![^]))/m;
/** Without any of these it is no front matter: a text may begin with a rule, and must not lose what stands below it. */
const KNOWN_KEY = /^["']?(?:title|url|language|lang|published|date|author|publisher|slug|id)["']?[ \t]*:/m;
/** What other programs call the same. */
const OTHER_NAMES = { language: 'lang', published: 'date' } as const;

/**
 * Takes YAML between two lines of three hyphens off the very beginning of a file. The rest is the text, character for character.
 * A byte order mark above it goes with it.
 *
 * @param place names the file in error messages
 * @throws VerbatimError BAD_USER_INPUT when it is no YAML, too long, or says what cannot be
 */
export function splitFrontMatter(content: string, place: string): WithFrontMatter {
  const opening = OPENING.exec(content)?.[0];
  if (opening === undefined) return { declared: null, body: content };
  const rest = content.slice(opening.length);
  const closing = CLOSING.exec(rest);
  if (closing === null) return { declared: null, body: content };
  const source = rest.slice(0, closing.index);
  if (!KNOWN_KEY.test(source)) return { declared: null, body: content };
  if (source.length > LONGEST) {
    throw new VerbatimError(
      'BAD_USER_INPUT',
      `${place}: what stands between the lines --- is longer than 64 KB. ${ADVICE}`,
    );
  }
  if (isTooDeep(source)) {
    throw new VerbatimError('BAD_USER_INPUT', `${place}: the front matter has too many lists in lists. ${ADVICE}`);
  }
  const written = keysOf(source, place);
  for (const [name, other] of Object.entries(OTHER_NAMES)) {
    if (!written.has(name) && written.has(other)) written.set(name, written.get(other));
  }
  return {
    declared: readDeclared(Object.fromEntries(written) as Record<string, unknown>, place),
    body: rest.slice(closing.index + closing[0].length),
  };
}

/** Words stay words: "2022" is no number, "no" no negation, and an asterisk refers to nothing. */
function keysOf(source: string, place: string): Map<unknown, unknown> {
  const lines = new LineCounter();
  try {
    // Of a key that is there twice the last one counts, as in JSON: looking for it takes time by the square of all keys.
    const options = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false } as const;
    const document = parseDocument(source, { ...options, lineCounter: lines });
    const [error] = document.errors;
    if (error !== undefined) {
      // The line of hyphens is the first one.
      const line = lines.linePos(error.pos[0]).line + 1;
      throw new VerbatimError(
        'BAD_USER_INPUT',
        `${place}:${String(line)}: this is no YAML: ${error.message} ${ADVICE}`,
      );
    }
    const content: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 0 });
    if (content instanceof Map) return content as Map<unknown, unknown>;
  } catch (error) {
    if (error instanceof VerbatimError) throw error;
    // Aliases.
    const detail = error instanceof Error ? error.message : String(error);
    throw new VerbatimError('BAD_USER_INPUT', `${place}: the front matter cannot be read: ${detail}. ${ADVICE}`, {
      cause: error,
    });
  }
  throw new VerbatimError('BAD_USER_INPUT', `${place}: the front matter is no list of keys and values. ${ADVICE}`);
}

const ADVICE = 'Write lines such as "title: Some words" there; if it belongs to the text, bring it as JSONL.';
