import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand, startCommand } from '../support/command.ts';
import { createDatabase } from '../support/stores.ts';

const SEEDS = join(import.meta.dirname, '../../seeds');
const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-cli-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A copy of the seeds in which one file is changed. */
function changedSeeds(name: string, change: (content: Buffer) => Buffer | string): string {
  const folder = newFolder();
  cpSync(SEEDS, folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, change(readFileSync(path)));
  return folder;
}

const server = process.env['TEST_POSTGRES_URL'];
const STORES: readonly (readonly [string, () => Promise<Record<string, string>>])[] = [
  ['embedded', () => Promise.resolve({ VERBATIM_DATA: newFolder() })],
  ...(server === undefined
    ? []
    : [['PostgreSQL', async () => ({ DATABASE_URL: await createDatabase(server) })] as const]),
];

describe.each(STORES)('the commands on the %s store', (_, createStore) => {
  let store: Record<string, string>;
  beforeAll(async () => {
    store = await createStore();
  });

  it('migrate, seed, verify and serve one after the other', async () => {
    const migrated = await runCommand(['migrate'], store);
    expect(migrated).toMatchObject({ code: 0, stdout: expect.stringContaining('was migrated: 0001_tables') as string });
    const again = await runCommand(['migrate'], store);
    expect(again.stdout).toContain('is up to date');

    const seeded = await runCommand(['seed'], store);
    expect(seeded).toMatchObject({ code: 0, stdout: expect.stringContaining('5 articles, 222 statements') as string });
    const reseeded = await runCommand(['seed'], store);
    expect(reseeded.stdout).toContain('Nothing new: the corpus stays at revision 1.');

    const verified = await runCommand(['verify'], store);
    expect(verified).toMatchObject({ code: 0, stdout: expect.stringMatching(/Everything holds\.\n$/) as string });

    const serving = startCommand(['serve'], store);
    const printed = await serving.printed('Stop it with');
    const url = /http:\/\/127\.0\.0\.1:\d+(?=\/graphql)/.exec(printed)?.[0] ?? '';
    expect(printed).toContain(`${url}/playground`);
    expect(printed).toMatch(/Explorer\s+http:\/\/127\.0\.0\.1:\d+\/\s/);
    expect(await (await fetch(url)).text()).toContain('<div id="root">');
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    serving.process.kill('SIGTERM');
    expect((await serving.ended()).code).toBe(0);
  });

  it('fill an empty store when it is served, unless told not to', async () => {
    const empty = await createStore();
    const bare = startCommand(['serve', '--no-seed'], empty);
    expect(await bare.printed('Stop it with')).toContain('0 articles');
    bare.process.kill('SIGINT');
    expect((await bare.ended()).code).toBe(0);
    const filled = startCommand(['serve'], empty);
    expect(await filled.printed('Stop it with')).toContain('5 articles');
    filled.process.kill('SIGTERM');
    await filled.ended();
  });
});

