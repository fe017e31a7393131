import fc from 'fast-check';
import { passageKeys } from '../../src/compare/passage-keys.ts';
import { contentWords, type ContentWord } from '../../src/text/content-words.ts';

const word = (stem: string): ContentWord => ({ stem, isName: false, start: 0, end: stem.length });
const keys = (text: string): number[] => passageKeys(contentWords(text)).map(({ key }) => key);
const shared = (left: string, right: string): number => {
  const others = new Set(keys(right));
  return new Set(keys(left).filter((key) => others.has(key))).size;
};

describe('passageKeys', () => {
  it('pairs each word with the next two, and tells where the pair begins', () => {
    const pairs = passageKeys(['rope', 'mast', 'sail', 'anchor'].map(word));
    expect(pairs.map(({ at }) => at)).toEqual([0, 0, 1, 1, 2]);
    const key = (one: string, other: string) => passageKeys([word(one), word(other)])[0]?.key;
    expect(pairs.map((pair) => pair.key)).toEqual([
      key('rope', 'mast'),
      key('rope', 'sail'),
      key('mast', 'sail'),
      key('mast', 'anchor'),
      key('sail', 'anchor'),
    ]);
  });

  it.each([
    ['no word', []],
    ['one word', ['rope']],
  ])('has none for %s', (_, stems) => {
    expect(passageKeys(stems.map(word))).toEqual([]);
  });

  it.each([
    ['the same words', 'the old boats left the quay', 'the old boats left the quay', 3 + 2],
    ['other forms and order of two', 'old boats leaving', 'the boat was old', 1],
    ['one word put in between', 'old wooden boats', 'old boats', 1],
    ['two words put in between', 'old wooden fishing boats', 'old boats', 0],
    ['one word in common', 'old boats', 'boats leaving', 0],
    ['the same letters cut elsewhere', 'abc d', 'ab cd', 0],
    ['a number of another size', '1.5 tonnes', '15 tonnes', 0],
  ])('shares keys by %s', (_, left, right, expected) => {
    expect(shared(left, right)).toBe(expected);
  });

  it('never changes: keys are stored', () => {
    expect(keys('old boats leaving')).toMatchInlineSnapshot(`
     [
       -2144868062,
       2024674544,
       681767609,
     ]
    `);
  });

  const stem = fc.oneof(
    fc.constantFrom('a', 'ab', 'b', '', 'אמת', '🙂', '\u0301'),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );

  it('are signed 32-bit numbers, whatever the words are', () => {
    fc.assert(
      fc.property(fc.array(stem, { maxLength: 12 }), (stems) => {
        const pairs = passageKeys(stems.map(word));
        expect(pairs).toHaveLength(Math.max(0, 2 * stems.length - 3));
        for (const { key, at } of pairs) {
          expect(key).toBe(key | 0);
          expect(at).toBeLessThan(stems.length - 1);
        }
      }),
    );
  });

  it('have one key for a pair in either order, and the same one at every place', () => {
    fc.assert(
      fc.property(stem, stem, (one, other) => {
        const [there, back] = [passageKeys([word(one), word(other)]), passageKeys([word(other), word(one)])];
        expect(back).toEqual(there);
        const twice = passageKeys([one, other, one, other].map(word));
        expect(twice.at(-1)?.key).toBe(there[0]?.key);
      }),
    );
  });

  it('tell different pairs apart', () => {
    const stems = Array.from({ length: 120 }, (_, index) => `word${String(index)}`);
    const all = stems.flatMap((one, index) =>
      stems.slice(index).map((other) => passageKeys([word(one), word(other)])[0]?.key),
    );
    expect(new Set(all).size).toBe(all.length);
  });
});
