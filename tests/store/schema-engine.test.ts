import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const PROCESSES = join(import.meta.dirname, '../support/processes');

async function attempt(trial: string): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    join(PROCESSES, 'typescript.mjs'),
    join(PROCESSES, 'schema-engine.ts'),
    trial,
  ]);
  return JSON.parse(stdout) as unknown;
}

describe('Prisma’s own schema engine', () => {
  let names: string[];
  beforeAll(async () => {
    const entries = await readdir(join(import.meta.dirname, '../../prisma/migrations'), { withFileTypes: true });
    names = entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
  });

  it('finds nothing to do after our migrations', async () => {
    expect(await attempt('oursThenPrismas')).toEqual([names, []]);
  });

  it('leaves nothing for our migrations to do', async () => {
    expect(await attempt('prismasThenOurs')).toEqual([names, []]);
  });

  it('sees no difference between the datamodel and the migrations', async () => {
    expect(await attempt('drift')).toBe('');
  });

  it.each([
    ['a column more', 'driftOfAddedColumn', /ALTER TABLE "article" ADD COLUMN +"subtitle" TEXT/],
    ['an index less', 'driftOfLeftOutIndex', /DROP INDEX .*"actor_kind_slug_idx"/],
  ])('sees the difference once the datamodel has %s', async (_, trial, expected) => {
    expect(await attempt(trial)).toMatch(expected);
  });
});
