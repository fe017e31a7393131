/** UTF-16 units of a chunk, at least: what a write is worth. */
const CHUNK = 65_536;

/** Joins pieces of text, so that not each of them is a write of its own. */
export async function* inChunks(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = '';
  for await (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
