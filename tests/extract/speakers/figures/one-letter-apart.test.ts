import fc from 'fast-check';
import { isOneLetterApart } from '../../../../src/extract/speakers/figures/one-letter-apart.ts';

describe('isOneLetterApart', () => {
  it.each([
    ['a letter changed', 'matsegora', 'matsegara', true],
    ['a letter left out', 'matsegora', 'matsegra', true],
    ['neighbours swapped', 'matsegora', 'matsegroa', true],
    ['letters swapped around one', 'matsegora', 'matseroga', true],
    ['two letters changed', 'matsegora', 'matsicora', false],
    ['short words', 'lee', 'loe', false],
    ['equal words', 'matsegora', 'matsegora', false],
    ['two letters more', 'matsegora', 'matsegorova', false],
  ])('%s', (_, a, b, expected) => {
    expect(isOneLetterApart(a, b)).toBe(expected);
  });

  it('is the same both ways', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 5, maxLength: 9 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(isOneLetterApart(a, b)).toBe(isOneLetterApart(b, a));
      }),
    );
  });
});
