import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { VerbatimError } from '../domain/errors.ts';

/** The first bytes of what gzip has packed (RFC 1952, section 2.3.1). */
const PACKED = Buffer.from([0x1f, 0x8b]);

/**
 * Bytes as they were before gzip, where it has packed them, and else as they come.
 *
 * @param open called once somebody reads
 * @throws VerbatimError BAD_USER_INPUT when they cannot be read or unpacked
 */
export async function* plainBytes(open: () => Readable): AsyncGenerator<Buffer> {
  const stream = open();
  try {
    const reader = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
    const first = await reader.next();
    if (first.done === true) return;
    const all = (async function* () {
      yield first.value;
      yield* { [Symbol.asyncIterator]: () => reader };
    })();
    yield* first.value.subarray(0, PACKED.length).equals(PACKED) ? unpacked(all) : all;
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    throw new VerbatimError('BAD_USER_INPUT', `What is to be read cannot be: ${cause.message}.`, { cause });
  } finally {
    stream.destroy();
  }
}

function unpacked(bytes: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const gunzip = createGunzip();
  // What goes wrong reaches who reads.
  pipeline(Readable.from(bytes), gunzip).catch(() => undefined);
  return gunzip as AsyncIterable<Buffer>;
}
