import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findAttributions } from '../../../src/extract/attributions/find-attributions.ts';
import { runCommand } from '../../support/command.ts';

const SAID = '“The dam will hold,” said Ida Marsh, the mayor.';
const folder = mkdtempSync(join(tmpdir(), 'verbatim-attributions-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const lines = (...articles: unknown[]): string => articles.map((one) => `${JSON.stringify(one)}\n`).join('');

describe('verbatim attributions', () => {
  it('answers each line with what is found in it, in order, from a file as from standard input', async () => {
    const input = lines({ id: 'b', text: SAID }, { id: 'a', text: 'Rain fell.' }, { id: 3, text: `🙂 ${SAID}` });
    const file = join(folder, 'articles.jsonl');
    writeFileSync(file, input);
    const fromFile = await runCommand(['attributions', file]);
    expect(fromFile).toMatchObject({ code: 0, stderr: '' });
    expect(await runCommand(['attributions', '-'], {}, input)).toEqual(fromFile);
    const answers = fromFile.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    const expected = (text: string) =>
      findAttributions(text).map(({ source, cue, content }) => ({ source, cue, content }));
    expect(answers).toEqual([
      { id: 'b', attributions: expected(SAID) },
      { id: 'a', attributions: expected('Rain fell.') },
      { id: 3, attributions: expected(`🙂 ${SAID}`) },
    ]);
  });

  it('answers a line before the next one is there', async () => {
    const running = spawn(
      process.execPath,
      [join(import.meta.dirname, '../../../dist/cli/main.js'), 'attributions', '-'],
      {
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    running.stdin.write(lines({ id: 1, text: SAID }));
    const [first] = (await once(running.stdout, 'data')) as [Buffer];
    expect(first.toString()).toContain('"id":1');
    running.stdin.end(JSON.stringify({ id: 2, text: SAID }));
    const [second] = (await once(running.stdout, 'data')) as [Buffer];
    expect(second.toString()).toContain('"id":2');
    expect(await once(running, 'close')).toEqual([0, null]);
  });

  it('takes line separators within a line, empty lines, and no line at all', async () => {
    const input = `\n{"id": 1, "text": "a\u2028b"}\r\n\n`;
    expect(await runCommand(['attributions', '-'], {}, input)).toMatchObject({
      code: 0,
      stdout: '{"id":1,"attributions":[]}\n',
    });
    expect(await runCommand(['attributions', '-'], {}, '')).toMatchObject({ code: 0, stdout: '' });
  });

  it.each([
    ['is not JSON', 'nonsense', ['standard input, line 2', 'not JSON', '{"id"']],
    ['is no article', '[]', ['line 2', 'no "id" or no "text"']],
    ['has no text', '{"id": 1}', ['line 2', 'no "id" or no "text"']],
    ['has a text that is none', '{"id": 1, "text": 5}', ['line 2', '"text" is not a string']],
    ['is not UTF-8', Uint8Array.of(0x22, 0xff, 0x22), ['line 2', 'not UTF-8']],
  ] as [string, string | Uint8Array, string[]][])('stops at a line that %s, and says where', async (_, line, words) => {
    const input = Buffer.concat([Buffer.from(lines({ id: 1, text: 'Rain fell.' })), Buffer.from(line)]);
    const { code, stderr } = await runCommand(['attributions', '-'], {}, input);
    expect(code).toBe(1);
    for (const some of words) expect(stderr).toContain(some);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('says that a file is not there', async () => {
    const { code, stderr } = await runCommand(['attributions', join(folder, 'none.jsonl')]);
    expect([code, stderr.includes('none.jsonl')]).toEqual([1, true]);
  });
});
