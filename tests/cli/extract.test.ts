import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from '../../src/extract/extract.ts';
import type { Extraction } from '../../src/extract/extraction.ts';
import { runCommand } from '../support/command.ts';

const ARTICLE = `Floods reach Lom

“The dam will hold,” Mayor Ada Holm told the Lom Times on Monday. “We check it every week.”

The ministry denied that the dam had been inspected.
`;

const folder = mkdtempSync(join(tmpdir(), 'verbatim-extract-'));
const file = join(folder, 'floods.txt');
writeFileSync(file, ARTICLE);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('verbatim extract', () => {
  it('shows the article with its statements, who makes them, and why', async () => {
    const { code, stdout, stderr } = await runCommand(['extract', file]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const plain = stdout.replace(/\[\d+\]/g, '');
    expect(plain).toContain(ARTICLE.trim());
    expect(stdout).toContain('2 statements');
    expect(stdout).toContain('[1] line 3: The dam will hold, … We check it every week.');
    expect(stdout).toMatch(/Lom Times → Ada Holm/);
    expect(stdout).toContain('polarity: NEGATED – denied');
  });

  it.each([['a file', [file], ''] as const, ['standard input', ['-'], ARTICLE] as const])(
    'prints all that was found as JSON, from %s',
    async (_, args, input) => {
      const { code, stdout } = await runCommand(['extract', ...args, '--json', '--published', '2022-07-06'], {}, input);
      expect(code).toBe(0);
      const printed = JSON.parse(stdout) as Extraction;
      expect(printed).toEqual(JSON.parse(JSON.stringify(extract(ARTICLE, { published: '2022-07-06' }))));
      expect(printed.statements[0]?.said?.value).toBe('2022-07-04');
    },
  );

  it('writes a folder of seeds that can be seeded', async () => {
    const seeds = join(folder, 'seeds');
    const { code, stdout } = await runCommand(['extract', file, '--annotate', seeds]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(`--dir ${seeds} --check`) as string });
    expect(readFileSync(join(seeds, 'corpus/floods.txt'), 'utf8')).toBe(ARTICLE);
    const checked = await runCommand(['seed', '--dir', seeds, '--check'], { VERBATIM_DATA: join(folder, 'store') });
    expect(checked).toMatchObject({ code: 0, stderr: '' });
    // What somebody has gone on from is not written over.
    const again = await runCommand(['extract', file, '--annotate', seeds]);
    expect(again).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('not there yet') as string });
  });

  it.each([
    ['a file that is not there', ['extract', join(folder, 'no.txt')], '', 'no.txt cannot be read'],
    ['bytes that are no UTF-8', ['extract', '-'], new Uint8Array([0x61, 0xff]), 'not UTF-8'],
    ['U+0000', ['extract', '-'], 'a\u0000b', 'U+0000'],
    ['a date that is none', ['extract', file, '--published', 'soon'], '', 'soon'],
  ])('refuses %s', async (_, args, input, message) => {
    const { code, stdout, stderr } = await runCommand(args, {}, input);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('writes out what a terminal would obey', async () => {
    const { stdout } = await runCommand(['extract', '-'], {}, ARTICLE.replace('Lom\n', 'Lom \u001b[31m\u202E\n'));
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toContain('\u202E');
    expect(stdout).toContain('<U+001B>[31m<U+202E>');
  });

  it('keeps the byte order mark and CRLF of a text', async () => {
    const text = `\uFEFF${ARTICLE.replaceAll('\n', '\r\n')}`;
    const { stdout } = await runCommand(['extract', '-', '--json'], {}, text);
    const { statements } = JSON.parse(stdout) as Extraction;
    const [first] = statements[0]?.content ?? [];
    expect(text.slice(first?.start, first?.end)).toBe('The dam will hold,');
  });
});
