import fc from 'fast-check';
import { contentWords } from '../../src/text/content-words.ts';

/** The content words in one line, names with an asterisk. */
const shown = (text: string): string =>
  contentWords(text)
    .map(({ stem, isName }) => `${isName ? '*' : ''}${stem}`)
    .join(' ');

describe('contentWords', () => {
  it.each([
    ['forms of a verb', 'it recognised, recognises, is recognising', 'recognis recognis recognis'],
    ['singular and plural', 'a boat and two boats', 'boat 2 boat'],
    [
      'possessives, curly and straight',
      "the boat’s mast, the boat's sail and the boats' nets",
      'boat mast boat sail boat net',
    ],
    ['a number written out', 'three of 3', '3 3'],
    ['marks between thousands', '1,000 or 1000', '1000 1000'],
    ['numbers of another size', '1.5 or 15', '1.5 15'],
    ['case', 'rope ROPE Rope', 'rope rope rope'],
    ['letters of other scripts', 'אמת мост café', 'אמת мост café'],
    ['stop words only', 'It was not so, and they would have been there', ''],
    ['short forms of stop words', 'we won’t, they can’t, I’ve, you’ll', ''],
    ['words of saying', 'she said, he told them, according to whom', ''],
    ['what an editor put in', 'the bridge [over the river] … stands', 'bridg stand'],
    ['a soft hyphen by itself', 'rope \u00AD sail', 'rope sail'],
    ['marks, emoji and nothing else', '– … “” 🙂 !', ''],
    ['words that every object of a program has', 'the constructor and toString', 'constructor tostr'],
    ['words with underscores', 'a __proto__ of it', 'proto'],
    ['nothing', '', ''],
  ])('takes %s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    ['a name inside a sentence', 'the mayor of Ostrevik', 'mayor *ostrevik'],
    [
      'a name that looks like a stop word',
      'Many US troops left, and WHO doctors came',
      '*us troop left *who doctor came',
    ],
    ['the stop words themselves', 'give it to us, who came', 'give came'],
    ['a name and its possessive', 'Ostrevik’s quay in Ostrevik', '*ostrevik quai *ostrevik'],
    [
      'a word at a sentence’s start that stands elsewhere in small letters',
      'Bread is dear. He eats bread.',
      'bread dear eat bread',
    ],
    ['the same word, if it stands nowhere else', 'Bread is dear. He eats.', '*bread dear eat'],
    ['a word that is both, which is none', 'the Reef hotel near the reef', 'reef hotel near reef'],
    ['a number, which has no capital', '40 boats', '40 boat'],
    ['a word that begins with a capital of two scripts', 'Élodie and Мила', '*élodi *мила'],
  ])('tells names from words: %s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('keeps the words of a text in its order, without overlaps, each at its place', () => {
    const words = fc.constantFrom(
      'Ostrevik',
      'boats',
      'won’t',
      '1,000',
      '…',
      '[they]',
      '“',
      'the',
      '\n',
      '👩‍👩‍👧',
      '\u0301',
      'אמת',
      'ﬁne',
    );
    const text = fc.oneof(
      fc.array(words, { maxLength: 15 }).map((parts) => parts.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    fc.assert(
      fc.property(text, (any) => {
        let last = 0;
        for (const { start, end } of contentWords(any)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(any.slice(start, end)).toMatch(/[\p{L}\p{M}\p{N}\u00AD]/u);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(any.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds the same stems whatever the typography and the case', () => {
    const words = fc.array(fc.constantFrom('old', 'boats', 'harbour’s', 'don’t', 'rope', '40', 'ﬁshing'), {
      maxLength: 12,
    });
    const stems = (text: string) => contentWords(text).map(({ stem }) => stem);
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ');
        const other = parts.join('\u00A0 ').replaceAll('’', "'").replaceAll('ﬁ', 'fi').toUpperCase();
        expect(stems(other)).toEqual(stems(text));
      }),
    );
  });

  it('says the same of a word after a hundred thousand others', () => {
    const before = shown('recognised boats');
    contentWords(
      Array.from(
        { length: 100_000 },
        (_, n) =>
          `w${n.toString(36).replace(/\d/g, 'x')}q${'z'.repeat(n % 7)}y${String.fromCharCode(0x430 + (n % 32), 0x430 + ((n >> 5) % 32), 0x430 + (n >> 10))}`,
      ).join(' '),
    );
    expect(shown('recognised boats')).toBe(before);
  });
});
