import { WriteQueue } from '../../src/store/write-queue.ts';

describe('a queue of writes', () => {
  it('runs one at a time, in the order in which they came', async () => {
    const queue = new WriteQueue();
    const seen: string[] = [];
    let running = 0;
    const write = (name: string) =>
      queue.run(async () => {
        expect(++running).toBe(1);
        seen.push(name);
        await new Promise((resolve) => setImmediate(resolve));
        running--;
        return name;
      });
    expect(await Promise.all(['a', 'b', 'c', 'd'].map(write))).toEqual(['a', 'b', 'c', 'd']);
    expect(seen).toEqual(['a', 'b', 'c', 'd']);
  });

  it('goes on behind one that fails, and tells its own caller alone', async () => {
    const queue = new WriteQueue();
    const failing = queue.run(() => Promise.reject(new Error('full')));
    const next = queue.run(() => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('full');
    expect(await next).toBe('done');
  });

  it('tells one whose turn does not come in time, and never runs it', async () => {
    const queue = new WriteQueue();
    let finish: () => void = () => undefined;
    const first = queue.run(() => new Promise<void>((resolve) => (finish = resolve)));
    let hasRun = false;
    const late = queue.run(() => Promise.resolve((hasRun = true)), 20);
    await expect(late).rejects.toThrow(/Nothing was changed/);
    finish();
    await first;
    expect(await queue.run(() => Promise.resolve('next'), 20)).toBe('next');
    expect(hasRun).toBe(false);
  });
});
