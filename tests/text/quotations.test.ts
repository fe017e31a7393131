import fc from 'fast-check';
import { isSubstantial, quotations } from '../../src/text/quotations.ts';

const wordsOf = (text: string) => quotations(text).map(({ start, end }) => text.slice(start, end));

describe('quotations', () => {
  it.each([
    ['curly marks', 'He said “yes, and no.” Then he left.', ['yes, and no.']],
    ['straight marks', 'He said "yes, and no." Then he left.', ['yes, and no.']],
    ['German marks, closed either way', 'Er sagte „ja“ und „nein”.', ['ja', 'nein']],
    ['guillemets', 'Il dit «oui» et part.', ['oui']],
    ['several in a row', '“One,” he said, “and two.”', ['One,', 'and two.']],
    ['marks of another kind inside are words', '“He calls it "war" now.”', ['He calls it "war" now.']],
    ['single marks are apostrophes', 'It is ‘his’ and it’s fine.', []],
    ['a straight mark after a digit stands for inches', 'A 12" pipe and a 9" one.', []],
    ['a straight mark after a letter opens nothing', 'rock"n roll', []],
    ['an empty pair holds nothing', 'An empty “” pair.', []],
    ['a closing mark alone closes nothing', 'Closed only” here.', []],
    [
      'an unclosed quotation ends with its paragraph',
      '“One goes on\n“and two ends.” He left.',
      ['One goes on', 'and two ends.'],
    ],
    ['an opening mark at the very end opens nothing', 'It ends with “', []],
    ['a bracket may stand before a straight mark', 'They ("the two") met.', ['the two']],
    ['another opening mark inside is a word', '“one “two” three', ['one “two']],
    ['no marks at all', 'He said nothing.', []],
  ])('%s', (_, text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  it('never nest, never overlap, and never leave their paragraph', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '.', '"', '“', '”', '„', '«', '»', '\n') }), (text) => {
        let last = 0;
        for (const { start, end } of quotations(text)) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).not.toContain('\n');
          last = end;
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('isSubstantial', () => {
  it.each([
    ['four words', 'clear parallels in situations', true],
    ['three words', "Donetsk People's Republic", false],
    ['a word with an apostrophe, which is one', 'it’s what it is', true],
    ['a word with a hyphen, which is two', 'co-operate with them', true],
    ['marks, which are no words', '– – – – !', false],
    ['numbers, which are words', '100 of 1000 men', true],
    ['nothing', '', false],
  ])('counts %s', (_, words, expected) => {
    expect(isSubstantial(words, { start: 0, end: words.length })).toBe(expected);
  });

  it('counts the words of the span only', () => {
    const text = 'One two “three” four five';
    expect(isSubstantial(text, { start: text.indexOf('three'), end: text.indexOf('”') })).toBe(false);
  });
});
