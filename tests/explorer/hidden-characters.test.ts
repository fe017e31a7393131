import fc from 'fast-check';
import { pieces } from '../../explorer/src/text/hidden-characters.ts';

/** The text with a sign in brackets for each hidden character. */
const shown = (text: string): string =>
  pieces(text)
    .map((piece) => (piece.sign === null ? piece.text : `[${piece.sign}]`))
    .join('');

describe('pieces', () => {
  it.each([
    ['plain words', 'Kim said: “No.”', 'Kim said: “No.”'],
    ['line ends and tabs, which lines show', 'a\nb\tc', 'a\nb\tc'],
    ['a no-break space', 'a\u00A0b', 'a[⍽]b'],
    ['a zero width space', 'for\u200Bged', 'for[ZWSP]ged'],
    ['a soft hyphen', 'co\u00ADoperate', 'co[SHY]operate'],
    ['writing that is turned around', 'a\u202Egpj.exe\u202C', 'a[RLO]gpj.exe[PDF]'],
    ['isolates', '\u2067abc\u2069', '[RLI]abc[PDI]'],
    ['a byte order mark', '\uFEFFTitle', '[BOM]Title'],
    ['a carriage return', 'a\rb', 'a[CR]b'],
    ['a control character', 'a\u0007b', 'a[U+0007]b'],
    ['a line separator', 'a\u2028b', 'a[U+2028]b'],
    ['a tag, which stands above U+FFFF', 'a\u{E0041}b', 'a[U+E0041]b'],
    ['a blank that is a letter', 'a\u3164b', 'a[U+3164]b'],
    ['a wide space', 'a\u3000b', 'a[U+3000]b'],
    ['an emoji with joiners', '👩\u200D👩\u200D👧 here', '👩\u200D👩\u200D👧 here'],
    ['a heart in colour', '❤\uFE0F', '❤\uFE0F'],
    ['a joiner between letters', 'a\u200Db', 'a[ZWJ]b'],
    ['a selector behind a letter', 'a\uFE0F', 'a[U+FE0F]'],
    ['combining marks, which are seen', 'Z\u0351\u034Balgo', 'Z\u0351\u034Balgo'],
    ['Arabic and Hebrew', 'قال אמר', 'قال אמר'],
    ['nothing', '', ''],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('tell the character and its name', () => {
    expect(pieces('\u202E')).toEqual([{ text: '\u202E', sign: 'RLO', title: 'U+202E right-to-left override' }]);
  });

  it('joined are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          pieces(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
