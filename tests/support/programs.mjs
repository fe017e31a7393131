import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Programs that some suites need and that come with the system, not with the packages.
 *
 * @typedef {{ name: string, install: string, consequence: string, find: () => string | null }} Program
 */

/** @type {Program} */
export const POSTGRES = {
  name: 'PostgreSQL 15 or newer',
  install: 'apt-get install postgresql (initdb and postgres, in PATH or below /usr/lib/postgresql)',
  consequence: 'The suites on PostgreSQL were left out; those on the embedded store ran.',
  find: () => {
    const debian = '/usr/lib/postgresql';
    const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
    const folders = [
      ...versions.map((version) => join(debian, version, 'bin')),
      ...(process.env.PATH ?? '').split(':'),
    ];
    return folders.find((folder) => hasAll(folder, ['initdb', 'postgres']) && major(folder) >= 15) ?? null;
  },
};

/** @type {Program} */
export const CHROMIUM = {
  name: 'Chromium',
  install: 'apt-get install chromium (or set CHROMIUM to the path of a Chrome or Chromium)',
  consequence: 'The suites in a browser were left out.',
  find: () =>
    [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
      (path) => path !== undefined && existsSync(path),
    ) ?? null,
};

/** @type {Program} */
export const FAKETIME = {
  name: 'faketime',
  install: 'apt-get install faketime',
  consequence: 'The suite on clocks that jump was left out.',
  find: () =>
    (process.env.PATH ?? '')
      .split(':')
      .map((folder) => join(folder, 'faketime'))
      .find(existsSync) ?? null,
};

/** @type {Program} */
export const PYTHON = {
  name: 'Python 3',
  install: 'apt-get install python3',
  consequence: 'The suite on the client in Python was left out.',
  find: () =>
    (process.env.PATH ?? '')
      .split(':')
      .map((folder) => join(folder, 'python3'))
      .find(existsSync) ?? null,
};

/**
 * No program, and nothing to install: what a machine allows.
 *
 * @type {Program}
 */
export const MOUNTING = {
  name: 'the right to mount a file system',
  install: 'run the tests as root, outside of a container that forbids it',
  consequence: 'The suite on a full disk was left out.',
  find: () => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-mounting-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
      execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' });
      return folder;
    } catch {
      return null;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** The programs that this machine lacks. */
export const missingPrograms = () =>
  [POSTGRES, CHROMIUM, FAKETIME, PYTHON].filter((program) => program.find() === null);

const hasAll = (folder, names) => names.every((name) => existsSync(join(folder, name)));

function major(folder) {
  try {
    return Number(/(\d+)/.exec(execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
