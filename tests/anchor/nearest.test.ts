import fc from 'fast-check';
import { nearestCandidates } from '../../src/anchor/nearest.ts';

const found = (text: string, sought: string, limit?: number) =>
  nearestCandidates(text, sought, limit).map(({ start, end }) => text.slice(start, end));

describe('nearestCandidates', () => {
  it.each([
    ['words with one changed', 'They said it will rain today.', 'it would rain today', ['it will rain today']],
    ['words in another order', 'He met Kim in Moscow.', 'in Moscow met Kim', ['met Kim in Moscow']],
    ['words in another case', 'THE LETTER came.', 'the letter', ['THE LETTER']],
    ['words with other marks', 'He said “yes, and no”.', 'yes and "no"', ['yes, and no']],
    ['nothing where fewer than half are shared', 'One two three four.', 'one six seven eight', []],
    ['nothing for no words', 'One two.', '...', []],
    ['nothing in a text without words', '...', 'one', []],
    ['a text shorter than what is sought', 'one two three', 'one two three four', ['one two three']],
    ['a word no oftener than it is sought', 'no no. yes no no', 'no yes', ['no. yes']],
  ])('finds %s', (_, text, sought, expected) => {
    expect(found(text, sought)[0] ?? null).toBe(expected[0] ?? null);
  });

  it('puts the best first, and names each stretch once', () => {
    const text = 'a b c x. a b c d. a b y z.';
    expect(found(text, 'a b c d')).toEqual(['a b c d', 'a b c x', 'a b y z']);
    expect(found(text, 'a b c d', 1)).toEqual(['a b c d']);
  });

  it('shows whole words behind letters that grow when made lower case', () => {
    expect(found('İİİİ İİİİ said it would rain.', 'said that would rain')).toEqual(['said it would rain']);
  });

  it('finds stretches of whole words that do not overlap, in any text', () => {
    const texts = fc.array(fc.constantFrom('a', 'B', 'İ', 'c,', '😀', '\n'), { maxLength: 30 });
    fc.assert(
      fc.property(texts, texts, (parts, sought) => {
        const text = parts.join(' ');
        const spans = nearestCandidates(text, sought.join(' ')).sort((a, b) => a.start - b.start);
        spans.forEach(({ start, end }, index) => {
          expect(text.slice(start, end)).toMatch(/^[aBİc].*[aBİc]$|^[aBİc]$/s);
          expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
        });
      }),
    );
  });
});
