import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from '../../src/store/folder-lock.ts';
import { startLockProcess, type LockProcess } from '../support/lock-processes.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lockFiles = async () => (await readdir(folder)).filter((name) => name.endsWith('.lock')).sort();
const writeLock = (generation: number, content: string) =>
  writeFile(join(folder, `owner.${String(generation)}.lock`), content);
const inUse = (pattern: RegExp) => ({ code: 'STORE_IN_USE', message: expect.stringMatching(pattern) as string });

describe('a folder that another process has locked', () => {
  const processes: LockProcess[] = [];
  const start = async () => {
    const started = await startLockProcess();
    processes.push(started);
    return started;
  };
  afterEach(() => Promise.all(processes.splice(0).map((started) => started.kill())));

  it('is refused, with the pid of the owner and what to do', async () => {
    const owner = await start();
    expect(await owner.lock(folder)).toEqual({ outcome: 'locked' });
    await expect(lockFolder(folder)).rejects.toMatchObject(
      inUse(new RegExp(`belongs to process ${String(owner.pid)}\\. .*VERBATIM_DATA.*DATABASE_URL`)),
    );
  });

  it('names the other process when two others compete, too', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    await first.lock(folder);
    const { outcome, message } = await second.lock(folder);
    expect(outcome).toBe('refused');
    expect(message).toContain(`belongs to process ${String(first.pid)}.`);
  });

  it('is free once the owner has released it', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    await first.lock(folder);
    await first.release();
    expect(await second.lock(folder)).toEqual({ outcome: 'locked' });
    expect(await first.lock(folder)).toMatchObject({ outcome: 'refused' });
  });

  it('is free once the owner was killed, and then belongs to the next one alone', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    await first.lock(folder);
    expect(await second.lock(folder)).toMatchObject({ outcome: 'refused' });
    await first.kill();
    expect(await second.lock(folder)).toEqual({ outcome: 'locked' });
    await expect(lockFolder(folder)).rejects.toMatchObject(inUse(new RegExp(`process ${String(second.pid)}\\.`)));
  });
});

describe('a folder that many processes want at once', () => {
  let contenders: LockProcess[];
  let dead: LockProcess;
  beforeAll(async () => {
    [dead, ...contenders] = (await Promise.all(Array.from({ length: 7 }, startLockProcess))) as [
      LockProcess,
      ...LockProcess[],
    ];
    await dead.kill();
  });
  afterAll(() => Promise.all(contenders.map((contender) => contender.kill())));

  const owner = (released: boolean) => JSON.stringify({ pid: dead.pid, host: hostname(), born: 'long ago', released });

  it.each([
    ['is new', () => mkdir(join(folder, 'unrelated'))],
    ['belonged to a dead process', () => writeLock(7, owner(false))],
    ['was released', () => writeLock(9, owner(true))],
    ['holds files of several dead processes', () => Promise.all([1, 2, 12].map((n) => writeLock(n, owner(false))))],
  ])('belongs to exactly one of them, every time, when it %s', async (_, prepare) => {
    for (let round = 0; round < 25; round++) {
      folder = await mkdtemp(join(tmpdir(), 'verbatim-lock-'));
      await prepare();
      const answers = await Promise.all(contenders.map((contender) => contender.lock(folder)));
      const winners = contenders.filter((_contender, index) => answers[index]?.outcome === 'locked');
      expect(winners).toHaveLength(1);
      for (const { outcome, message } of answers) {
        if (outcome !== 'locked') expect(message).toContain(`belongs to process ${String(winners[0]?.pid)}.`);
      }
      await winners[0]?.release();
      await rm(folder, { recursive: true });
    }
  });

  it('changes hands as often as it is released, with one owner at a time', async () => {
    for (let round = 0; round < 25; round++) {
      const answers = await Promise.all(contenders.map((contender) => contender.lock(folder)));
      const winners = contenders.filter((_contender, index) => answers[index]?.outcome === 'locked');
      expect(winners).toHaveLength(1);
      await winners[0]?.release();
    }
    expect((await lockFiles()).at(-1)).toMatch(/^owner\.\d+\.lock$/);
  });
});

describe('a lock file', () => {
  const ownLock = async () => {
    const lock = await lockFolder(folder);
    const [name = ''] = await lockFiles();
    const content = JSON.parse(await readFile(join(folder, name), 'utf8')) as Record<string, unknown>;
    await lock.release();
    await rm(join(folder, name));
    return content;
  };

  it('of this very process is refused a second time, and free after its release', async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toMatchObject(inUse(new RegExp(`process ${String(process.pid)}\\.`)));
    await lock.release();
    await (await lockFolder(folder)).release();
  });

  it('stands in a folder that is made for it', async () => {
    folder = join(folder, 'a', 'b');
    await lockFolder(folder);
    expect(await lockFiles()).toEqual(['owner.1.lock']);
  });

  it('is the only one that stays, and drafts do not', async () => {
    for (let round = 0; round < 3; round++) await (await lockFolder(folder)).release();
    expect(await readdir(folder)).toEqual(['owner.3.lock']);
  });

  it('that names our pid with our birth is refused, and with another birth taken over', async () => {
    const own = await ownLock();
    await writeLock(4, JSON.stringify(own));
    await expect(lockFolder(folder)).rejects.toMatchObject(inUse(new RegExp(`process ${String(process.pid)}\\.`)));
    await writeLock(4, JSON.stringify({ ...own, born: 'before the last boot:1' }));
    await lockFolder(folder);
    expect(await lockFiles()).toEqual(['owner.5.lock']);
  });

  it('of another machine is refused, with the file to remove when that machine is gone', async () => {
    await writeLock(3, JSON.stringify({ ...(await ownLock()), host: 'elsewhere.example' }));
    await expect(lockFolder(folder)).rejects.toMatchObject(
      inUse(/belongs to process \d+ on elsewhere\.example\..* If that machine is gone, remove \S+owner\.3\.lock\.$/),
    );
    await rm(join(folder, 'owner.3.lock'));
    await expect(lockFolder(folder)).resolves.toBeDefined();
  });

  it('of another machine that was released is taken over', async () => {
    await writeLock(3, JSON.stringify({ ...(await ownLock()), host: 'elsewhere.example', released: true }));
    await lockFolder(folder);
    expect(await lockFiles()).toEqual(['owner.4.lock']);
  });

  it.each([
    ['is empty', ''],
    ['was cut off', '{"pid":12,"host"'],
    ['is no object', 'null'],
    ['names no process', '{}'],
  ])('that %s is refused, with the file to remove', async (_, content) => {
    await writeLock(1, content);
    await expect(lockFolder(folder)).rejects.toMatchObject(
      inUse(/^The lock file \S+owner\.1\.lock cannot be read\. Remove it if no process uses the store\.$/),
    );
    expect(await lockFiles()).toEqual(['owner.1.lock']);
  });

  it('is told apart from files that only look alike', async () => {
    for (const name of ['owner.lock', 'owner.8.lock.bak', 'xowner.9.lock', 'owner.x.lock']) {
      await writeFile(join(folder, name), 'not a lock');
    }
    await lockFolder(folder);
    expect(await lockFiles()).toContain('owner.1.lock');
    expect(await readdir(folder)).toHaveLength(5);
  });
});
