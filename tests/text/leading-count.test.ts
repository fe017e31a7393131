import fc from 'fast-check';
import { leadingCount } from '../../src/text/leading-count.ts';

describe('leadingCount', () => {
  it('counts as one that looks at each does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 })), fc.integer({ min: -10, max: 10 }), (numbers, bound) => {
        const ascending = numbers.sort((a, b) => a - b);
        expect(leadingCount(ascending, (number) => number < bound)).toBe(
          ascending.filter((number) => number < bound).length,
        );
      }),
    );
  });

  it('tells the place of what it asks about', () => {
    const items = ['a', 'b', 'c'];
    expect(leadingCount(items, (item, index) => items[index] === item && index < 2)).toBe(2);
  });
});
