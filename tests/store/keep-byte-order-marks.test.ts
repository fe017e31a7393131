import fc from 'fast-check';
import type { Store } from '../../src/store/store.ts';
import { STORES } from '../support/stores.ts';

const MARK = '\uFEFF';

describe.each(STORES)('a text from the $kind store', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  /** Rows of values as they come back: some are lists, some are null. */
  const echo = (values: readonly (string | null)[]) =>
    store.sql.query<{ value: string | null; values: (string | null)[] }>(
      {
        name: '',
        text: 'SELECT value, $1::text[] AS values FROM unnest($1::text[]) WITH ORDINALITY AS v (value, n) ORDER BY n',
      },
      [values],
    );

  it.each([
    ['begins with U+FEFF', `${MARK}Rain fell.`],
    ['is U+FEFF and nothing else', MARK],
    ['begins with several', `${MARK}${MARK}Rain`],
    ['has it in its middle', `Rain${MARK} fell.`],
    ['has none', 'Rain fell.'],
    ['is empty', ''],
    ['begins with what its bytes are in another order', '\uFFFERain'],
  ])('is what was put in: one that %s', async (_, text) => {
    expect(await echo([text])).toEqual([{ value: text, values: [text] }]);
  });

  it('is what was put in, whatever stands beside it', async () => {
    const part = fc.constantFrom(MARK, 'a', '😀', '"', '\\', 'NULL', ',', '{', '\n', 'é');
    const value = fc.option(fc.array(part, { maxLength: 4 }).map((parts) => parts.join('')));
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 5 }), async (values) => {
        const rows = await echo(values);
        expect(rows).toEqual(values.map((one) => ({ value: one, values })));
      }),
      { numRuns: 200 },
    );
  });
});
