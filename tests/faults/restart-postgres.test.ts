import { setTimeout as pause } from 'node:timers/promises';
import { describeWithPostgres } from '../support/faults/describe-with-postgres.ts';
import { check, History, nothingLost, write } from '../support/faults/history.ts';
import { newFolder, newPlace, serve, times, within } from '../support/faults/places.ts';
import { report } from '../support/faults/report.ts';
import { keyOf } from '../support/keys.ts';

const CRASHES = times(3);
const WRITERS = 4;
/** Milliseconds of writing between two crashes. */
const BETWEEN = 1_500;

const { folder, remove } = newFolder();
afterAll(remove);

describeWithPostgres('a server whose PostgreSQL crashes and starts again', [], (cluster) => {
  it(
    'goes on by itself, told its clients that it could not, and has lost nothing that it acknowledged',
    async () => {
      const { location, environment } = await newPlace('PostgreSQL', folder, cluster().url);
      const key = await within(location, (store) => keyOf(store, 'ADMIN'));
      const { command, url } = await serve(environment);
      const history = new History();
      const stopping = new AbortController();
      const writers = Array.from({ length: WRITERS }, (_, writer) =>
        write({ url, key }, `w${String(writer)}`, history, { signal: stopping.signal }),
      );
      for (let crash = 0; crash < CRASHES; crash++) {
        const before = history.acknowledged;
        await pause(BETWEEN * (0.5 + Math.random()));
        await cluster().crash();
        await cluster().restart();
        // It resumes without anybody doing anything.
        while (history.acknowledged < before + WRITERS) await pause(20);
      }
      stopping.abort();
      await Promise.all(writers);
      command.process.kill('SIGTERM');
      expect((await command.ended()).code).toBe(0);
      const found = await within(location, (store) => check(store, history));
      report('PostgreSQL restarted, -m immediate', CRASHES, history, found);
      expect(found).toEqual(nothingLost(history));
      // A write that was sent and not acknowledged may be there: its writer is told so, or when it tries again.
      const told = ['UNAVAILABLE', 'OUTCOME_UNKNOWN'];
      expect([...history.errors.keys()].filter((code) => !told.includes(code))).toEqual([]);
    },
    120_000 + CRASHES * 60_000,
  );
});
