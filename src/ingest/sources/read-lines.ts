import { LONGEST_SOURCE } from './limits.ts';
import type { ByteStream } from './read-bytes.ts';

/** A line without its LF. */
export interface Line {
  /** null for one that is longer than may be. */
  readonly bytes: Buffer | null;
  /** From 1. */
  readonly number: number;
}

const LINE_END = 10;

/**
 * The lines of what comes, one at a time. Only LF ends a line: JSON may hold every other kind of line end. Of a line that is
 * longer than may be nothing is kept, and the next ones are read.
 *
 * @param longest bytes of a line
 */
export async function* readLines(stream: ByteStream, longest = LONGEST_SOURCE): AsyncGenerator<Line> {
  let number = 0;
  let begun: Uint8Array[] = [];
  let length = 0;
  const take = (part: Uint8Array): void => {
    length += part.length;
    if (length > longest) begun = [];
    else begun.push(part);
  };
  const end = (): Line => {
    number++;
    const line = { bytes: length > longest ? null : Buffer.concat(begun), number };
    begun = [];
    length = 0;
    return line;
  };
  for await (const chunk of stream) {
    let start = 0;
    for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, start)) {
      take(chunk.subarray(start, at));
      yield end();
      start = at + 1;
    }
    take(chunk.subarray(start));
  }
  if (length > 0) yield end();
}
