import { LONGEST_SOURCE, tooLong } from './limits.ts';

/** Bytes as they come from a file or from standard input. */
export type ByteStream = AsyncIterable<Uint8Array>;

/**
 * Everything that comes, as far as it is no longer than a source may be.
 *
 * @param place names it in the error message
 * @param refuse the error for more than may be
 * @throws VerbatimError BAD_USER_INPUT as soon as more has come
 */
export async function readBytes(
  stream: ByteStream,
  place: string,
  longest = LONGEST_SOURCE,
  refuse: (place: string) => Error = tooLong,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > longest) throw refuse(place);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
