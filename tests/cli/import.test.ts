import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand, startCommand, type Outcome } from '../support/command.ts';
import { withFolder } from '../support/seed-folder.ts';
import { ferries } from '../support/small-seeds.ts';

const selecting = (exact: string) => ({ type: 'TextQuoteSelector', exact });
const note = (text: string, exact: string, tags: readonly string[] = []) => ({
  uri: 'https://one.example/ferries',
  user: 'acct:ann@hypothes.is',
  text,
  tags,
  target: [{ source: 'https://one.example/ferries', selector: [selecting(exact)] }],
});

const NOTES = {
  export_date: '2026-02-12T10:00:00.000Z',
  export_userid: 'acct:ann@hypothes.is',
  client_version: '1.1630.0',
  annotations: [
    note('Ships lie outside.', 'Ships of every size lie outside.', ['mode:NARRATION']),
    note('', 'The town waits.'),
    note('Ships \u001b[31mburn\u202e.', 'Ships\u0007 burn', ['mode:NARRATION']),
    note('There was no choice.', 'We had no choice,', ['mode:DIRECT', 'speaker:nils-holm=Nils Holm', 'cue:said']),
  ],
};
const GOOD = NOTES.annotations.filter((_, index) => index !== 2);

describe('verbatim import', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-import-'));
  const environment = { VERBATIM_DATA: join(folder, 'data') };
  const run = (args: readonly string[], input?: string): Promise<Outcome> =>
    runCommand(['import', '--article', 'ferries', ...args], environment, input);
  const imported = (args: readonly string[], content: unknown): Promise<Outcome> =>
    withFolder({ 'notes.json': content }, async (notes) => {
      const path = join(notes, 'notes.json');
      const { code, stdout, stderr } = await run([...args, path]);
      return { code, stdout: stdout.replaceAll(path, 'notes.json'), stderr: stderr.replaceAll(path, 'notes.json') };
    });
  beforeAll(() => withFolder(ferries(), (seeds) => runCommand(['seed', '--dir', seeds], environment)), 120_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows what would become of each annotation, and tells which ones cannot be imported', async () => {
    const { code, stdout, stderr } = await imported(['--dry-run'], NOTES);
    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual([
      'notes.json#/annotations/0: ferries, code points 162 to 194, proposed',
      'notes.json#/annotations/3: ferries, code points 91 to 108, proposed',
      '2 new statements would be proposed, 1 annotation left out, 1 could not be imported.',
      '',
    ]);
    expect(stderr).toContain('notes.json#/annotations/1 is left out: it marks words and says nothing of them.');
    // What a terminal would obey is written out.
    expect(stderr).toContain(
      'notes.json#/annotations/2: "Ships\\u0007 burn" does not stand in the current text of ferries.',
    );
  });

  it('records none of a file with a bad annotation if it is told to, else the good ones, once', async () => {
    const strict = await imported(['--strict'], NOTES);
    expect([strict.code, strict.stdout]).toEqual([1, '']);
    expect(strict.stderr).toMatch(
      /^verbatim: notes\.json#\/annotations\/2: [^]*Nothing of this file was recorded\.\n$/,
    );
    expect((await imported([], NOTES)).stdout).toContain('2 new statements proposed, 1 annotation left out, 1 could');
    const again = await imported([], { annotations: GOOD });
    expect([again.code, again.stdout.trim().split('\n').at(-1)]).toEqual([
      0,
      '0 new statements proposed, 2 known already, 1 annotation left out.',
    ]);
  });

  it('takes standard input, and tells each outcome as JSON', async () => {
    const town = note('The town \u009bwaits.', 'The town waits.');
    const { code, stdout } = await run(['--json', '--accept', '--narration', '-'], JSON.stringify(town));
    expect([
      code,
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as object),
    ]).toEqual([
      0,
      [
        {
          place: 'standard input#',
          outcome: 'NEW',
          statementId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
          slug: 'ferries',
          review: 'ACCEPTED',
          quotes: [{ exact: 'The town waits.', start: 195, end: 210 }],
        },
      ],
    ]);
  });

  it('tells a file that cannot be read, and reads the next ones', async () => {
    await withFolder({ 'a.json': new Uint8Array([0x7b, 0xff]), 'b.json': '{"a":1}', 'c.json': GOOD }, async (notes) => {
      const files = ['a.json', 'b.json', 'none.json', 'c.json'].map((name) => join(notes, name));
      const { code, stdout, stderr } = await run(files);
      expect([code, stderr.replaceAll(`${notes}/`, '').split('\n')]).toEqual([
        1,
        [
          expect.stringMatching(/^a\.json is not UTF-8: byte 1/),
          expect.stringMatching(/^b\.json holds no annotations\./),
          'none.json cannot be read: there is no such file.',
          expect.stringMatching(/^c\.json#\/1 is left out/),
          '',
        ],
      ]);
      expect(stdout).toContain(
        '0 new statements proposed, 2 known already, 1 annotation left out, 3 could not be imported.',
      );
      expect((await run(['--strict', ...files])).stderr).toMatch(/^verbatim: .*a\.json is not UTF-8/);
    });
  });

  it('says whose the store is, and leaves it alone, while a server has it', async () => {
    const server = startCommand(['serve'], environment);
    await server.printed('http://127.0.0.1');
    const { code, stderr } = await imported([], NOTES);
    expect([code, stderr]).toEqual([1, expect.stringContaining(`belongs to process ${String(server.process.pid)}`)]);
    server.process.kill('SIGTERM');
    await server.ended();
    expect((await runCommand(['verify'], environment)).code).toBe(0);
  });
});
