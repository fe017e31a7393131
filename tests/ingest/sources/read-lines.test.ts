import fc from 'fast-check';
import { readBytes } from '../../../src/ingest/sources/read-bytes.ts';
import { readLines } from '../../../src/ingest/sources/read-lines.ts';
import { refusal } from '../../support/refusal.ts';

/** Bytes that come in pieces. */
async function* coming(...pieces: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Promise.resolve(Buffer.from(piece));
}

async function linesOf(pieces: readonly string[], longest?: number): Promise<(string | null)[]> {
  const lines: (string | null)[] = [];
  for await (const { bytes, number } of readLines(coming(...pieces), longest)) {
    lines.push(bytes?.toString() ?? null);
    expect(number).toBe(lines.length);
  }
  return lines;
}

describe('readLines', () => {
  it.each([
    ['lines', ['a\nb\n'], ['a', 'b']],
    ['a last line without its end', ['a\nb'], ['a', 'b']],
    ['empty lines', ['\n\na\n'], ['', '', 'a']],
    ['lines in pieces', ['a', 'b\nc', '', 'd\n', 'e'], ['ab', 'cd', 'e']],
    ['CRLF, of which CR stays', ['a\r\nb'], ['a\r', 'b']],
    ['other line ends, which JSON may hold', ['a\u2028b\u0085\n'], ['a\u2028b\u0085']],
    ['a character cut in two', ['\xC3'], ['Ã']],
    ['nothing', [], []],
    ['nothing in a piece', [''], []],
  ])('gives %s', async (_, pieces, expected) => {
    expect(await linesOf(pieces)).toEqual(expected);
  });

  it.each([
    ['as long as may be', ['aaaa\nb'], ['aaaa', 'b']],
    ['longer', ['aaaaa\nb'], [null, 'b']],
    ['longer in pieces', ['aaa', 'aa', 'aaa', 'a\nb'], [null, 'b']],
    ['longer at the end', ['b\naaaaa'], ['b', null]],
  ])('leaves out a line that is %s, and goes on', async (_, pieces, expected) => {
    expect(await linesOf(pieces, 4)).toEqual(expected);
  });

  it('gives the same however the bytes come', async () => {
    const pieces = fc.array(fc.string({ unit: fc.constantFrom('a', '\n', 'é'), maxLength: 6 }));
    await fc.assert(
      fc.asyncProperty(pieces, async (all) => {
        expect(await linesOf(all, 5)).toEqual(await linesOf([all.join('')], 5));
      }),
    );
  });
});

describe('readBytes', () => {
  it('gives all that comes, as far as it may be so long', async () => {
    expect(String(await readBytes(coming('ab', '', 'cd'), 'a.txt', 4))).toBe('abcd');
    await expect(readBytes(coming('ab', 'cde'), 'a.txt', 4)).rejects.toThrow(refusal('a.txt is longer than 50 MB'));
  });

  it('stops as soon as more has come', async () => {
    let pieces = 0;
    async function* endless() {
      for (;;) {
        pieces++;
        yield Promise.resolve(Buffer.alloc(10));
      }
    }
    await expect(readBytes(endless(), 'a.txt', 25)).rejects.toThrow(refusal('a.txt is longer'));
    expect(pieces).toBe(3);
  });
});
