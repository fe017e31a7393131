import { execFileSync } from 'node:child_process';
import { check, History, nothingLost, write } from '../support/faults/history.ts';
import { newFolder, newPlace, serve, times, within } from '../support/faults/places.ts';
import { report } from '../support/faults/report.ts';
import { keyOf } from '../support/keys.ts';
import { setTimeout as pause } from 'node:timers/promises';

/** What is put before a program to give it another clock (libfaketime). */
const library = execFileSync('faketime', ['-f', '+0', 'printenv', 'LD_PRELOAD'], { encoding: 'utf8' }).trim();

const CLOCKS = ['-10y', '+30y', '-1d', '+0'];
const ROUNDS = times(1);

const { folder, remove } = newFolder();
afterAll(remove);

// The embedded database runs in the process whose clock it is; a PostgreSQL server has one of its own.
describe('a clock that jumps by years', () => {
  it(
    'changes labels alone: revisions go on in their order, and what was answered of them stays',
    async () => {
      const { location, environment } = await newPlace('embedded', folder);
      const key = await within(location, (store) => keyOf(store, 'ADMIN'));
      const history = new History();
      for (const [index, clock] of Array.from({ length: ROUNDS }, () => CLOCKS)
        .flat()
        .entries()) {
        const { command, url } = await serve({
          ...environment,
          LD_PRELOAD: library,
          FAKETIME: clock,
          FAKETIME_DONT_FAKE_MONOTONIC: '1',
        });
        const before = history.acknowledged;
        const stopping = new AbortController();
        const writer = write({ url, key }, `c${String(index)}`, history, { signal: stopping.signal });
        while (history.acknowledged < before + 6) await pause(20);
        stopping.abort();
        await writer;
        command.process.kill('SIGTERM');
        expect((await command.ended()).code).toBe(0);
      }
      await within(location, async (store) => {
        const rows = await store.sql.query<{ number: number; at: Date }>({
          name: '',
          text: 'SELECT number, recorded_at AS at FROM revision ORDER BY number',
        });
        // The clocks did jump, both ways.
        const years = rows.map(({ at }) => at.getUTCFullYear());
        expect(Math.max(...years) - Math.min(...years)).toBeGreaterThan(30);
        expect(years.some((year, index) => year < (years[index - 1] ?? year))).toBe(true);
        // Written one after the other, they are numbered one after the other.
        const revisions = [...history.articles.values()].map(({ revision }) => revision);
        expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
        const found = await check(store, history);
        report('clock jumps, embedded', ROUNDS * CLOCKS.length, history, found);
        expect(found).toEqual(nothingLost(history));
      });
    },
    120_000 + ROUNDS * 120_000,
  );
});
