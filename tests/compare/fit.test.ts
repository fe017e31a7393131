import fc from 'fast-check';
import { fit } from '../../src/compare/fit.ts';
import { tokenize } from '../../src/text/words.ts';

/** What of the asked words fits where into a passage. */
function fitted(asked: string, passage: string): [asked: string, passage: string] | null {
  const [words, tokens] = [tokenize(asked), tokenize(passage)];
  const found = fit(words, tokens);
  if (!found) return null;
  return [
    asked.slice(words[found.askedStart]?.start, words[found.askedEnd - 1]?.end),
    passage.slice(tokens[found.start]?.start, tokens[found.end - 1]?.end),
  ];
}

describe('fit', () => {
  it.each([
    ['words inside others', 'old boats leave', 'The old boats leave at noon', 'old boats leave', 'old boats leave'],
    [
      'words that stand twice, where more of them do',
      'old boats leave',
      'old men and old boats leave',
      'old boats leave',
      'old boats leave',
    ],
    [
      'a word exchanged inside',
      'old boats never leave',
      'Those old ships never leave',
      'old boats never leave',
      'old ships never leave',
    ],
    [
      'words at the edges that are others',
      'wet old boats leave soon',
      'two old boats leave now',
      'old boats leave',
      'old boats leave',
    ],
    [
      'words left out inside',
      'old boats leave',
      'The old and wet boats leave',
      'old boats leave',
      'old and wet boats leave',
    ],
    ['a common word next to the rest', 'of the boats', 'half of the boats', 'of the boats', 'of the boats'],
    [
      'a common word far away, which is not worth it',
      'of the boats',
      'half of what he and she saw were boats',
      'boats',
      'boats',
    ],
    [
      'a word far away that means something, which is',
      'harbour boats',
      'harbour men saw two boats',
      'harbour boats',
      'harbour men saw two boats',
    ],
    [
      'an ellipsis, which reaches far',
      'harbour … boats',
      'harbour one two three four five six seven eight nine ten eleven twelve thirteen boats',
      'harbour … boats',
      'harbour one two three four five six seven eight nine ten eleven twelve thirteen boats',
    ],
    [
      'the same words without one, which do not',
      'harbour boats',
      'harbour one two three four five six seven eight nine ten eleven twelve thirteen boats',
      'harbour',
      'harbour',
    ],
    [
      'an editor’s words, which cost nothing',
      'old [and rather wet, they say] boats',
      'old boats',
      'old [and rather wet, they say] boats',
      'old boats',
    ],
    ['case and typography, which make no difference', 'OLD “boats”', '‘old’ boats', 'OLD “boats', 'old’ boats'],
  ])('finds the place of %s', (_, asked, passage, askedWords, words) => {
    expect(fitted(asked, passage)).toEqual([askedWords, words]);
  });

  it.each([
    ['no word is common', 'wet ropes', 'old boats'],
    ['only marks are', '… “–”', 'old … “boats”'],
    ['an editor put in the only one', '[boats]', 'boats'],
    ['nothing is asked', '', 'old boats'],
    ['there is no passage', 'old boats', ''],
  ])('finds none where %s', (_, asked, passage) => {
    expect(fitted(asked, passage)).toBeNull();
  });

  const text = fc
    .array(fc.constantFrom('the', 'boats', 'old', 'of', 'rope', '…', '[boats]', '10', 'אמת', '🙂'), { maxLength: 14 })
    .map((parts) => parts.join(' '));

  it('lies within both sides, and begins and ends with words that are equal', () => {
    fc.assert(
      fc.property(text, text, (asked, passage) => {
        const [words, tokens] = [tokenize(asked), tokenize(passage)];
        const found = fit(words, tokens);
        const isCommon = words.some(
          ({ kind, key }) => /WORD|NUMBER/.test(kind) && tokens.some((token) => token.key === key),
        );
        expect(found !== null).toBe(isCommon);
        if (!found) return;
        expect(found.askedStart).toBeLessThan(found.askedEnd);
        expect(found.start).toBeLessThan(found.end);
        expect(words[found.askedStart]?.key).toBe(tokens[found.start]?.key ?? 'none');
        expect(words[found.askedEnd - 1]?.key).toBe(tokens[found.end - 1]?.key ?? 'none');
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds words that stand in the passage as they are', () => {
    const passage = fc.array(fc.constantFrom('the', 'boats', 'old', 'of', 'rope', 'men'), {
      minLength: 1,
      maxLength: 14,
    });
    fc.assert(
      fc.property(passage, fc.nat(), fc.nat(), (words, one, other) => {
        const [start, end] = [one % words.length, other % words.length].sort((a, b) => a - b) as [number, number];
        const slice = words.slice(start, end + 1).join(' ');
        expect(fitted(slice, words.join(' '))).toEqual([slice, slice]);
      }),
    );
  });
});
