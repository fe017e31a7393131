import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { VerbatimError } from '../domain/errors.ts';

/** Sole ownership of a folder until it is released or its process ends. */
export interface FolderLock {
  release(): Promise<void>;
}

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** What tells this process from another one that once gets the same pid; null where the system does not tell. */
  readonly born: string | null;
  readonly released: boolean;
}

const LOCK = /^owner\.(\d+)\.lock$/;
const lockName = (generation: number) => `owner.${String(generation)}.lock`;

/**
 * Takes a folder for this process, making it if need be.
 *
 * Each ownership is a file with a number one higher than the last one. It appears at once with its content (by a hard
 * link, which fails if the name is taken), so of several processes that see a dead owner one alone becomes the next. The
 * highest file is never removed, so numbers never start again; whoever finds a higher one than its own gives way.
 *
 * @throws VerbatimError STORE_IN_USE that names the owner's pid
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true });
  const own: Owner = { pid: process.pid, host: hostname(), born: await birthOf(process.pid), released: false };
  for (;;) {
    const last = await highest(folder);
    if (last > 0) await refuseIfAlive(folder, last);
    const taken = await take(folder, last + 1, own);
    if (!taken) continue;
    if ((await highest(folder)) > last + 1) continue;
    await removeOlder(folder, last + 1);
    return { release: () => write(folder, last + 1, { ...own, released: true }) };
  }
}

async function refuseIfAlive(folder: string, generation: number): Promise<void> {
  const path = join(folder, lockName(generation));
  const owner = await readOwner(path);
  if (!owner || owner.released) return;
  const elsewhere = owner.host !== hostname();
  if (!elsewhere && !(await isAlive(owner))) return;
  throw new VerbatimError(
    'STORE_IN_USE',
    `The store in ${folder} belongs to process ${String(owner.pid)}${elsewhere ? ` on ${owner.host}` : ''}. ` +
      'Two processes on one embedded store would lose rows: stop that one, choose another folder by VERBATIM_DATA, or use PostgreSQL by DATABASE_URL.' +
      (elsewhere ? ` If that machine is gone, remove ${path}.` : ''),
  );
}

async function isAlive(owner: Owner): Promise<boolean> {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    // EPERM: it is alive and belongs to somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return (await birthOf(owner.pid)) === owner.born;
}

/** When a process began, where the system tells (Linux): boot and clock tick, the 22nd field of its stat line (proc(5)). */
async function birthOf(pid: number): Promise<string | null> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8');
    // The second field, the program's name, stands in parentheses and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${boot.trim()}:${fields[19] ?? ''}`;
  } catch {
    return null;
  }
}

async function highest(folder: string): Promise<number> {
  const numbers = (await readdir(folder)).map((name) => Number(LOCK.exec(name)?.[1] ?? 0));
  return Math.max(0, ...numbers);
}

async function readOwner(path: string): Promise<Owner | null> {
  try {
    const owner: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (!isOwner(owner)) throw new Error('it names no process');
    return owner;
  } catch (error) {
    // Removed by the next owner since we looked; the coming attempt finds that one.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new VerbatimError(
      'STORE_IN_USE',
      `The lock file ${path} cannot be read. Remove it if no process uses the store.`,
      {
        cause: error,
      },
    );
  }
}

function isOwner(value: unknown): value is Owner {
  if (typeof value !== 'object' || value === null) return false;
  const { pid, host } = value as Partial<Owner>;
  return Number.isSafeInteger(pid) && typeof host === 'string';
}

async function take(folder: string, generation: number, owner: Owner): Promise<boolean> {
  const draft = await writeDraft(folder, owner);
  try {
    await link(draft, join(folder, lockName(generation)));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function write(folder: string, generation: number, owner: Owner): Promise<void> {
  await rename(await writeDraft(folder, owner), join(folder, lockName(generation)));
}

async function writeDraft(folder: string, owner: Owner): Promise<string> {
  const draft = join(folder, `.owner.${randomUUID()}`);
  await writeFile(draft, JSON.stringify(owner), { flag: 'wx' });
  return draft;
}

async function removeOlder(folder: string, generation: number): Promise<void> {
  const older = (await readdir(folder)).filter((name) => Number(LOCK.exec(name)?.[1] ?? generation) < generation);
  await Promise.all(older.map((name) => rm(join(folder, name), { force: true })));
}
