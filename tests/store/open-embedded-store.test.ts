import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seed } from '../../src/ingest/seed.ts';
import { openEmbeddedStore } from '../../src/store/open-embedded-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { verifyStore } from '../../src/store/verify/verify-store.ts';
import { withFolder } from '../support/seed-folder.ts';
import { ferries, trains } from '../support/small-seeds.ts';
import { contentOf } from '../support/table-contents.ts';

describe('an embedded store on disk', () => {
  let folder: string;
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'verbatim-store-')), 'data');
  });
  afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

  it('says the same after it was closed and opened again, and goes on from there', async () => {
    const first = await openStore({ folder });
    expect(first.migrated).not.toEqual([]);
    await withFolder(ferries(), (seeds) => seed(first, seeds));
    const before = await contentOf(first);
    await first.close();

    const second = await openStore({ folder });
    expect(second.migrated).toEqual([]);
    expect(await contentOf(second)).toEqual(before);
    expect((await withFolder(ferries(), (seeds) => seed(second, seeds))).revision).toBe(1);
    expect((await withFolder(trains, (seeds) => seed(second, seeds))).revision).toBe(2);
    expect(await verifyStore(second.sql, () => undefined)).toBe(true);
    await second.close();
  });

  it('is refused as long as it is open, and free after that', async () => {
    const store = await openEmbeddedStore(folder);
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({ code: 'STORE_IN_USE' });
    expect(await store.sql.query({ name: '', text: 'SELECT 1 AS one' })).toEqual([{ one: 1 }]);
    await store.close();
    await (await openEmbeddedStore(folder)).close();
  });

  it('begins anew after a first start that was cut off', async () => {
    await mkdir(join(folder, 'postgres', 'base'), { recursive: true });
    await writeFile(join(folder, 'postgres', 'PG_VERSION'), '1');
    await writeFile(join(folder, 'postgres.begun'), '');
    const store = await openEmbeddedStore(folder);
    expect(store.migrated).not.toEqual([]);
    await store.close();
  });

  it('never touches a folder that somebody else has made', async () => {
    await mkdir(join(folder, 'postgres'), { recursive: true });
    await writeFile(join(folder, 'postgres', 'precious'), 'kept');
    await expect(openEmbeddedStore(folder)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await readFile(join(folder, 'postgres', 'precious'), 'utf8')).toBe('kept');
  });

  it('is free after an opening that failed', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'postgres.complete'), '');
    await writeFile(join(folder, 'postgres'), 'no cluster');
    await expect(openEmbeddedStore(folder)).rejects.not.toMatchObject({ code: 'STORE_IN_USE' });
    await rm(join(folder, 'postgres'));
    await rm(join(folder, 'postgres.complete'));
    await (await openEmbeddedStore(folder)).close();
  });
});
