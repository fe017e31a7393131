import { setTimeout as pause } from 'node:timers/promises';
import { check, History, nothingLost, write } from '../support/faults/history.ts';
import { newFolder, newPlace, serve, times, within } from '../support/faults/places.ts';
import { report } from '../support/faults/report.ts';
import { keyOf } from '../support/keys.ts';
import { STORES } from '../support/stores.ts';

const KILLS = times(3);
/** Milliseconds that a server lives on at most once it has written. */
const LONGEST_LIFE = 800;
const WRITERS = 3;

const { folder, remove } = newFolder();
afterAll(remove);

describe.each(STORES)('a server on the $kind store', ({ kind }) => {
  it(
    'has lost nothing that it acknowledged when it is killed, and answers of the past as before',
    async () => {
      const { location, environment } = await newPlace(kind, folder);
      const key = await within(location, (store) => keyOf(store, 'ADMIN'));
      const history = new History();
      for (let kill = 0; kill < KILLS; kill++) {
        const { command, url } = await serve(environment);
        const { signal } = new AbortController();
        const writers = Array.from({ length: WRITERS }, (_, writer) =>
          write({ url, key }, `k${String(kill)}w${String(writer)}`, history, { signal, stopAtError: true }),
        );
        // Usually once it has written something: at its beginning it only loads.
        const before = history.acknowledged;
        while (kill % 5 !== 4 && history.acknowledged === before) await pause(5);
        await pause(Math.random() * LONGEST_LIFE);
        command.process.kill('SIGKILL');
        await Promise.all(writers);
        await command.ended();
        const found = await within(location, (store) => check(store, history));
        expect(found).toEqual(nothingLost(history));
        if (kill === KILLS - 1) report(`kill -9 of the server, ${kind}`, KILLS, history, found);
      }
      expect([...history.errors.keys()]).toEqual(['no answer']);
      expect(history.acknowledged).toBeGreaterThan(0);
    },
    120_000 + KILLS * 60_000,
  );
});
