import fc from 'fast-check';
import { assertStorable } from '../../src/text/storable.ts';

describe('assertStorable', () => {
  it.each([
    ['nothing at all', ''],
    ['a byte order mark', '\uFEFFA text.'],
    ['CRLF', 'one\r\ntwo'],
    ['no-break, zero-width and bidi characters', 'a\u00A0b\u200Bc\u202Ed\u2066e'],
    ['characters above U+FFFF', '😀 𝒜'],
    ['the replacement character itself', 'a\uFFFDb'],
    ['control characters other than U+0000', 'a\u0001\u0007b'],
    ['U+FFFF, which is no character and yet can be kept', '\uFFFF'],
  ])('lets through %s', (_, text) => {
    expect(() => {
      assertStorable(text, 'the text');
    }).not.toThrow();
  });

  it.each([
    ['U+0000', 'one\ntw\0o', 'holds U+0000 at line 2, column 3 (code point 6)'],
    ['a high surrogate alone', 'ab\uD83D', 'holds a lone surrogate, U+D83D at line 1, column 3 (code point 2)'],
    ['a low surrogate alone', '\uDE00ab', 'holds a lone surrogate, U+DE00 at line 1, column 1 (code point 0)'],
    ['two surrogates the wrong way round', 'a\uDE00\uD83D', 'holds a lone surrogate, U+DE00 at line 1, column 2'],
    ['a high surrogate before a pair', '\uD83D😀', 'holds a lone surrogate, U+D83D at line 1, column 1'],
    [
      'U+0000 behind an emoji: columns count as editors do, offsets as code points',
      '😀\0',
      'holds U+0000 at line 1, column 3 (code point 1)',
    ],
    ['the first of several', 'a\0b\uD83D', 'holds U+0000 at line 1, column 2'],
  ])('refuses %s, and says where', (_, text, expected) => {
    const refusal = { code: 'BAD_USER_INPUT', message: expect.stringContaining(`corpus/a.txt ${expected}`) as string };
    expect(() => {
      assertStorable(text, 'corpus/a.txt');
    }).toThrow(expect.objectContaining(refusal) as Error);
  });

  it('refuses exactly what UTF-8 and PostgreSQL would not give back', () => {
    const units = fc.array(fc.constantFrom('a', '\n', '\0', '\uD83D', '\uDE00', '😀', '\uFEFF'), { maxLength: 8 });
    fc.assert(
      fc.property(units, (parts) => {
        const text = parts.join('');
        const comesBack = Buffer.from(text, 'utf8').toString('utf8') === text && !text.includes('\0');
        const check = () => {
          assertStorable(text, 'the text');
        };
        if (comesBack) expect(check).not.toThrow();
        else expect(check).toThrow();
      }),
      { numRuns: 1_000 },
    );
  });
});
