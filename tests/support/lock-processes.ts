import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What a process answers when it is told to take or release a folder. */
interface LockAnswer {
  readonly outcome: 'ready' | 'locked' | 'refused' | 'released';
  readonly message?: string;
}

/** A real process of its own that takes folders as it is told. */
export interface LockProcess {
  readonly pid: number;
  lock(folder: string): Promise<LockAnswer>;
  release(): Promise<LockAnswer>;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
}

const PROCESSES = join(import.meta.dirname, 'processes');

/** Starts a process that is ready to take folders. */
export async function startLockProcess(): Promise<LockProcess> {
  const child = spawn(
    process.execPath,
    ['--import', join(PROCESSES, 'typescript.mjs'), join(PROCESSES, 'lock-owner.ts')],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<LockAnswer> => {
    const line = await lines.next();
    if (line.done === true) throw new Error(`the process ended without an answer: ${String(child.exitCode)}`);
    return JSON.parse(line.value) as LockAnswer;
  };
  const tell = (command: string): Promise<LockAnswer> => {
    child.stdin.write(`${command}\n`);
    return answer();
  };
  await answer();
  return {
    pid: child.pid ?? 0,
    lock: (folder) => tell(`lock ${folder}`),
    release: () => tell('release'),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
