import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { syntheticCorpus } from '../../bench/synthetic/corpus.ts';
import type { QueueState } from '../../src/ingest/queue/article-queue.ts';
import { openPostgresStore } from '../../src/store/open-postgres-store.ts';
import type { Store } from '../../src/store/store.ts';
import { verifyStore } from '../../src/store/verify/verify-store.ts';
import { runCommand, startCommand } from '../support/command.ts';
import { createDatabase } from '../support/stores.ts';
import { describeOnPostgres } from '../support/describe-on-postgres.ts';

const TIMEOUT = 180_000;
const ARTICLES = 60;
/** So many articles come in so many versions each. */
const CHANGING = 6;
const VERSIONS = 4;

const folder = mkdtempSync(join(tmpdir(), 'verbatim-work-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const textOfVersion = (article: number, version: number): string =>
  `News ${String(article)} 🕊\n\n“We have counted ${String(version)} doves”, said Ann Smith of roof ${String(article)}.\n`;

/** A list with articles that come once and others whose versions lie far apart, in the order in which they were published. */
function writeList(name: string): { path: string; texts: Map<string, string[]> } {
  const texts = new Map<string, string[]>();
  const lines: string[] = [];
  const add = (id: string, text: string) => {
    texts.set(id, [...(texts.get(id) ?? []), text]);
    lines.push(`${JSON.stringify({ id, text, published: '2020-01-01' })}\n`);
  };
  [...syntheticCorpus({ articles: ARTICLES, seed: 8, copyRate: 0.3 })].forEach(({ slug, text }, index) => {
    const version = Math.floor((index * VERSIONS) / ARTICLES);
    if (index % (ARTICLES / VERSIONS) < CHANGING) {
      const article = index % (ARTICLES / VERSIONS);
      add(`changing-${String(article)}`, textOfVersion(article, version));
    }
    add(slug, text);
  });
  const path = join(folder, name);
  writeFileSync(path, lines.join(''));
  return { path, texts };
}

async function within<Result>(url: string, use: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openPostgresStore(url);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** The texts of each article by its key, in the order of its versions. */
async function recordedTexts(url: string): Promise<Record<string, string[]>> {
  return within(url, async ({ prisma }) => {
    const articles = await prisma.article.findMany({ include: { versions: { orderBy: { number: 'asc' } } } });
    return Object.fromEntries(
      articles.map(({ sourceKey, versions }) => [
        sourceKey?.slice('id:'.length) ?? '',
        versions.map(({ text }) => text),
      ]),
    );
  });
}

const broken = (url: string): Promise<string[]> =>
  within(url, async ({ sql }) => {
    const found: string[] = [];
    await verifyStore(sql, ({ name, broken: count }) => {
      if (count > 0) found.push(name);
    });
    return found;
  });

const stateOf = async (environment: Record<string, string>): Promise<QueueState> =>
  JSON.parse((await runCommand(['queue', '--json'], environment)).stdout) as QueueState;

const EMPTY: QueueState = { waiting: 0, underWay: 0, refused: [], failing: [] };

it.each([
  ['ingest --queue', ['ingest', '-', '--queue']],
  ['work', ['work']],
  ['queue', ['queue']],
])('verbatim %s says that it needs a PostgreSQL server', async (_, command) => {
  const { code, stderr } = await runCommand(command, { VERBATIM_DATA: join(folder, 'embedded') }, 'Text.');
  expect([code, stderr]).toEqual([1, expect.stringContaining('A queue needs a PostgreSQL server')]);
  expect(stderr).not.toContain('    at ');
});

it.each([
  ['none at once', ['work', '--at-once', '0'], 'It must be a number from 1 to 99.'],
  ['both ways at once', ['queue', '--again', '--forget'], "'--again' cannot be used with option '--forget'"],
  ['a queue that is only tried', ['ingest', '-', '--queue', '--dry-run'], "'--queue' cannot be used with"],
])('commands of the queue say what is wrong with them: %s', async (_, command, message) => {
  const { code, stderr } = await runCommand(command);
  expect([code, stderr]).toEqual([1, expect.stringContaining(message)]);
});

describeOnPostgres('a queue in a PostgreSQL server', (server) => {
  const newStore = async () => ({ DATABASE_URL: await createDatabase(server) });

  it(
    'is worked on by two processes, and each article gets its versions in their order',
    async () => {
      const environment = await newStore();
      const { path, texts } = writeList('shared.jsonl');
      const queued = await runCommand(['ingest', path, '--queue'], environment);
      expect([queued.code, queued.stdout]).toEqual([
        0,
        expect.stringContaining(`${String(ARTICLES + CHANGING * VERSIONS)} articles are on the queue.`),
      ]);
      expect(await stateOf(environment)).toMatchObject({ underWay: 0, refused: [], failing: [] });
      expect((await stateOf(environment)).waiting).toBeGreaterThan(1);

      const work = () => runCommand(['work', '--until-empty', '--json'], environment);
      const outcomes = await Promise.all([work(), work()]);
      expect(outcomes.map(({ code }) => code)).toEqual([0, 0]);
      // Both had something to do.
      for (const { stdout } of outcomes) expect(stdout).toContain('"outcome":"NEW"');
      expect(await stateOf(environment)).toEqual(EMPTY);
      expect(await recordedTexts(environment.DATABASE_URL)).toEqual(Object.fromEntries(texts));
      expect(await broken(environment.DATABASE_URL)).toEqual([]);

      // The same once more is nothing new.
      const revision = (): Promise<number> => within(environment.DATABASE_URL, ({ prisma }) => prisma.revision.count());
      const before = await revision();
      await runCommand(['ingest', writeList('again.jsonl').path, '--queue'], environment);
      const again = await runCommand(['work', '--until-empty', '--json'], environment);
      expect(again.stdout).toContain('"outcome":"UNCHANGED"');
      // Of those that change, the versions before the newest one are new again: that is how they were published.
      expect(await revision()).toBeGreaterThanOrEqual(before);
    },
    TIMEOUT,
  );

  it(
    'loses nothing when a process that works on it is killed, and another one takes over',
    async () => {
      const environment = await newStore();
      const { path, texts } = writeList('killed.jsonl');
      await runCommand(['ingest', path, '--queue'], environment);
      const first = startCommand(['work', '--json'], environment);
      await first.printed('"outcome"');
      const looksAlive = (): Promise<boolean[]> =>
        within(environment.DATABASE_URL, async ({ sql }) => {
          const rows = await sql.query<{ free: boolean }>({
            name: '',
            text: `SELECT pg_try_advisory_lock(hashtext('verbatim.worker'), hashtext(id)) AS free FROM (
              SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs WHERE locked_by IS NOT NULL) taken`,
          });
          return rows.map(({ free }) => !free);
        });
      expect(await looksAlive()).toEqual([true]);
      first.process.kill('SIGKILL');
      await first.ended();
      expect(await looksAlive()).toEqual([false]);
      // What the killed one had taken is taken.
      expect((await stateOf(environment)).underWay).toBeGreaterThan(0);

      const second = startCommand(['work', '--json'], environment);
      let state = await stateOf(environment);
      while (state.waiting + state.underWay > 0) state = await stateOf(environment);
      second.process.kill('SIGTERM');
      expect(await second.ended()).toMatchObject({ code: 0, stderr: '' });
      expect(state).toEqual(EMPTY);
      expect(await recordedTexts(environment.DATABASE_URL)).toEqual(Object.fromEntries(texts));
      expect(await broken(environment.DATABASE_URL)).toEqual([]);
    },
    TIMEOUT,
  );

  it(
    'keeps articles that were refused until somebody says what becomes of them',
    async () => {
      const environment = await newStore();
      const bringIn = (id: string, text: string) =>
        runCommand(['ingest', '-', '--queue', '--id', id, '--slug', 'doves'], environment, text);
      await bringIn('one', 'Doves fly.');
      await bringIn('two', 'Doves rest.');
      const worked = await runCommand(['work', '--until-empty'], environment);
      expect([worked.code, worked.stderr]).toEqual([0, expect.stringContaining('doves is the slug of an article')]);
      const { refused } = await stateOf(environment);
      expect(refused).toEqual([expect.stringContaining('standard input: doves is the slug of an article')]);

      const shown = await runCommand(['queue', '--again'], environment);
      expect([shown.stdout, shown.stderr]).toEqual([
        expect.stringContaining('1 batches wait, 0 are under way.'),
        '1 article is on the queue again.\n',
      ]);
      await runCommand(['work', '--until-empty'], environment);
      expect(await stateOf(environment)).toEqual({ ...EMPTY, refused });
      expect((await runCommand(['queue'], environment)).stdout).toContain('1 article was refused');
      await runCommand(['queue', '--forget'], environment);
      expect(await stateOf(environment)).toEqual(EMPTY);
    },
    TIMEOUT,
  );

  it(
    'is left by a process that is told to stop once what it is at is recorded',
    async () => {
      const environment = await newStore();
      await runCommand(['ingest', writeList('stopped.jsonl').path, '--queue'], environment);
      const work = startCommand(['work', '--json', '--at-once', '1'], environment);
      await work.printed('"outcome"');
      work.process.kill('SIGTERM');
      expect(await work.ended()).toMatchObject({ code: 0, stderr: '' });
      expect((await stateOf(environment)).underWay).toBe(0);
      expect((await runCommand(['work', '--until-empty', '--json'], environment)).code).toBe(0);
      expect(await stateOf(environment)).toEqual(EMPTY);
    },
    TIMEOUT,
  );
});
