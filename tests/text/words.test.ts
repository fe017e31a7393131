import fc from 'fast-check';
import { tokenize } from '../../src/text/words.ts';

const keys = (text: string) => tokenize(text).map(({ key }) => key);

describe('Words of a text', () => {
  it.each([
    ['plain words', 'The dam will hold', ['the', 'dam', 'will', 'hold']],
    ['one word and nothing behind it', 'dam', ['dam']],
    [
      'words between marks',
      '“Hold,” (she) said; hold/dam—or not?',
      ['hold', 'she', 'said', 'hold', 'dam', 'or', 'not'],
    ],
    ['a word at the end of a sentence', 'It held. They left.', ['it', 'held', 'they', 'left']],
    ['initials, with a stop behind them or not', 'the U.S. and the U.S', ['the', 'us', 'and', 'the', 'us']],
    ['digits in words and before them', 'the 20th F16 in 2o17', ['the', '20th', 'f16', 'in', '2o17']],
    ['a capital of an editor', '[T]he dam and the[m]', ['the', 'dam', 'and', 'the', 'm']],
    ['a letter with a mark of its own', 'nai\u0308ve voters', ['na\u00efve', 'voters']],
    ['a soft hyphen', 'har\u00ADbour wall', ['harbour', 'wall']],
    ['short forms, however they begin', 'Cannot, can’t and CANNOT', ['can', 'not', 'can', 'not', 'and', 'can', 'not']],
    ['a possessive', "Marsh's and Marsh’s", ["marsh's", 'and', "marsh's"]],
    ['an apostrophe that ends a quotation', "'hold' he said", ['hold', 'he', 'said']],
    [
      'words left out',
      'the dam ... will . . . hold … (…) it',
      ['the', 'dam', '…', 'will', '…', 'hold', '…', '…', 'it'],
    ],
    ['other scripts', 'Ида Марш said', ['ида', 'марш', 'said']],
    ['numbers', 'ten of 1,000 at 1.5%', ['10', 'of', '1000', 'at', '1.5']],
    ['underscores and signs', 'a_b & c@d', ['a', 'b', 'c', 'd']],
  ])('are read: %s', (_, text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  it('stand where they are said to stand, whatever the text', () => {
    const piece = fc.constantFrom(
      'dam',
      "n't",
      'F16',
      '[T]he',
      '…',
      '. . .',
      'U.S',
      '’',
      "'",
      '(',
      '[',
      ' ',
      '. ',
      '́',
      'é',
      '1,0',
      '-',
      '𝐀',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
        (text) => {
          const tokens = tokenize(text);
          for (const [index, { start, end }] of tokens.entries()) {
            expect(start).toBeGreaterThanOrEqual(tokens[index - 1]?.end ?? 0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
          // What is between them is no word.
          const rest = tokens.reduceRight((left, { start, end }) => left.slice(0, start) + ' ' + left.slice(end), text);
          expect(rest).not.toMatch(/\p{L}|\p{N}/u);
        },
      ),
    );
  });

  it('are the same read the short way and by the expression', () => {
    // A word before a break is read the short way, one before an apostrophe by the expression.
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z]{1,8}$/), (word) => {
        expect(keys(`${word} .`)).toEqual(keys(`${word}'`));
      }),
    );
  });
});
