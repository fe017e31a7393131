import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { postGraphql } from './served-corpus.ts';

const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);

interface Block {
  readonly language: string;
  readonly content: string;
}

/** A block of code of a document, and the one behind it, where that is what comes of it. */
export interface Step {
  /** Its first words. */
  readonly name: string;
  readonly act: Block;
  readonly outcome: Block | null;
}

/** Where steps are done, each going on from what those before it have done. */
export interface Place {
  /** The folder that commands run in. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** What queries are sent to. */
  readonly url: string;
  /** The key that queries are sent with: the last one that a command has printed. */
  key?: string | undefined;
}

/** A file of the project. */
export const readDocument = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The steps of a document. */
export function stepsOf(document: string): readonly Step[] {
  const blocks = [...document.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', content = '']): Block => ({
    language,
    content,
  }));
  const isOutcome = (block: Block | undefined) => block?.language === 'text' || block?.language === 'json';
  return blocks.flatMap((act, index) => {
    const next = blocks[index + 1];
    if (isOutcome(act)) return [];
    return [{ name: act.content.split('\n', 2).join(' '), act, outcome: isOutcome(next) ? (next ?? null) : null }];
  });
}

/** Does a step, and expects what the document says that comes of it; "…" stands for anything that is printed. */
export async function expectStep({ act, outcome }: Step, place: Place): Promise<void> {
  const { language, content } = act;
  if (language === 'graphql') {
    const { data, errors } = await postGraphql(place.url, { query: content }, place.key);
    expect(errors).toEqual([]);
    expect(data).toEqual(JSON.parse(outcome?.content ?? ''));
    return;
  }
  expect(language).toBe('sh');
  // The built program, as npm would run it in a checkout.
  const npm = `npm() { shift 4; "${process.execPath}" "${join(ROOT, 'dist/cli/main.js')}" "$@"; }\n`;
  // What is altered or not found is told by the exit code, too.
  const { stdout } = await run('bash', ['-c', npm + content], {
    cwd: place.folder,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...place.environment },
  }).catch((error: unknown) => error as { stdout: string });
  expect(stdout).toMatch(patternOf(outcome?.content ?? ''));
  place.key = /^verbatim_\S+/.exec(stdout)?.[0] ?? place.key;
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
