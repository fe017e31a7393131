import fc from 'fast-check';
import { typographicDifferences } from '../../src/compare/typographic-differences.ts';

/** The differences, one a piece: KIND left|right. */
const shown = (left: string, right: string): string[] | null =>
  typographicDifferences(left, right)?.map((one) => `${one.kind} ${one.left}|${one.right}`) ?? null;

/** What is left of a text without all that is typography. */
const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
    .toLowerCase();

describe('typographicDifferences', () => {
  it.each([
    ['nothing', 'the old boats', 'the old boats', []],
    ['case', 'the Old boats', 'the old boats', ['CASE O|o']],
    ['an apostrophe', 'they won’t', "they won't", ["QUOTATION_MARKS ’|'"]],
    ['quotation marks', 'the “old” boats', 'the "old" boats', ['QUOTATION_MARKS  “| "', 'QUOTATION_MARKS ” |" ']],
    ['angle marks', '«old» boats', '“old” boats', ['QUOTATION_MARKS «|“', 'QUOTATION_MARKS » |” ']],
    ['a dash for another', 'old – or new', 'old — or new', ['DASHES  – | — ']],
    ['a dash for a hyphen with spaces', 'old—or new', 'old - or new', ['DASHES —| - ']],
    ['a hyphen left out', 'co-operate', 'cooperate', ['DASHES -|']],
    ['a hyphen for a space', 'old-fashioned', 'old fashioned', ['DASHES -| ']],
    ['a no-break space', 'old\u00A0boats', 'old boats', ['SPACES \u00A0| ']],
    ['two spaces for one', 'old  boats', 'old boats', ['SPACES   | ']],
    ['a line end for a space', 'old\nboats', 'old boats', ['SPACES \n| ']],
    ['words written in one', 'any one', 'anyone', ['SPACES  |']],
    ['a comma left out', 'old, wet boats', 'old wet boats', ['PUNCTUATION , | ']],
    ['a full stop for a comma at the end', 'old boats,', 'old boats.', ['PUNCTUATION ,|.']],
    ['a mark for none', 'old boats', 'old boats!', ['PUNCTUATION |!']],
    ['a bracket and its letter', '[T]he boats', 'the boats', ['PUNCTUATION [|', 'CASE T|t', 'PUNCTUATION ]|']],
    ['a ligature', 'ﬁne oﬃce', 'fine office', ['CHARACTERS ﬁ|fi', 'CHARACTERS ﬃ|ffi']],
    ['full-width letters', 'Ｏld', 'Old', ['CHARACTERS Ｏ|O']],
    ['an accent composed otherwise', 'cafe\u0301', 'café', ['CHARACTERS e\u0301|é']],
    ['the same difference twice, which is one', 'won’t, can’t', "won't, can't", ["QUOTATION_MARKS ’|'"]],
    [
      'differences of several kinds',
      'The “old” boats',
      'the old boats',
      ['CASE T|t', 'PUNCTUATION  “| ', 'PUNCTUATION ” | '],
    ],
    ['marks only', '“…”', '--', ['PUNCTUATION “…”|--']],
  ])('names %s', (_, left, right, expected) => {
    expect(shown(left, right)).toEqual(expected);
  });

  it.each([
    ['a word is another', 'old boats', 'old ships'],
    ['a letter is missing', 'old boats', 'old boat'],
    ['a letter is missing at the beginning', 'told', 'old'],
    ['an accent is missing', 'café', 'cafe'],
    ['a digit is another', 'in 2016', 'in 2017'],
    ['a number is written out', '3 boats', 'three boats'],
    ['a short form is written out', 'they won’t', 'they will not'],
    ['letters are exchanged', 'form', 'from'],
    ['a ligature is of another pair', 'ﬁne', 'flne'],
    ['one side has nothing', '', 'old'],
    ['one side has marks only', '–', 'old'],
    ['a letter of another script only looks the same', 'оld', 'old'],
  ])('is more than typography where %s', (_, left, right) => {
    expect(shown(left, right)).toBeNull();
    expect(shown(right, left)).toBeNull();
  });

  const pieces = fc
    .array(
      fc.constantFrom(
        'We',
        'we',
        'won’t',
        "won't",
        ' ',
        ' ',
        '\u00A0',
        '-',
        '—',
        '“',
        '"',
        'ﬁ',
        'fi',
        '1',
        '１',
        'é',
        'e\u0301',
        '\u0301',
        'אמת',
        '👩‍👩‍👧',
        '\n',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));
  const anything = fc.oneof(
    pieces,
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );

  it('is null exactly where the letters differ, whatever stands between them', () => {
    const plain = fc.string({
      unit: fc.constantFrom('a', 'B', 'b', 'é', '3', ' ', ',', '“', '’', '.', '!', '\u00A0'),
      maxLength: 6,
    });
    fc.assert(
      fc.property(plain, plain, (left, right) => {
        expect(typographicDifferences(left, right) === null).toBe(letters(left) !== letters(right));
      }),
      { numRuns: 3_000 },
    );
  });

  it('is never null for marks put between the same words', () => {
    const words = fc.array(fc.constantFrom('old', 'boats', 'won', '１０', 'ﬁne', 'café', 'אמת', 'Ostrevik'), {
      maxLength: 8,
    });
    const marks = fc.array(fc.constantFrom(' ', '', ', ', ' – ', '“', '…', '\u00A0', ' 🙂 '), {
      minLength: 9,
      maxLength: 9,
    });
    const joined = (parts: string[], between: string[]) =>
      parts.map((part, index) => `${between[index] ?? ''}${part}`).join('');
    fc.assert(
      fc.property(words, marks, marks, (parts, some, others) => {
        const [left, right] = [joined(parts, some), joined(parts, others)];
        expect(typographicDifferences(left, right)).not.toBeNull();
        expect(typographicDifferences(left, right.toUpperCase())).not.toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  it('is the same from both sides, exchanged, and nothing of a text with itself', () => {
    fc.assert(
      fc.property(anything, anything, (left, right) => {
        const [there, back] = [typographicDifferences(left, right), typographicDifferences(right, left)];
        expect(back?.map((one) => ({ ...one, left: one.right, right: one.left })) ?? null).toEqual(there);
        expect(typographicDifferences(left, left)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('names each difference once, with text of both sides that differs', () => {
    fc.assert(
      fc.property(pieces, pieces, (left, right) => {
        const found = typographicDifferences(left, right) ?? [];
        expect(new Set(found.map((one) => JSON.stringify(one))).size).toBe(found.length);
        for (const one of found) {
          expect(left).toContain(one.left);
          expect(right).toContain(one.right);
          expect(one.left).not.toBe(one.right);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
