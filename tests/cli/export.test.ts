import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand, startCommand, type Outcome } from '../support/command.ts';
import { readCsv } from '../support/exports/read-csv.ts';
import { withFolder } from '../support/seed-folder.ts';
import { ferries } from '../support/small-seeds.ts';

describe('verbatim export', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-export-'));
  const environment = { VERBATIM_DATA: join(folder, 'data') };
  const run = (...args: string[]): Promise<Outcome> => runCommand(['export', ...args], environment);
  beforeAll(() => withFolder(ferries(), (seeds) => runCommand(['seed', '--dir', seeds], environment)), 120_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('writes to standard output, or a file that is whole', async () => {
    const { code, stdout, stderr } = await run('csv');
    expect([code, stderr]).toEqual([0, '']);
    expect(readCsv(stdout).map(({ speaker }) => speaker)).toEqual(['ada-berg', 'nils-holm', 'nils-holm', 'ada-berg']);
    const file = join(folder, 'out.csv');
    expect(await run('csv', '--output', file)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(file, 'utf8')).toBe(stdout);
    expect(readdirSync(folder).sort()).toEqual(['data', 'out.csv']);
    expect(readCsv((await run('csv', '--as-of', '0')).stdout)).toEqual([]);
  });

  it('asks the server to which the store belongs, and has the same bytes from it', async () => {
    const alone = await run('jsonld');
    const server = startCommand(['serve'], environment);
    await server.printed('http://127.0.0.1');
    expect(await run('jsonld')).toEqual(alone);
    expect(await run('csv', '--as-of', '7')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'verbatim: There is no revision 7 to export: name one from 0 to 1, the newest one.\n',
    });
    server.process.kill('SIGTERM');
    await server.ended();
  });

  it.each([
    ['a format that there is not', ['xls'], /There are csv, jsonld, prov, graphml/],
    ['a revision that is none', ['csv', '--as-of', 'new'], /must be a whole number/],
    ['a revision that is not there', ['csv', '--as-of', '2'], /no revision 2 .* from 0 to 1/],
    [
      'a folder that is not there',
      ['csv', '--output', '/nowhere/x.csv'],
      /^verbatim: \/nowhere\/x\.csv cannot be written: ENOENT/,
    ],
  ])('refuses %s', async (_, args, message) => {
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
  });
});
