import { itemAt } from '../../src/text/item-at.ts';

describe('itemAt', () => {
  it.each([
    ['a list', ['a', 'b'], 1, 'b'],
    ['numbers', Uint16Array.of(0, 7), 0, 0],
  ])('gives what stands there: %s', (_, items: ArrayLike<unknown>, index, item) => {
    expect(itemAt(items, index)).toBe(item);
  });

  it.each([-1, 2, 0.5])('refuses a place where nothing is: %s', (index) => {
    expect(() => itemAt(['a', 'b'], index)).toThrow(new RangeError(`there is no item ${String(index)} of 2`));
  });
});
