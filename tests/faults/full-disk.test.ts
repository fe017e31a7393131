import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { check, History, nothingLost, write } from '../support/faults/history.ts';
import { newFolder, newPlace, serve, within } from '../support/faults/places.ts';
import { report } from '../support/faults/report.ts';
import { keyOf } from '../support/keys.ts';
import { startPostgres } from '../support/postgres-cluster.ts';
import { POSTGRES } from '../support/programs.mjs';
import { postGraphql } from '../support/served-corpus.ts';
import { STORES } from '../support/stores.ts';

/** What is in memory needs no disk yet: little of it, so that the disk is full in seconds. */
const SETTINGS = ['fsync=on', 'shared_buffers=8MB'];
const SIZE = '128m';

const { folder, remove } = newFolder();
const disk = join(folder, 'disk');
beforeAll(() => {
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', disk]);
  chmodSync(disk, 0o777);
  // The way to it, for the user that PostgreSQL runs as.
  chmodSync(folder, 0o711);
});
afterAll(() => {
  execFileSync('umount', ['--lazy', disk]);
  remove();
});

const INGEST = `mutation { ingestArticle(article: { text: "${'It rains. '.repeat(500)}" }) { revision } }`;

const ballast = join(disk, 'ballast');
/** Leaves so many bytes of the disk. */
function fill(left: number): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)));
}

describe.each(STORES)('the $kind store on a disk that is full', ({ kind }) => {
  it('refuses writes and says why, is read on, and is written again once there is room', async () => {
    const cluster = kind === 'embedded' ? null : await startPostgres(POSTGRES.find() ?? '', SETTINGS, disk);
    try {
      const { location, environment } = await newPlace(kind, disk, cluster?.url);
      const key = await within(location, (store) => keyOf(store, 'ADMIN'));
      const { command, url } = await serve(environment);
      const history = new History();
      const stopping = new AbortController();
      const writers = Array.from({ length: 2 }, (_, writer) =>
        write({ url, key }, `w${String(writer)}`, history, { signal: stopping.signal }),
      );
      while (history.acknowledged < 10) await pause(20);
      fill(1_000_000);
      while ((history.errors.get('UNAVAILABLE') ?? 0) < 5) await pause(20);
      const refused = await postGraphql(url, { query: INGEST }, key);
      expect(refused.errors).toMatchObject([
        { message: expect.stringContaining('disk of the store is full') as string },
      ]);
      const read = await postGraphql(url, { query: '{ articles(first: 1) { nodes { text } } }' });
      expect(read).toMatchObject({ status: 200, errors: [], data: { articles: { nodes: [{}] } } });
      const full = history.acknowledged;
      rmSync(ballast);
      while (history.acknowledged < full + 10) await pause(20);
      stopping.abort();
      await Promise.all(writers);
      command.process.kill('SIGTERM');
      expect((await command.ended()).code).toBe(0);
      const found = await within(location, (store) => check(store, history));
      report(`disk full, ${kind}`, 1, history, found);
      expect(found).toEqual(nothingLost(history));
    } finally {
      rmSync(ballast, { force: true });
      await cluster?.stop();
    }
  });
});
