import fc from 'fast-check';
import { closeness, type Closeness } from '../../src/compare/closeness.ts';
import { contentWords, type ContentWord } from '../../src/text/content-words.ts';

const close = (left: string, right: string): Closeness => closeness(contentWords(left), contentWords(right));

describe('closeness', () => {
  it.each([
    [
      'the same words',
      'the old boats leave',
      'an old boat is leaving',
      { words: 3, names: 0, similarity: 1, containment: 1 },
    ],
    [
      'a word said twice, which counts once',
      'boats, boats and boats',
      'a boat',
      { words: 1, names: 0, similarity: 1, containment: 1 },
    ],
    ['half of the words', 'old boats', 'old ropes', { words: 1, names: 0, similarity: 0.5, containment: 0.5 }],
    [
      'a part and the whole',
      'old boats',
      'old boats bring wet ropes',
      { words: 2, names: 0, similarity: 4 / 7, containment: 1 },
    ],
    [
      'names, which count less',
      'the Ostrevik boats',
      'the Ostrevik ropes',
      { words: 0, names: 1, similarity: 0.8 / 2.8, containment: 0.4 / 1.4 },
    ],
    [
      'a name on one side that is a word on the other',
      'the Reef',
      'the reef',
      { words: 0, names: 1, similarity: 0.8 / 1.4, containment: 1 },
    ],
    ['nothing in common', 'old boats', 'wet ropes', { words: 0, names: 0, similarity: 0, containment: 0 }],
    [
      'stop words only, which are none',
      'they said so',
      'they said so',
      { words: 0, names: 0, similarity: 0, containment: 0 },
    ],
    ['nothing on one side', '', 'old boats', { words: 0, names: 0, similarity: 0, containment: 0 }],
    ['nothing at all', '', '', { words: 0, names: 0, similarity: 0, containment: 0 }],
  ])('counts %s', (_, left, right, expected) => {
    const found = close(left, right);
    expect([found.words, found.names]).toEqual([expected.words, expected.names]);
    expect(found.similarity).toBeCloseTo(expected.similarity, 10);
    expect(found.containment).toBeCloseTo(expected.containment, 10);
  });

  // As in real texts a stem may be a name on one side only.
  const words = fc
    .array(
      fc.record({ stem: fc.constantFrom('boat', 'rope', 'reef', 'quai', 'мост', '🙂', ''), isName: fc.boolean() }),
      { maxLength: 9 },
    )
    .map((some) => some.map((one): ContentWord => ({ ...one, start: 0, end: 1 })));

  it('is the same from either side, but for rounding', () => {
    fc.assert(
      fc.property(words, words, (left, right) => {
        const [there, back] = [closeness(left, right), closeness(right, left)];
        expect([back.words, back.names]).toEqual([there.words, there.names]);
        expect(back.similarity).toBeCloseTo(there.similarity, 10);
        expect(back.containment).toBeCloseTo(there.containment, 10);
      }),
    );
  });

  it('lies between 0 and 1, and a part is never less contained than it is similar', () => {
    fc.assert(
      fc.property(words, words, (left, right) => {
        const { similarity, containment } = closeness(left, right);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(containment).toBeLessThanOrEqual(1 + 1e-9);
        expect(containment).toBeGreaterThanOrEqual(similarity - 1e-9);
      }),
    );
  });

  it('is whole exactly with itself', () => {
    fc.assert(
      fc.property(words, (some) => {
        const { similarity, containment, words: common, names } = closeness(some, [...some].reverse().reverse());
        const stems = new Set(some.map(({ stem }) => stem)).size;
        expect(common + names).toBe(stems);
        expect(similarity).toBeCloseTo(stems === 0 ? 0 : 1, 10);
        expect(containment).toBeCloseTo(stems === 0 ? 0 : 1, 10);
      }),
    );
  });
});
