import fc from 'fast-check';
import { foldTypography } from '../../src/text/typography.ts';

describe('foldTypography', () => {
  it.each([
    ['curly, low and angle double marks', '“a” „b‟ «c»', '"a" "b" "c"'],
    ['curly single marks and apostrophes', '‘a’ it’s ‚b‛', "'a' it's 'b'"],
    ['every dash', 'a‐b‑c‒d–e—f―g', 'a-b-c-d-e-f-g'],
    ['every space', 'a\u00A0b\u2003c\u202Fd\u3000e\tf', 'a b c d e f'],
  ])('makes plain %s', (_, text, plain) => {
    expect(foldTypography(text)).toBe(plain);
  });

  it.each([
    ['letters and their case', 'Kim KIM kim é ß'],
    ['line ends', 'a\nb\r\nc'],
    ['digits that look like letters', '2o17 2017 O0'],
    ['characters without width', 'a\u200Bb\uFEFFc'],
    ['an ellipsis, which is three characters to a keyboard', 'a…b ...'],
    ['a minus sign, which is no dash', 'a−b'],
  ])('leaves %s as they are', (_, text) => {
    expect(foldTypography(text)).toBe(text);
  });

  it('moves no offset in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldTypography(text);
        expect(folded).toHaveLength(text.length);
        expect(foldTypography(folded)).toBe(folded);
      }),
    );
  });
});
