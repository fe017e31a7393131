import fc from 'fast-check';
import { STORES } from '../support/stores.ts';
import { prepared } from '../../src/store/sql.ts';
import type { Store } from '../../src/store/store.ts';

const statementNo = (number: number) => `SELECT ${String(number)}::int AS number`;

describe.each(STORES)('prepared statements of the $kind store', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  it('answer alike before and after the names run out', async () => {
    for (const number of [1, 2, 1, 499, 500, 501, 1, 2_000, 2_000]) {
      expect(await store.sql.query(prepared(statementNo(number)))).toEqual([{ number }]);
    }
  });

  it('take values apart from the text', async () => {
    const statement = prepared('SELECT $1::text AS words');
    for (const words of ["'; DROP TABLE quote; --", '', '🕊', '$1']) {
      expect(await store.sql.query(statement, [words])).toEqual([{ words }]);
    }
  });
});

describe('the name of a statement', () => {
  it('is the same for the same text and differs for different ones, and no more than 500 are given', () => {
    const names = new Map<string, string>();
    fc.assert(
      fc.property(fc.nat(5_000), (number) => {
        const text = statementNo(number);
        const { name, text: own } = prepared(text);
        expect(own).toBe(text);
        expect(name).toBe(names.get(text) ?? name);
        names.set(text, name);
        const named = [...names.values()].filter((given) => given !== '');
        expect(new Set(named).size).toBe(named.length);
        expect(named.length).toBeLessThanOrEqual(500);
      }),
      { numRuns: 3_000 },
    );
    expect([...names.values()]).toContain('');
    expect([...names.values()].filter((given) => given !== '').length).toBeGreaterThan(400);
  });
});
