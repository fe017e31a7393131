import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { runCommand, startCommand, type Outcome } from '../support/command.ts';
import { describeOnPostgres } from '../support/describe-on-postgres.ts';
import { createDatabase } from '../support/stores.ts';
import { withFolder } from '../support/seed-folder.ts';
import { ferries } from '../support/small-seeds.ts';

describe('backups by commands', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-backup-'));
  const place = (name: string): string => join(folder, name);
  const on = (store: string, ...args: string[]): Promise<Outcome> =>
    runCommand(args, store.startsWith('postgres') ? { DATABASE_URL: store } : { VERBATIM_DATA: place(store) });
  let backup: string;
  beforeAll(async () => {
    await withFolder(ferries(), (seeds) => on('first', 'seed', '--dir', seeds));
    await on('first', 'backup', place('first.jsonl'));
    backup = readFileSync(place('first.jsonl'), 'utf8');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('are files that their owner alone can read, and tell what they hold', async () => {
    const { code, stdout } = await on('first', 'backup', place('again.jsonl'));
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/again\.jsonl holds all up to revision 1, in \d+ rows\. .* keep that apart\.\n$/s),
    ]);
    expect(statSync(place('again.jsonl')).mode & 0o777).toBe(0o600);
    expect(readFileSync(place('again.jsonl'), 'utf8')).toBe(backup);
  });

  it('are packed when the name says so', async () => {
    await on('first', 'backup', place('packed.jsonl.gz'));
    expect(gunzipSync(readFileSync(place('packed.jsonl.gz'))).toString()).toBe(backup);
    const { code, stdout } = await on('of-packed', 'restore', place('packed.jsonl.gz'));
    expect([code, stdout]).toEqual([0, expect.stringMatching(/Restored all up to revision 1, .* Everything holds/)]);
  });

  it('go through standard output and standard input', async () => {
    expect((await on('first', 'backup', '-')).stdout).toBe(backup);
    const restored = await runCommand(['restore', '-'], { VERBATIM_DATA: place('of-input') }, backup);
    expect(restored).toMatchObject({ code: 0, stderr: '' });
    expect((await on('of-input', 'backup', '-')).stdout).toBe(backup);
  });

  it('are made by the server to which the store belongs', async () => {
    const server = startCommand(['serve', '--no-seed'], { VERBATIM_DATA: place('first') });
    try {
      await server.printed('http://');
      expect((await on('first', 'backup', '-')).stdout).toBe(backup);
    } finally {
      server.process.kill('SIGTERM');
      await server.ended();
    }
  });

  describeOnPostgres('on a server', (databases) => {
    it('go there from the embedded store, and back', async () => {
      const url = await createDatabase(databases);
      expect(await on(url, 'restore', place('first.jsonl'))).toMatchObject({ code: 0, stderr: '' });
      await on(url, 'backup', place('on-server.jsonl'));
      expect(await on('back', 'restore', place('on-server.jsonl'))).toMatchObject({ code: 0, stderr: '' });
      expect((await on('back', 'backup', '-')).stdout).toBe(backup);
      expect((await on('back', 'verify')).stdout).toContain('Everything holds.');
    });
  });

  it.each<[string, string[], RegExp]>([
    ['in place of a file', ['backup', place('first.jsonl')], /first\.jsonl is there already/],
    [
      'where there is no folder',
      ['backup', place('no/where.jsonl')],
      /where\.jsonl\.part cannot be written \(ENOENT\)/,
    ],
    ['from no file', ['restore', place('nothing.jsonl')], /cannot be.*ENOENT/],
    ['from half a file that was packed', ['restore', place('half.gz')], /cannot be: unexpected end of file/],
    ['from half a file', ['restore', place('half.jsonl')], /Line \d+ of the backup .*Nothing was changed/],
  ])('are refused %s', async (_, args, message) => {
    writeFileSync(place('half.jsonl'), backup.slice(0, backup.length / 2));
    writeFileSync(place('half.gz'), gzipSync(backup).subarray(0, 2_000));
    const store = args[0] === 'backup' ? 'first' : 'untouched';
    const { code, stderr } = await on(store, ...args);
    expect([code, stderr]).toEqual([1, expect.stringMatching(message)]);
    expect(stderr).not.toContain('    at ');
    expect(existsSync(`${place('no/where.jsonl')}.part`)).toBe(false);
  });
});
