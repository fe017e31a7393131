import fc from 'fast-check';
import { identify } from '../../src/domain/identity.ts';

const UUID_8 = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('identify', () => {
  it('gives the same id on every machine and at any time', () => {
    // Written out: ids are in people's links, and may not change with the code.
    expect(identify('Actor', 'kim-jong-un')).toBe('da4eaa03-2189-8826-9d13-3ce93f164712');
    expect(identify('Quote', identify('Actor', 'a'), 0, 5)).toBe('0e2423c7-6b4f-8bd4-b23c-db44afb28a3c');
  });

  it.each([
    ['kinds', identify('Actor', 'a'), identify('Event', 'a')],
    ['letters', identify('Actor', 'a'), identify('Actor', 'A')],
    ['the order of parts', identify('Actor', 'a', 'b'), identify('Actor', 'b', 'a')],
    ['where one part ends', identify('Actor', 'ab', 'c'), identify('Actor', 'a', 'bc')],
    ['null and its word', identify('Actor', null), identify('Actor', 'null')],
    ['null and nothing', identify('Actor', null), identify('Actor', '')],
    ['null and no part', identify('Actor', null), identify('Actor')],
    ['a number and its digits', identify('Actor', 1), identify('Actor', '1')],
    ['a separator inside a part', identify('Actor', 'a","b'), identify('Actor', 'a', 'b')],
    ['letters of another normal form', identify('Actor', 'é'), identify('Actor', 'e\u0301')],
  ])('tells apart %s', (_, one, other) => {
    expect(one).not.toBe(other);
  });

  it('is a UUID of version 8 for any parts', () => {
    const parts = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null)));
    fc.assert(
      fc.property(parts, (any) => {
        expect(identify('Statement', ...any)).toMatch(UUID_8);
      }),
    );
  });
});
