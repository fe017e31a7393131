import { createInterface } from 'node:readline';
import { lockFolder, type FolderLock } from '../../../src/store/folder-lock.ts';

// A process that takes and releases folders as it is told, a line each: "lock /some/folder", "release".
// It answers each line with one line of JSON. A folder that it holds is lost when it is killed.

let lock: FolderLock | undefined;

async function obey(command: string): Promise<object> {
  if (command === 'release') {
    await lock?.release();
    return { outcome: 'released' };
  }
  try {
    lock = await lockFolder(command.slice('lock '.length));
    return { outcome: 'locked' };
  } catch (error) {
    return { outcome: 'refused', message: error instanceof Error ? error.message : String(error) };
  }
}

process.stdout.write('{"outcome":"ready"}\n');
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await obey(line))}\n`);
}
