import fc from 'fast-check';
import { slugOf } from '../../src/domain/slug.ts';

describe('slugOf', () => {
  it.each([
    ['a title', 'North Korea Inches Closer', 'north-korea-inches-closer'],
    ['punctuation between words', 'Bridge, closed: why?', 'bridge-closed-why'],
    ['an apostrophe, which joins', "Lom’s mayor doesn't know", 'loms-mayor-doesnt-know'],
    ['accents', 'Café São Tomé', 'cafe-sao-tome'],
    ['an accent in two characters', 'Cafe\u0301s', 'cafes'],
    ['digits', '100,000 volunteers', '100-000-volunteers'],
    ['what is a slug already', 'a-slug-2', 'a-slug-2'],
    ['letters of another script among others', 'Kim 김정은 Jong Un', 'kim-jong-un'],
    ['nothing but another script', '김정은', 'untitled'],
    ['no words', ' – ', 'untitled'],
    ['nothing at all', '', 'untitled'],
    ['twelve words', 'a b c d e f g h i j k l', 'a-b-c-d-e-f-g-h-i-j-k-l'],
    ['thirteen words, of which twelve are kept', 'a b c d e f g h i j k l m', 'a-b-c-d-e-f-g-h-i-j-k-l'],
    ['a hundred letters', 'a'.repeat(100), 'a'.repeat(100)],
    ['a word that is too long, which is cut', 'a'.repeat(101), 'a'.repeat(100)],
    ['a cut between words, which leaves no hyphen', `${'a'.repeat(99)} b`, 'a'.repeat(99)],
  ])('makes one of %s', (_, words, slug) => {
    expect(slugOf(words)).toBe(slug);
  });

  it('makes of whatever is given a slug that stays what it is', () => {
    const units = ['a', 'B', '7', 'é', 'e\u0301', 'ﬁ', 'ß', 'İ', 'ǅ', '-', ' ', '’', '김', '😀', '\uD83D', '\0'];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...units), maxLength: 150 }), (words) => {
        const slug = slugOf(words);
        expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(slug.length).toBeLessThanOrEqual(100);
        expect(slugOf(slug)).toBe(slug);
      }),
    );
  });
});
