import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../dist/cli/main.js');

/** How a command ended. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that runs until it is stopped. */
export interface RunningCommand {
  readonly process: ChildProcess;
  /** Resolves with what it has printed once that holds some words. */
  printed(words: string): Promise<string>;
  ended(): Promise<Outcome>;
}

/** The environment of a command: nothing of the tests' own settings, and any free port. */
const environment = (given: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  PORT: '0',
  ...given,
});

/**
 * Starts a command of the built program.
 *
 * @param input what it reads from standard input
 */
export function startCommand(
  args: readonly string[],
  given: Readonly<Record<string, string>>,
  input: string | Uint8Array = '',
): RunningCommand {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: environment(given),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // A command that reads nothing may end before all is written.
  child.stdin.on('error', () => undefined).end(input);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const end = new Promise<Outcome>((resolve) => {
    child.once('close', (code) => {
      resolve({ code, stdout, stderr });
    });
  });
  return {
    process: child,
    ended: () => end,
    printed: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (stdout.includes(words)) resolve(stdout);
        };
        child.stdout.on('data', look);
        look();
        void end.then((outcome) => {
          reject(new Error(`ended without printing ${JSON.stringify(words)}: ${JSON.stringify(outcome)}`));
        });
      }),
  };
}

/** Runs a command of the built program to its end. */
export function runCommand(
  args: readonly string[],
  given: Readonly<Record<string, string>> = {},
  input?: string | Uint8Array,
): Promise<Outcome> {
  return startCommand(args, given, input).ended();
}
