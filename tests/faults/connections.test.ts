import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { describeWithPostgres } from '../support/faults/describe-with-postgres.ts';
import { check, History, nothingLost, write } from '../support/faults/history.ts';
import { newFolder, newPlace, serve, times, within } from '../support/faults/places.ts';
import { report } from '../support/faults/report.ts';
import { keyOf } from '../support/keys.ts';

const ROUNDS = times(1);
const MOST = 12;

const { folder, remove } = newFolder();
afterAll(remove);

/** Takes all connections that are left. */
async function takeAll(url: string): Promise<Client[]> {
  const taken: Client[] = [];
  for (;;) {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
    } catch {
      return taken;
    }
    taken.push(client);
  }
}

describeWithPostgres(
  'a PostgreSQL of which others have all connections',
  [`max_connections=${String(MOST)}`],
  (cluster) => {
    it(
      'is no reason to lose anything: clients are told, and served once there are some',
      async () => {
        const { location, environment } = await newPlace('PostgreSQL', folder, cluster().url);
        if (!('url' in location)) throw new Error('no server');
        const key = await within(location, (store) => keyOf(store, 'ADMIN'));
        const { command, url } = await serve(environment);
        const history = new History();
        const stopping = new AbortController();
        const taken: Client[] = [];
        try {
          for (let round = 0; round < ROUNDS; round++) {
            // Those that the server has it loses, and others are quicker than it.
            const [one, ...others] = await takeAll(location.url);
            await one?.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE $1', [
              'verbatim%',
            ]);
            taken.push(...(one ? [one, ...others] : []), ...(await takeAll(location.url)));
            const before = history.acknowledged;
            const told = history.errors.get('UNAVAILABLE') ?? 0;
            const writers = [0, 1].map((writer) =>
              write({ url, key }, `r${String(round)}w${String(writer)}`, history, {
                signal: stopping.signal,
                stopAtError: true,
              }),
            );
            while ((history.errors.get('UNAVAILABLE') ?? 0) < told + 2) await pause(20);
            await Promise.all(writers);
            expect(history.acknowledged).toBe(before);
            await Promise.all(taken.splice(0).map((client) => client.end()));
            const again = new AbortController();
            const served = write({ url, key }, `again${String(round)}`, history, { signal: again.signal });
            while (history.acknowledged < before + 4) await pause(20);
            again.abort();
            await served;
          }
          command.process.kill('SIGTERM');
          expect((await command.ended()).code).toBe(0);
          const found = await within(location, (store) => check(store, history));
          report('connections exhausted', ROUNDS, history, found);
          expect(found).toEqual(nothingLost(history));
          expect([...history.errors.keys()]).toEqual(['UNAVAILABLE']);
        } finally {
          stopping.abort();
          command.process.kill('SIGKILL');
          await Promise.all(taken.map((client) => client.end()));
        }
      },
      120_000 + ROUNDS * 60_000,
    );
  },
);
