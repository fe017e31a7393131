import {
  appended,
  putBack,
  renewed,
  stepped,
  without,
  type ReviewQueue,
} from '../../explorer/src/text/review-queue.ts';

interface Item {
  readonly id: string;
  readonly says?: string;
}
const queue = (ids: string, chosenId: string | null): ReviewQueue<Item> => ({
  items: [...ids].map((id) => ({ id })),
  chosenId,
});
const told = ({ items, chosenId }: ReviewQueue<Item>) => [items.map(({ id }) => id).join(''), chosenId];

describe('what waits for review', () => {
  it.each([
    ['into nothing', queue('', null), 'ab', ['ab', 'a']],
    ['behind others', queue('ab', 'b'), 'cd', ['abcd', 'b']],
    ['what waits already', queue('ab', 'b'), 'bac', ['abc', 'b']],
    ['nothing', queue('', null), '', ['', null]],
  ])('takes more: %s', (_, before, more, after) => {
    expect(told(appended(before, queue(more, null).items))).toEqual(after);
  });

  it.each([
    ['the chosen one: the next is chosen', queue('abc', 'b'), 'b', ['ac', 'c']],
    ['the chosen one at the end: that before', queue('abc', 'c'), 'c', ['ab', 'b']],
    ['the only one', queue('a', 'a'), 'a', ['', null]],
    ['another one', queue('abc', 'b'), 'a', ['bc', 'b']],
    ['one that does not wait', queue('abc', 'b'), 'x', ['abc', 'b']],
  ])('goes on without %s', (_, before, id, after) => {
    expect(told(without(before, id))).toEqual(after);
  });

  it.each([
    ['in the middle', queue('ac', 'c'), 1, ['abc', 'b']],
    ['at the end', queue('ac', 'c'), 2, ['acb', 'b']],
    ['behind what is left', queue('', null), 3, ['b', 'b']],
    ['where it has come back already', queue('abc', 'c'), 1, ['abc', 'b']],
  ])('takes one back %s', (_, before, at, after) => {
    expect(told(putBack(before, { id: 'b' }, at))).toEqual(after);
  });

  it.each([
    ['on', queue('abc', 'b'), 1 as const, 'c'],
    ['back', queue('abc', 'b'), -1 as const, 'a'],
    ['not beyond the end', queue('abc', 'c'), 1 as const, 'c'],
    ['not before the beginning', queue('abc', 'a'), -1 as const, 'a'],
    ['nowhere in nothing', queue('', null), 1 as const, null],
  ])('steps %s', (_, before, by, chosen) => {
    expect(stepped(before, by).chosenId).toBe(chosen);
  });

  it('has one as it is by now, in its place', () => {
    expect(renewed(queue('abc', 'c'), { id: 'b', says: 'now' })).toEqual({
      items: [{ id: 'a' }, { id: 'b', says: 'now' }, { id: 'c' }],
      chosenId: 'c',
    });
    expect(renewed(queue('abc', 'c'), { id: 'x', says: 'now' })).toEqual(queue('abc', 'c'));
  });
});
