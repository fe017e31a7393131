import fc from 'fast-check';
import { placeCards } from '../../explorer/src/text/place-cards.ts';

const GAP = 5;
const place = (chosen: number, ...cards: (readonly [wanted: number, height: number])[]) =>
  placeCards(
    cards.map(([wanted, height]) => ({ wanted, height })),
    chosen,
    GAP,
  );

describe('placeCards', () => {
  it.each([
    ['beside their lines where there is room', place(-1, [0, 20], [100, 20]), [0, 100]],
    ['below the one before where there is none', place(-1, [0, 20], [10, 20], [12, 20]), [0, 25, 50]],
    ['the chosen one at its line, others around it', place(1, [0, 20], [10, 60], [30, 20]), [-15, 10, 75]],
    ['with room above the chosen one', place(2, [0, 20], [30, 20], [100, 20]), [0, 30, 100]],
    ['none', place(-1), []],
  ])('puts them %s', (_, tops, expected) => {
    expect(tops).toEqual(expected);
  });

  it('lets no two touch, keeps their order, and the chosen one at its line', () => {
    const card = fc.record({ wanted: fc.nat(500), height: fc.integer({ min: 1, max: 80 }) });
    fc.assert(
      fc.property(fc.array(card, { maxLength: 20 }), fc.integer({ min: -1, max: 19 }), (unsorted, chosen) => {
        const cards = unsorted.sort((a, b) => a.wanted - b.wanted);
        const tops = placeCards(cards, chosen, GAP);
        expect(tops).toHaveLength(cards.length);
        cards.forEach(({ height }, index) => {
          const next = tops[index + 1];
          if (next !== undefined) expect(next).toBeGreaterThanOrEqual((tops[index] ?? NaN) + height + GAP);
        });
        if (chosen >= 0 && chosen < cards.length) expect(tops[chosen]).toBe(cards[chosen]?.wanted);
      }),
    );
  });
});
