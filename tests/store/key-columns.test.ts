import fc from 'fast-check';
import { passageKeys } from '../../src/compare/passage-keys.ts';
import { keyColumns } from '../../src/store/comparison/key-columns.ts';
import { contentWords } from '../../src/text/content-words.ts';
import { sentences } from '../../src/text/sentences.ts';

const numbered = (texts: readonly string[]) => texts.map((text, index) => ({ number: index + 1, text }));

const found = (texts: readonly string[]): (number | undefined)[][] => {
  const columns = keyColumns(numbered(texts));
  return columns.keys.map((key, at) => [key, columns.versions[at], columns.sentences[at]]);
};

/** The same, said as it is meant: each key with its text and the last sentence that has begun where its first word begins. */
const meant = (texts: readonly string[]): number[][] =>
  numbered(texts).flatMap(({ number, text }) => {
    const words = contentWords(text);
    return passageKeys(words).map(({ key, at }) => {
      const begun = sentences(text).filter(({ start }) => start <= (words[at]?.start ?? 0));
      return [key, number, Math.max(0, begun.length - 1)];
    });
  });

describe('the keys of texts', () => {
  it.each([
    ['no text', [], 0],
    ['a text without words', ['…'], 0],
    ['a text of one word', ['Rain.'], 0],
    ['two sentences', ['Old boats left. Old crews left.'], 5 + 4],
    ['two texts', ['Rain fell. Old boats left.', 'Old boats left.'], 7 + 3],
  ])('stand beside their texts and sentences: %s', (_, texts, count) => {
    expect(found(texts)).toEqual(meant(texts));
    expect(found(texts)).toHaveLength(count);
  });

  it('do so for whatever texts', () => {
    const word = fc.constantFrom('boat', 'harbour', 'Rain', 'left', 'the', '1.5', 'crews.', 'quay!\n\nThe');
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 40 }), { maxLength: 5 }), (some) => {
        const texts = some.map((words) => words.join(' '));
        expect(found(texts)).toEqual(meant(texts));
      }),
    );
  });
});
