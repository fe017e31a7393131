import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { VerbatimError } from '../../domain/errors.ts';
import { attributionsIn } from '../../extract/attributions/find-attributions.ts';
import { visibleJson } from '../visible.ts';

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
  for await (const article of articlesOf(input, name)) {
    for (const part of answered(article)) if (!process.stdout.write(part)) await once(process.stdout, 'drain');
  }
}

interface Article {
  readonly id: unknown;
  readonly text: string;
}

/** So many UTF-16 code units or more are written at a time. */
const PART = 1 << 16;

/** What is found in an article as a line of JSON, in parts: that of a very long text is longer than the text. */
function* answered({ id, text }: Article): Generator<string> {
  let part = `{"id":${visibleJson(id)},"attributions":[`;
  let comma = '';
  for (const { source, cue, content } of attributionsIn(text)) {
    part += `${comma}${JSON.stringify({ source, cue, content })}`;
    comma = ',';
    if (part.length < PART) continue;
    yield part;
    part = '';
  }
  yield `${part}]}\n`;
}

/**
 * The articles of a stream of bytes, one a line; empty lines are none. Only LF ends a line: JSON may hold every other kind of
 * line end.
 */
async function* articlesOf(input: AsyncIterable<unknown>, name: string): AsyncGenerator<Article> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const LINE_END = 10;
  let number = 0;
  let begun: Uint8Array[] = [];
  // Nothing but the article is kept of a line.
  const take = (last: Uint8Array): Article[] => {
    const place = `${name}, line ${String(++number)}`;
    const bytes = Buffer.concat([...begun, last]);
    begun = [];
    let line: string;
    try {
      line = decoder.decode(bytes);
    } catch (cause) {
      throw new VerbatimError('BAD_USER_INPUT', `${place}: this is not UTF-8. Convert it first.`, { cause });
    }
    return line.trim() === '' ? [] : [articleOf(line, place)];
  };
  try {
    for await (const chunk of input) {
      const bytes = chunk as Uint8Array;
      let start = 0;
      for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
        yield* take(bytes.subarray(start, end));
        start = end + 1;
      }
      begun.push(bytes.subarray(start));
    }
  } catch (cause) {
    throw readingError(cause, name);
  }
  yield* take(new Uint8Array());
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

function articleOf(line: string, place: string): Article {
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
