import fc from 'fast-check';
import { articleWords } from '../../../src/extract/attributions/article-words.ts';
import { LONGEST_UNIT, units } from '../../../src/extract/attributions/units.ts';

const wordsOf = (text: string): string[] => {
  const { start, end, count } = articleWords(text);
  return Array.from({ length: count }, (_, word) => text.slice(start[word], end[word]));
};

/** The text of each sentence from its first to its last word. */
const sentencesOf = (text: string): string[] => {
  const { sentence, start, end, count } = articleWords(text);
  const found: string[] = [];
  for (let word = 0, first = 0; word < count; word++) {
    if (word + 1 < count && sentence[word + 1] === sentence[word]) continue;
    found.push(text.slice(start[first], end[word]));
    first = word + 1;
  }
  return found;
};

const quotationsOf = (text: string): [words: string, isClosed: boolean][] => {
  const { quotations, start, end } = articleWords(text);
  return quotations.map(({ first, after, isClosed }) => [text.slice(start[first], end[after - 1]), isClosed]);
};

describe('articleWords', () => {
  it.each([
    ['letters and digits', 'At 9 the crews left', ['At', '9', 'the', 'crews', 'left']],
    [
      'what an apostrophe ties to a word, apart',
      'He’s sure; Ann’s dog isn’t',
      ['He', '’s', 'sure', 'Ann', '’s', 'dog', 'isn', '’t'],
    ],
    [
      'an apostrophe that opens nothing and ties nothing',
      'the ’90s and the crews’ boats',
      ['the', '90s', 'and', 'the', 'crews', 'boats'],
    ],
    ['hyphens and full stops, which separate', 'the U.S.-led talks', ['the', 'U', 'S', 'led', 'talks']],
    ['nothing', '… — !', []],
  ])('finds %s', (_, text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  it.each([
    ['a full stop before a capital', 'The dam held. Nobody slept.', ['The dam held', 'Nobody slept']],
    [
      'a full stop before a small letter, which ends none',
      'The dam held. nobody slept.',
      ['The dam held. nobody slept'],
    ],
    ['a title', 'Then Gov. Ida Marsh spoke. All left.', ['Then Gov. Ida Marsh spoke', 'All left']],
    ['an initial', 'Then Ida B. Marsh spoke.', ['Then Ida B. Marsh spoke']],
    ['a closing mark behind it', '“We are late.” The bus was gone.', ['We are late', 'The bus was gone']],
    ['a question inside a sentence', '“Are we late?” she asked.', ['Are we late?” she asked']],
    ['a line end without a full stop', 'Dam holds\nNobody slept', ['Dam holds', 'Nobody slept']],
  ])('ends sentences at %s', (_, text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });

  it.each([
    ['curly marks', 'She said “no, thanks” twice.', [['no, thanks', true]]],
    ['straight marks', 'She said "no, thanks" twice.', [['no, thanks', true]]],
    ['two apostrophes', "She said ''no, thanks'' twice.", [['no, thanks', true]]],
    [
      'a quotation that goes on in the next paragraph',
      '“One.\n“Two,” she said.',
      [
        ['One', false],
        ['Two', true],
      ],
    ],
    ['a mark for inches', 'a 12" board and "a saw"', [['a saw', true]]],
    ['single marks, which are none', 'the ‘new’ dam', []],
  ] as [string, string, [string, boolean][]][])('finds quotations in %s', (_, text, expected) => {
    expect(quotationsOf(text)).toEqual(expected);
  });

  it('gives words in order inside the text, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { start, end, count, quotations, quotation } = articleWords(text);
        for (let word = 0; word < count; word++) {
          expect(start[word]).toBeGreaterThanOrEqual(word === 0 ? 0 : (end[word - 1] ?? 0));
          expect(end[word]).toBeGreaterThan(start[word] ?? 0);
        }
        for (const [number, { first, after }] of quotations.entries()) {
          for (let word = first; word < after; word++) expect(quotation[word]).toBe(number);
        }
      }),
    );
  });
});

describe('units', () => {
  it('are paragraphs', () => {
    expect(units(articleWords('Dam holds\n\nNobody slept. All left.'))).toEqual([
      { first: 0, after: 2 },
      { first: 2, after: 6 },
    ]);
  });

  it.each([
    ['after a sentence', 'One two three four. '.repeat(300)],
    ['anywhere if there is none', 'word '.repeat(2_000)],
  ])('cut what is too long %s', (_, text) => {
    const words = articleWords(text);
    const found = units(words);
    expect(found.length).toBeGreaterThan(1);
    for (const [index, { first, after }] of found.entries()) {
      expect(after - first).toBeLessThanOrEqual(LONGEST_UNIT);
      expect(first).toBe(index === 0 ? 0 : found[index - 1]?.after);
    }
    expect(found.at(-1)?.after).toBe(words.count);
  });
});
