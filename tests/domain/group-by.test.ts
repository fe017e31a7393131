import { groupBy } from '../../src/domain/group-by.ts';

describe('groupBy', () => {
  it('keeps the order of items and of first keys', () => {
    const groups = groupBy(['b1', 'a1', 'b2'], (item) => item.charAt(0));
    expect([...groups]).toEqual([
      ['b', ['b1', 'b2']],
      ['a', ['a1']],
    ]);
  });

  it('tells keys apart as a map does', () => {
    expect([...groupBy([1, '1', null], (item) => item).keys()]).toEqual([1, '1', null]);
    expect(groupBy([], () => 'a').size).toBe(0);
  });
});
