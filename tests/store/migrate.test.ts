import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../src/store/migrate.ts';
import { openPostgresStore } from '../../src/store/open-postgres-store.ts';
import { connectRaw, RAW_DATABASES, type RawDatabase } from '../support/raw-databases.ts';
import { createDatabase } from '../support/stores.ts';

const OWN = join(import.meta.dirname, '../../prisma/migrations');
const server = process.env['TEST_POSTGRES_URL'];

const namesOf = async (folder: string) =>
  (await readdir(folder, { withFileTypes: true })).flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
const tablesOf = async (database: RawDatabase) =>
  (
    await database.rows<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1",
    )
  ).map(({ name }) => name);
const failure = (pattern: RegExp) => ({ code: 'MIGRATION_FAILED', message: expect.stringMatching(pattern) as string });

describe.each(RAW_DATABASES)('migrating the $kind database', ({ open }) => {
  let database: RawDatabase;
  let folder: string;
  const addMigration = async (name: string, script: string) => {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'migration.sql'), script);
  };

  beforeEach(async () => {
    database = await open();
    folder = await mkdtemp(join(tmpdir(), 'verbatim-migrations-'));
  });
  afterEach(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  it('applies all migrations to an empty database in the order of their names, and then none', async () => {
    expect(await migrate(database)).toEqual(await namesOf(OWN));
    const account = await database.rows(
      'SELECT migration_name, finished_at IS NOT NULL AS finished, applied_steps_count FROM _prisma_migrations ORDER BY 1',
    );
    expect(account).toEqual(
      (await namesOf(OWN)).map((migration_name) => ({ migration_name, finished: true, applied_steps_count: 1 })),
    );
    expect(await migrate(database)).toEqual([]);
    expect(await tablesOf(database)).toContain('statement');
  });

  it('applies only what is new', async () => {
    await addMigration('0001_first', 'CREATE TABLE first (x int);');
    expect(await migrate(database, folder)).toEqual(['0001_first']);
    await addMigration('0003_third', 'ALTER TABLE second ADD COLUMN y int;');
    await addMigration('0002_second', 'CREATE TABLE second AS SELECT * FROM first;');
    expect(await migrate(database, folder)).toEqual(['0002_second', '0003_third']);
    expect(await tablesOf(database)).toEqual(['_prisma_migrations', 'first', 'second']);
  });

  it('leaves nothing of any of them when one fails, and says which one and why', async () => {
    await addMigration('0001_right', 'CREATE TABLE right_one (x int);');
    await addMigration('0002_wrong', 'CREATE TABLE half (x int); INSERT INTO half VALUES (1 / 0);');
    await expect(migrate(database, folder)).rejects.toMatchObject(
      failure(/^Migration 0002_wrong failed: division by zero\. Nothing was changed\.$/),
    );
    expect(await tablesOf(database)).toEqual([]);
    await writeFile(join(folder, '0002_wrong', 'migration.sql'), 'CREATE TABLE half (x int);');
    expect(await migrate(database, folder)).toEqual(['0001_right', '0002_wrong']);
  });

  it('leaves a migrated database as it was when a later migration fails', async () => {
    await migrate(database);
    const before = await tablesOf(database);
    await cp(OWN, folder, { recursive: true });
    await addMigration('9999_wrong', 'CREATE TABLE half (x int); SELECT nothing;');
    await expect(migrate(database, folder)).rejects.toMatchObject(failure(/^Migration 9999_wrong failed: /));
    expect(await tablesOf(database)).toEqual(before);
    expect(await migrate(database)).toEqual([]);
  });

  it('refuses a migration whose content differs from what was applied, were it by a space', async () => {
    await addMigration('0001_first', 'CREATE TABLE first (x int);');
    await migrate(database, folder);
    await writeFile(join(folder, '0001_first', 'migration.sql'), 'CREATE TABLE first (x int); ');
    await expect(migrate(database, folder)).rejects.toMatchObject(
      failure(/^Migration 0001_first was applied with another content: .* Nothing was changed\.$/),
    );
    await writeFile(join(folder, '0001_first', 'migration.sql'), 'CREATE TABLE first (x int);');
    expect(await migrate(database, folder)).toEqual([]);
  });

  it('refuses a database of a newer version, and applies nothing to it', async () => {
    await addMigration('0001_first', 'CREATE TABLE first (x int);');
    await addMigration('0002_newer', 'CREATE TABLE newer (x int);');
    await migrate(database, folder);
    await rm(join(folder, '0002_newer'), { recursive: true });
    await addMigration('0003_other', 'CREATE TABLE other (x int);');
    await expect(migrate(database, folder)).rejects.toMatchObject(
      failure(/^Migration 0002_newer is in the database and not in this version of Verbatim: /),
    );
    expect(await tablesOf(database)).not.toContain('other');
  });

  it('refuses a migration that another tool did not finish, and applies one that it rolled back', async () => {
    await addMigration('0001_first', 'CREATE TABLE first (x int);');
    await addMigration('0002_second', 'CREATE TABLE second (x int);');
    await migrate(database, folder);
    await database.run(
      "DROP TABLE second; UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '0002_second'",
    );
    await expect(migrate(database, folder)).rejects.toMatchObject(
      failure(/^Migration 0002_second was begun by another tool and not finished: .*migrate resolve/),
    );
    await database.run("UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = '0002_second'");
    expect(await migrate(database, folder)).toEqual(['0002_second']);
    expect(await tablesOf(database)).toContain('second');
  });
});

if (server !== undefined)
  describe('opening a PostgreSQL store', () => {
    it('several times at once takes turns: one start applies the migrations, the others find nothing to do', async () => {
      const url = await createDatabase(server);
      const stores = await Promise.all(Array.from({ length: 4 }, () => openPostgresStore(url)));
      const own = await namesOf(OWN);
      expect(stores.map(({ migrated }) => migrated).sort((a, b) => a.length - b.length)).toEqual([[], [], [], own]);
      await Promise.all(stores.map((store) => store.close()));
    });

    it('says that a server cannot be reached, without the password', async () => {
      const refused = openPostgresStore('postgresql://verbatim:secret@127.0.0.1:1/nowhere');
      await expect(refused).rejects.toMatchObject({
        code: 'UNAVAILABLE',
        message: expect.stringMatching(
          /^PostgreSQL at 127\.0\.0\.1:1\/nowhere cannot be reached \(.*\)\. Check DATABASE_URL/,
        ) as string,
      });
      await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining('secret') as string });
    });

    it('says what is wrong with an encoding that cannot count code points', async () => {
      const client = await connectRaw(`${server}postgres`);
      const name = `latin_${String(process.pid)}_${String(Date.now())}`;
      await client.run(`CREATE DATABASE ${name} ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0`);
      await client.close();
      await expect(openPostgresStore(`${server}${name}`)).rejects.toMatchObject(
        failure(/has encoding LATIN1, and Verbatim needs UTF8: create it with ENCODING 'UTF8'\./),
      );
    });
  });
