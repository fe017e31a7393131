import { setTimeout as pause } from 'node:timers/promises';
import { describeWithPostgres } from '../support/faults/describe-with-postgres.ts';
import { check, History, nothingLost, write } from '../support/faults/history.ts';
import { newFolder, newPlace, serve, times, within } from '../support/faults/places.ts';
import { FAIR, startProxy, type Weather } from '../support/faults/proxy.ts';
import { report } from '../support/faults/report.ts';
import { keyOf } from '../support/keys.ts';

const ROUNDS = times(1);
/** Milliseconds that each weather lasts. */
const LASTS = 1_500;

const BAD: readonly (readonly [name: string, weather: Partial<Weather>])[] = [
  ['slow', { delay: 100 }],
  ['narrow', { throttle: 50_000 }],
  ['cut in mid-answer', { cutAfter: 400 }],
  ['dead without a word', { isDead: true }],
];

const { folder, remove } = newFolder();
afterAll(remove);

describeWithPostgres('a bad network', [], (cluster) => {
  it.each(['the database', 'the clients'] as const)(
    'between a server and %s loses nothing that was acknowledged',
    async (side) => {
      const { location } = await newPlace('PostgreSQL', folder, cluster().url);
      if (!('url' in location)) throw new Error('no server');
      const key = await within(location, (store) => keyOf(store, 'ADMIN'));
      const database = new URL(location.url);
      const toDatabase = await startProxy(Number(database.port));
      database.port = String(toDatabase.port);
      const { command, url } = await serve({ DATABASE_URL: database.href });
      const toServer = await startProxy(Number(new URL(url).port));
      const proxy = side === 'the database' ? toDatabase : toServer;
      const address = { url: `http://127.0.0.1:${String(toServer.port)}`, key };
      const history = new History();
      const stopping = new AbortController();
      const writers = [0, 1].map((writer) =>
        write(address, `w${String(writer)}`, history, { signal: stopping.signal, patience: LASTS }),
      );
      try {
        for (const [, weather] of Array.from({ length: ROUNDS }, () => BAD).flat()) {
          Object.assign(proxy.weather, weather);
          await pause(LASTS);
          Object.assign(proxy.weather, FAIR);
          // What is half open stays so until somebody notices; here both ends do.
          if (weather.isDead === true || weather.cutAfter) proxy.cut();
          const before = history.acknowledged;
          while (history.acknowledged < before + 2) await pause(20);
        }
        stopping.abort();
        await Promise.all(writers);
        command.process.kill('SIGTERM');
        expect((await command.ended()).code).toBe(0);
        const found = await within(location, (store) => check(store, history));
        report(`bad network between the server and ${side}`, ROUNDS * BAD.length, history, found);
        expect(found).toEqual(nothingLost(history));
        expect([...history.errors.keys()].filter((what) => !EXPECTED[side]?.includes(what))).toEqual([]);
      } finally {
        command.process.kill('SIGKILL');
        await Promise.all([toDatabase.close(), toServer.close()]);
      }
    },
    120_000 + ROUNDS * 60_000,
  );
});

/** CONFLICT: accepted by a request whose answer was cut off. */
const ANYWHERE: readonly string[] = ['UNAVAILABLE', 'no answer', 'CONFLICT'];
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  // Cut off while the database was told to keep a write.
  'the database': [...ANYWHERE, 'OUTCOME_UNKNOWN'],
  'the clients': ANYWHERE,
};
