import fc from 'fast-check';
import { firstAt, readForComparison, wordsWithin } from '../../src/compare/compared-text.ts';

const TEXT = [
  'Harbour to stay',
  'The mayor spoke. “We will keep the old harbour,” she said.',
  'Photo: a “fine day” in Ostrevik',
].join('\n');
const spanOf = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

describe('readForComparison', () => {
  it('reads sentences with their words, and quotations of four words or more', () => {
    const read = readForComparison(TEXT);
    const sentences = read.sentences.map(({ start, end }) => TEXT.slice(start, end));
    expect(sentences).toEqual([
      'Harbour to stay',
      'The mayor spoke.',
      '“We will keep the old harbour,” she said.',
      'Photo: a “fine day” in Ostrevik',
    ]);
    expect(read.wordsOfSentences.map((words) => words.map(({ stem }) => stem))).toEqual([
      ['harbour', 'stai'],
      ['mayor', 'spoke'],
      ['keep', 'old', 'harbour'],
      ['photo', 'fine', 'dai', 'ostrevik'],
    ]);
    expect(read.quotations.map(({ start, end }) => TEXT.slice(start, end))).toEqual(['We will keep the old harbour,']);
  });

  it.each([
    ['a whole line', 'Harbour to stay', 3],
    ['a part of a sentence, which goes as a whole', 'mayor', 3],
    ['what two sentences share', 'spoke. “We', 2],
    ['the space between two sentences, which is in none', ' “We'.slice(0, 1), 4],
  ])('leaves out the sentences of %s', (_, words, left) => {
    const span = words === ' ' ? { start: TEXT.indexOf(' “We'), end: TEXT.indexOf('“We') } : spanOf(words);
    const read = readForComparison(TEXT, [span]);
    expect(read.sentences).toHaveLength(left);
    expect(read.wordsOfSentences).toHaveLength(left);
    expect(read.sentences.some((sentence) => sentence.start < span.end && span.start < sentence.end)).toBe(false);
  });

  it('reads a text of nothing, or of white space, as nothing', () => {
    for (const text of ['', ' \n\t\n']) {
      expect(readForComparison(text)).toEqual({ text, words: [], sentences: [], wordsOfSentences: [], quotations: [] });
    }
  });

  it('gives every word to the sentence that it stands in, whatever the text is', () => {
    const parts = fc.array(
      fc.constantFrom(
        'Boats',
        'won’t',
        'sink.',
        '“Never!”',
        '…',
        '[all]',
        '\n',
        'Dr.',
        'אמת',
        '👩‍👩‍👧',
        '\u0301',
        '\u2028',
        '12.5',
      ),
      { maxLength: 20 },
    );
    const text = fc.oneof(
      parts.map((some) => some.join(' ')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    fc.assert(
      fc.property(text, (any) => {
        const read = readForComparison(any);
        read.sentences.forEach((sentence, index) => {
          for (const word of read.wordsOfSentences[index] ?? []) {
            expect(word.start).toBeGreaterThanOrEqual(sentence.start);
            expect(word.start).toBeLessThan(sentence.end);
          }
        });
        expect(read.wordsOfSentences.flat()).toEqual(read.words);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('firstAt and wordsWithin', () => {
  const words = [2, 5, 5, 9].map((start) => ({ start, end: start + 1, stem: String(start), isName: false }));

  it.each([
    ['before all', 0, 0],
    ['at the first', 2, 0],
    ['right behind it', 3, 1],
    ['at two equal ones', 5, 1],
    ['at the last', 9, 3],
    ['behind all', 10, 4],
  ])('finds the first word %s', (_, offset, expected) => {
    expect(firstAt(words, offset)).toBe(expected);
  });

  it.each([
    ['a span that ends where a word starts', { start: 2, end: 5 }, ['2']],
    ['a span that starts behind a word’s start', { start: 3, end: 9 }, ['5', '5']],
    ['an empty span', { start: 5, end: 5 }, []],
    ['everything', { start: 0, end: 99 }, ['2', '5', '5', '9']],
  ])('takes the words of %s', (_, span, expected) => {
    expect(wordsWithin(words, span).map(({ stem }) => stem)).toEqual(expected);
  });

  it('agrees with looking at every word', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30)), fc.nat(40), (starts, offset) => {
        const spans = [...starts].sort((a, b) => a - b).map((start) => ({ start, end: start + 1 }));
        expect(firstAt(spans, offset)).toBe(spans.filter(({ start }) => start < offset).length);
      }),
    );
  });
});
