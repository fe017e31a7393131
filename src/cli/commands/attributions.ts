import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { VerbatimError } from '../../domain/errors.ts';
import type { FoundAttribution } from '../../extract/attributions/attribution.ts';
import { findAttributions } from '../../extract/attributions/find-attributions.ts';

const STANDARD_INPUT = '-';

/**
 * `verbatim attributions`: who is said to say what, in articles of a file or of standard input. Reads lines {id, text} and writes
 * lines {id, attributions: [{source, cue, content}]} in the same order, spans half-open in UTF-16 units; it reads no faster than
 * what it writes is taken, and keeps one article at a time.
 *
 * @throws VerbatimError BAD_USER_INPUT with the line that is no article; what was found before it stays written
 */
export async function attributionsCommand(file: string): Promise<void> {
  const name = file === STANDARD_INPUT ? 'standard input' : file;
  const input = file === STANDARD_INPUT ? process.stdin : createReadStream(file);
  // Who reads only the beginning, as "head" does, is done and not wrong.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    input.destroy();
    process.exit();
  });
  for await (const { line, number } of linesOf(input, name)) {
    if (line.trim() === '') continue;
    const { id, text } = articleOf(line, `${name}, line ${String(number)}`);
    const attributions = findAttributions(text).map(withoutEvidence);
    if (!process.stdout.write(`${JSON.stringify({ id, attributions })}\n`)) await once(process.stdout, 'drain');
  }
}

/** The lines of a stream of bytes, numbered from 1. Only LF ends a line: JSON may hold every other kind of line end. */
async function* linesOf(
  input: AsyncIterable<unknown>,
  name: string,
): AsyncGenerator<{ readonly line: string; readonly number: number }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const LINE_END = 10;
  let number = 0;
  let begun: Uint8Array[] = [];
  const take = (last: Uint8Array) => {
    number++;
    const bytes = Buffer.concat([...begun, last]);
    begun = [];
    try {
      return { line: decoder.decode(bytes), number };
    } catch (cause) {
      const place = `${name}, line ${String(number)}`;
      throw new VerbatimError('BAD_USER_INPUT', `${place}: this is not UTF-8. Convert it first.`, { cause });
    }
  };
  try {
    for await (const chunk of input) {
      const bytes = chunk as Uint8Array;
      let start = 0;
      for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
        yield take(bytes.subarray(start, end));
        start = end + 1;
      }
      begun.push(bytes.subarray(start));
    }
  } catch (cause) {
    throw readingError(cause, name);
  }
  yield take(new Uint8Array());
}

/** What is wrong with the file itself, told to people. */
function readingError(cause: unknown, name: string): unknown {
  if (!(cause instanceof Error) || !('code' in cause)) return cause;
  if (cause.code === 'ENOENT') {
    return new VerbatimError('BAD_USER_INPUT', `There is no file ${name}. Name one, or "-" for standard input.`, {
      cause,
    });
  }
  if (cause.code !== 'EISDIR' && cause.code !== 'EACCES') return cause;
  return new VerbatimError('BAD_USER_INPUT', `${name} cannot be read (${cause.code}). Name a file of lines.`, {
    cause,
  });
}

const withoutEvidence = ({ source, cue, content }: FoundAttribution) => ({ source, cue, content });

function articleOf(line: string, place: string): { readonly id: unknown; readonly text: string } {
  let article: unknown;
  try {
    article = JSON.parse(line);
  } catch (cause) {
    const detail = cause instanceof Error ? ` (${cause.message})` : '';
    throw new VerbatimError('BAD_USER_INPUT', `${place}: this is not JSON${detail}. ${WANTED}`, { cause });
  }
  if (typeof article !== 'object' || article === null || !('id' in article) || !('text' in article)) {
    throw new VerbatimError('BAD_USER_INPUT', `${place}: there is no "id" or no "text". ${WANTED}`);
  }
  if (typeof article.text !== 'string') {
    throw new VerbatimError('BAD_USER_INPUT', `${place}: "text" is not a string. ${WANTED}`);
  }
  return { id: article.id, text: article.text };
}

const WANTED = 'Write each article on a line of its own, as {"id": "…", "text": "…"}.';