describe('a command', () => {
  it('on a folder that another process owns is refused at once, with its pid', async () => {
    const store = { VERBATIM_DATA: newFolder() };
    const owner = startCommand(['serve', '--no-seed'], store);
    await owner.printed('Stop it with');
    const refused = await runCommand(['verify'], store);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(`belongs to process ${String(owner.process.pid)}`);
    owner.process.kill('SIGKILL');
    await owner.ended();
    expect((await runCommand(['migrate'], store)).code).toBe(0);
  });

  it.each([
    ['PORT', { PORT: 'many' }, 'PORT must be a port number'],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL must begin with postgresql://'],
    ['ANSWER_CACHE_MB', { ANSWER_CACHE_MB: '-1' }, 'ANSWER_CACHE_MB must be a number of megabytes'],
    [
      'DATABASE_REPLICA_URLS',
      {
        DATABASE_URL: 'postgresql://me:secret@127.0.0.1:1/none',
        DATABASE_REPLICA_URLS: 'postgresql://a/b, replica:5432',
      },
      'DATABASE_REPLICA_URLS must be addresses that begin with postgresql://',
    ],
    [
      'replicas of nothing',
      { DATABASE_REPLICA_URLS: 'postgresql://me:secret@a/b' },
      'DATABASE_REPLICA_URLS needs DATABASE_URL',
    ],
    [
      'PERSISTED_QUERIES',
      { PERSISTED_QUERIES: '/nowhere/queries.json' },
      'PERSISTED_QUERIES: /nowhere/queries.json cannot be read (ENOENT)',
    ],
    ['a server that is not there', { DATABASE_URL: 'postgresql://me:secret@127.0.0.1:1/none' }, 'cannot be reached'],
  ])('with a bad %s says so in one line without a secret', async (_, environment, words) => {
    const { code, stderr } = await runCommand(['serve'], { VERBATIM_DATA: newFolder(), ...environment });
    expect(code).toBe(1);
    expect(stderr).toContain(words);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toContain('secret');
  });

  it('end without a word when nobody reads what they print', async () => {
    const printing = startCommand(['print-schema'], {});
    printing.process.stdout?.destroy();
    expect(await printing.ended()).toMatchObject({ code: 0, stderr: '' });
  });

  it('print-schema prints what is committed', async () => {
    const { stdout } = await runCommand(['print-schema']);
    expect(stdout).toBe(readFileSync(join(import.meta.dirname, '../../schema.graphql'), 'utf8'));
  });
});

describe('bad seeds', () => {
  const store = { VERBATIM_DATA: newFolder() };
  const text = 'corpus/004_79db9268550480e7.txt';
  const annotation = 'annotations/articles/004.yaml';
  const edited = (from: string, to: string) => (content: Buffer) => content.toString('utf8').replace(from, to);

  beforeAll(async () => {
    expect((await runCommand(['seed'], store)).code).toBe(0);
  });

  it.each([
    [
      'a selector of words that are not there',
      () => changedSeeds(annotation, edited('Kim Jong Un May Side', 'Kim Jong Un Will Side')),
      'Nearest:',
    ],
    ['a broken annotation', () => changedSeeds(annotation, edited('statements:', 'statements: [')), `${annotation}:`],
    [
      'a half-written annotation',
      () => changedSeeds(annotation, (content) => content.subarray(0, content.length * 0.6)),
      `${annotation}:`,
    ],
    [
      'a text with a lone half of a character',
      () => changedSeeds(text, (content) => content.subarray(0, content.indexOf('’') + 1)),
      'is not UTF-8: byte',
    ],
    [
      'a text in UTF-16',
      () => changedSeeds(text, (content) => Buffer.from(content.toString('utf8'), 'utf16le')),
      'U+0000 at line 1',
    ],
    ['a text with U+0000', () => changedSeeds(text, edited('Moscow', 'Mos\0cow')), 'U+0000 at line'],
    [
      'a text that is not there',
      () => changedSeeds(annotation, edited('004_79db9268550480e7.txt', 'missing.txt')),
      'there is no such file',
    ],
    ['a folder of nothing', () => newFolder(), 'is no folder of seeds'],
  ])('with %s are refused with the place, and change nothing', async (_, folder, words) => {
    const { code, stderr } = await runCommand(['seed', '--dir', folder()], store);
    expect(code).toBe(1);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect((await runCommand(['seed'], store)).stdout).toContain('stays at revision 1');
  });

  it('are found by --check without a store', async () => {
    const folder = changedSeeds(annotation, edited('polarity: NEGATED', 'polarity: NEVER'));
    const { code, stderr } = await runCommand(['seed', '--check', '--dir', folder], {
      VERBATIM_DATA: '/nonexistent/nowhere',
    });
    expect([code, stderr]).toEqual([1, expect.stringContaining('statements')]);
  });
});
