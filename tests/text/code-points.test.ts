import fc from 'fast-check';
import { CodePoints } from '../../src/text/code-points.ts';

describe('CodePoints', () => {
  it('counts a character above U+FFFF as one', () => {
    const text = new CodePoints('a😀b');
    expect(text.length).toBe(3);
    expect(text.slice(1, 2)).toBe('😀');
    expect(text.toUtf16(2)).toBe(3);
    expect(text.fromUtf16(3)).toBe(2);
  });

  it('agrees with iteration by code points, for any text and place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(60), fc.nat(60), (text, a, b) => {
        const characters = [...text];
        const [start, end] = [Math.min(a, b, characters.length), Math.min(Math.max(a, b), characters.length)];
        const index = new CodePoints(text);
        expect(index.length).toBe(characters.length);
        expect(index.slice(start, end)).toBe(characters.slice(start, end).join(''));
        expect(index.toUtf16(start)).toBe(characters.slice(0, start).join('').length);
        expect(index.fromUtf16(index.toUtf16(start))).toBe(start);
      }),
      { numRuns: 2_000 },
    );
  });
});
