import { setTimeout as pause } from 'node:timers/promises';
import { check, History, nothingLost, write } from '../support/faults/history.ts';
import { newFolder, newPlace, serve, times, within } from '../support/faults/places.ts';
import { report } from '../support/faults/report.ts';
import { keyOf } from '../support/keys.ts';
import { STORES } from '../support/stores.ts';

const STOPS = times(2);
const WRITERS = 3;

const { folder, remove } = newFolder();
afterAll(remove);

describe.each(STORES)('a server on the $kind store that is stopped under load', ({ kind }) => {
  it(
    'ends by itself and has lost nothing that it acknowledged',
    async () => {
      const { location, environment } = await newPlace(kind, folder);
      const key = await within(location, (store) => keyOf(store, 'ADMIN'));
      const history = new History();
      for (let stop = 0; stop < STOPS; stop++) {
        const { command, url } = await serve(environment);
        const before = history.acknowledged;
        const { signal } = new AbortController();
        const writers = Array.from({ length: WRITERS }, (_, writer) =>
          write({ url, key }, `s${String(stop)}w${String(writer)}`, history, { signal, stopAtError: true }),
        );
        while (history.acknowledged === before) await pause(5);
        await pause(Math.random() * 500);
        command.process.kill('SIGTERM');
        await Promise.all(writers);
        expect(await command.ended()).toMatchObject({ code: 0, stderr: '' });
      }
      const found = await within(location, (store) => check(store, history));
      report(`SIGTERM under load, ${kind}`, STOPS, history, found);
      expect(found).toEqual(nothingLost(history));
    },
    120_000 + STOPS * 60_000,
  );
});
