import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startCommand, type RunningCommand } from '../support/command.ts';
import { postGraphql } from '../support/served-corpus.ts';

const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);

interface Block {
  readonly language: string;
  readonly content: string;
}

/** The blocks of code of a document, each with the one behind it, where that is what comes of it. */
function stepsOf(document: string): { readonly act: Block; readonly outcome: Block | null }[] {
  const blocks = [...document.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', content = '']): Block => ({
    language,
    content,
  }));
  const isOutcome = (block: Block | undefined) => block?.language === 'text' || block?.language === 'json';
  return blocks.flatMap((act, index) => {
    const next = blocks[index + 1];
    return isOutcome(act) ? [] : [{ act, outcome: isOutcome(next) ? (next ?? null) : null }];
  });
}

/** A pattern of what is printed, in which "…" stands for anything. */
const patternOf = (shown: string): RegExp =>
  new RegExp(
    `^${shown
      .split('…')
      .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('.*')}$`,
    's',
  );

describe('the tutorial', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-tutorial-'));
  const environment = { VERBATIM_DATA: join(folder, 'data') };
  let server: RunningCommand;
  let url = '';
  beforeAll(async () => {
    server = startCommand(['serve'], environment);
    url = /Explorer +(http:\S+)\//.exec(await server.printed('Stop it'))?.[1] ?? '';
  });
  afterAll(async () => {
    server.process.kill('SIGTERM');
    await server.ended();
    rmSync(folder, { recursive: true, force: true });
  });

  const [start, ...steps] = stepsOf(readFileSync(join(ROOT, 'docs/tutorial.md'), 'utf8'));

  it('begins as the README does', () => {
    expect(start?.act).toEqual({ language: 'sh', content: 'npm ci && npm start\n' });
    expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain('```sh\nnpm ci && npm start\n```');
    expect(steps.length).toBeGreaterThan(7);
  });

  // Each goes on from what those before it have done.
  it.each(
    steps.map(({ act, outcome }): [string, Block, Block | null] => [
      act.content.split('\n', 2).join(' '),
      act,
      outcome,
    ]),
  )('is right: %s', async (_, { language, content }, outcome) => {
    if (language === 'graphql') {
      const { data, errors } = await postGraphql(url, { query: content });
      expect(errors).toEqual([]);
      expect(data).toEqual(JSON.parse(outcome?.content ?? ''));
      return;
    }
    expect(language).toBe('sh');
    // The built program, as npm would run it in a checkout.
    const npm = `npm() { shift 4; "${process.execPath}" "${join(ROOT, 'dist/cli/main.js')}" "$@"; }\n`;
    // What is altered or not found is told by the exit code, too.
    const { stdout } = await run('bash', ['-c', npm + content], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    }).catch((error: unknown) => error as { stdout: string });
    expect(stdout).toMatch(patternOf(outcome?.content ?? ''));
  });
});
