import fc from 'fast-check';
import { openMemoryStore } from '../../../src/store/open-embedded-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { runCheck } from '../../../src/store/verify/check.ts';
import { LEDGER_CHECK } from '../../../src/store/verify/ledger-check.ts';
import { TEXT_CHECKS } from '../../../src/store/verify/quotes-check.ts';
import { recordVariety } from '../../support/varied-corpus.ts';
import { Tamperer } from '../../support/tamperings.ts';

/** In the long form ten thousand: TAMPERINGS=10000 npx jest tests/store/verify/ledger-check.test.ts */
const TAMPERINGS = Number(process.env['TAMPERINGS'] ?? 400);

describe('what is changed around the product', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openMemoryStore();
    await recordVariety(store);
  }, 120_000);
  afterAll(() => store.close());

  const broken = async (): Promise<string[]> => {
    const results = await Promise.all([LEDGER_CHECK, ...TEXT_CHECKS].map((check) => runCheck(check, store.sql)));
    return results.flatMap(({ examples }) => examples);
  };

  it(
    'is found, whatever byte of whatever is recorded it is',
    async () => {
      expect(await broken()).toEqual([]);
      const tamperer = await Tamperer.of(store.sql);
      const tables = new Set<string>();
      let [made, turn] = [0, 0];
      // Without a bias towards small numbers: all rows alike.
      const fraction = fc.noBias(fc.nat(2 ** 30 - 1)).map((number) => number / 2 ** 30);
      await fc.assert(
        fc.asyncProperty(fraction, async (where) => {
          const tampering = await tamperer.tamper(turn++, where);
          fc.pre(tampering !== null);
          try {
            expect({ [tampering.what]: (await broken()).length }).not.toEqual({ [tampering.what]: 0 });
            made++;
            tables.add(tampering.what.split('.')[0] ?? '');
          } finally {
            await tampering.undo();
          }
        }),
        { numRuns: TAMPERINGS, endOnFailure: true },
      );
      expect(made).toBe(TAMPERINGS);
      expect(tables.size).toBe(26);
      expect(await broken()).toEqual([]);
    },
    TAMPERINGS * 1_000,
  );
});
