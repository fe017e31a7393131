import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { readText } from '../../src/ingest/read-text.ts';
import { withFolder } from '../support/seed-folder.ts';

const read = (bytes: Uint8Array | string) =>
  withFolder({ 'a.txt': bytes }, (folder) => readText(join(folder, 'a.txt'), 'corpus/a.txt'));

const bytes = (...parts: (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.of(part))));

const refusal = (message: string) =>
  expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringContaining(message) as string }) as Error;

describe('readText', () => {
  it.each([
    ['a byte order mark', '\uFEFFA text.'],
    ['CRLF', 'one\r\ntwo\r\n'],
    ['white space at both ends', '\n a \n\n'],
    ['letters of another normal form', 'e\u0301 é'],
    ['invisible characters', 'a\u200Bb\u202Ec\u00A0d'],
    ['a replacement character that stands in the file', 'a\uFFFDb'],
    ['no text at all', ''],
  ])('keeps %s', async (_, text) => {
    expect(await read(text)).toBe(text);
  });

  it.each([
    ['Latin-1', bytes('caf', 0xe9, ' one'), 'byte 3 (0xe9)'],
    ['UTF-16 with its mark', bytes(0xff, 0xfe, 'a', 0), 'byte 0 (0xff)'],
    ['a character that is cut off at the end', bytes('aé', 0xf0, 0x9f, 0x98), 'byte 3 (0xf0)'],
    ['a cut-off character that begins as U+FFFD does', bytes('ab', 0xef, 0xbf), 'byte 2 (0xef)'],
    ['a broken one that begins as U+FFFD does', bytes('ab', 0xef, 0xbf, 'c'), 'byte 2 (0xef)'],
    ['a wrong byte behind a real U+FFFD', bytes('a\uFFFDb', 0x80), 'byte 5 (0x80)'],
    ['a character written too long', bytes(0xc0, 0xaf), 'byte 0 (0xc0)'],
    ['a surrogate written as if it were a character', bytes('a', 0xed, 0xa0, 0x80), 'byte 1 (0xed)'],
  ])('refuses %s, and names the byte', async (_, content, expected) => {
    await expect(read(content)).rejects.toThrow(refusal(`corpus/a.txt is not UTF-8: ${expected} begins no valid`));
  });

  it('refuses U+0000, and says where', async () => {
    await expect(read('one\ntw\0o')).rejects.toThrow(refusal('corpus/a.txt holds U+0000 at line 2, column 3'));
  });

  it('says that a file is missing, or is a folder', async () => {
    await withFolder({ 'corpus/a.txt': '' }, async (folder) => {
      const missing = readText(join(folder, 'corpus/b.txt'), 'corpus/b.txt');
      await expect(missing).rejects.toThrow(refusal('corpus/b.txt cannot be read: there is no such file.'));
      const folderItself = readText(join(folder, 'corpus'), 'corpus');
      await expect(folderItself).rejects.toThrow(refusal('corpus cannot be read: it is a folder.'));
    });
  });

  it('gives back the very bytes of whatever it accepts', async () => {
    await withFolder({}, async (folder) => {
      const contents = fc.oneof(fc.uint8Array({ maxLength: 12 }), fc.string({ unit: 'grapheme' }).map(bytes));
      await fc.assert(
        fc.asyncProperty(contents, async (content) => {
          await writeFile(join(folder, 'a.txt'), content);
          const text = await readText(join(folder, 'a.txt'), 'a.txt').catch(() => null);
          if (text !== null) expect(Buffer.from(text, 'utf8')).toEqual(Buffer.from(content));
        }),
        { numRuns: 300 },
      );
    });
  });
});
