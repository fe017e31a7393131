import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { visible } from './visible.ts';

/** Prints what comes. A terminal obeys some characters: there, they are shown instead. */
export async function printStream(chunks: AsyncIterable<string>): Promise<void> {
  const { stdout } = process;
  const shown = stdout.isTTY ? Readable.from(chunks).map(visible) : Readable.from(chunks);
  await pipeline(shown, stdout, { end: false });
}
