import { decodeHtml } from '../../../../src/ingest/sources/html/decode-html.ts';
import { refusal } from '../../../support/refusal.ts';

const bytes = (...parts: (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.of(part))));
const decode = (...parts: (string | number)[]) => decodeHtml(bytes(...parts), 'a.html');

describe('decodeHtml', () => {
  it.each([
    ['UTF-8 that is not declared', ['<p>“é”'], '<p>“é”'],
    ['UTF-8 that is declared', ['<meta charset="utf-8">é'], '<meta charset="utf-8">é'],
    [
      'a byte order mark, which counts before what is declared',
      ['\uFEFF<meta charset=latin1>é'],
      '\uFEFF<meta charset=latin1>é',
    ],
    ['windows-1252', ['<meta charset=windows-1252>', 0x93, 0xe9, 0x94, 0x80], '<meta charset=windows-1252>“é”€'],
    [
      'latin1, which browsers take for windows-1252',
      ["<META CharSet='ISO-8859-1'>", 0x92],
      "<META CharSet='ISO-8859-1'>’",
    ],
    ['windows-1251', ['<meta charset=windows-1251>', 0xcf], '<meta charset=windows-1251>П'],
    [
      'the old way to declare it',
      ['<meta http-equiv="Content-Type" content="text/html; charset=shift_jis">', 0x82, 0xa0],
      '<meta http-equiv="Content-Type" content="text/html; charset=shift_jis">あ',
    ],
    ['UTF-16 that is declared and cannot be', ['<meta charset=utf-16>é'], '<meta charset=utf-16>é'],
    ['a declaration in a comment', ['<!-- <meta charset=latin1> -->é'], '<!-- <meta charset=latin1> -->é'],
    ['words that are no declaration', ['<p>charset=latin1</p>é'], '<p>charset=latin1</p>é'],
    ['UTF-16 by its mark, little end first', [0xff, 0xfe, 'a', 0, 0x1c, 0x20], 'a“'],
    ['UTF-16 by its mark, big end first', [0xfe, 0xff, 0, 'a', 0x20, 0x1c], 'a“'],
    ['nothing', [], ''],
  ])('reads %s', (_, parts, text) => {
    expect(decode(...parts)).toBe(text);
  });

  it.each([
    ['what is not UTF-8 and declares nothing', ['caf', 0xe9], 'a.html is not UTF-8: byte 3 (0xe9)'],
    ['what is not UTF-8 as it declares', ['<meta charset=utf8>', 0xe9], 'a.html is not UTF-8: byte 19 (0xe9)'],
    [
      'an encoding that nobody knows',
      ['<meta charset=klingon>'],
      'a.html declares the encoding "klingon", which is not known',
    ],
    [
      'half a character',
      ['<meta charset=shift_jis>', 0x82],
      'a.html is not in the encoding that it declares, shift_jis',
    ],
    ['half of UTF-16', [0xff, 0xfe, 'a'], 'a.html is not in the encoding that it declares, utf-16le'],
  ])('refuses %s', (_, parts, message) => {
    expect(() => decode(...parts)).toThrow(refusal(message));
  });
});
