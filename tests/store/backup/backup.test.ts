import { createHash } from 'node:crypto';
import { BACKED_UP_TABLES } from '../../../src/store/backup/backed-up-tables.ts';
import { backUp } from '../../../src/store/backup/back-up.ts';
import { restore, type Restored } from '../../../src/store/backup/restore.ts';
import { findPrincipal } from '../../../src/store/keys/find-principal.ts';
import { proofsOfStatements } from '../../../src/store/ledger/ledger-proofs.ts';
import { corpusRevision } from '../../../src/store/read/details.ts';
import type { Store } from '../../../src/store/store.ts';
import type { CheckResult } from '../../../src/store/verify/check.ts';
import { verifyStore } from '../../../src/store/verify/verify-store.ts';
import { ChangingCorpus } from '../../support/changing-corpus.ts';
import { keyOf } from '../../support/keys.ts';
import { STORES } from '../../support/stores.ts';
import { recordVariety } from '../../support/varied-corpus.ts';

/** Worked out from the rest. */
const DERIVED = ['_prisma_migrations', 'indexed_version', 'passage_key', 'search_entry'];

async function collected(chunks: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return all;
}

async function linesOf(store: Store): Promise<string[]> {
  const all = (await collected(backUp(store))).join('');
  expect(all.endsWith('\n')).toBe(true);
  return all.slice(0, -1).split('\n');
}

/** As a file is read. */
async function* reading(lines: readonly string[]) {
  for (const [index, line] of lines.entries()) yield Promise.resolve({ bytes: Buffer.from(line), number: index + 1 });
}

const restoreLines = (store: Store, lines: readonly string[], results: CheckResult[] = []): Promise<Restored> =>
  restore(store, reading(lines), (result) => results.push(result));

/** A backup in which somebody changed lines, and the last one so that it fits. */
function resealed(lines: readonly string[]): string[] {
  const before = lines.slice(0, -1);
  const sha256 = createHash('sha256')
    .update(`${before.join('\n')}\n`)
    .digest('hex');
  return [...before, JSON.stringify({ end: true, rows: before.length - 1, sha256 })];
}

describe.each(STORES)('a backup of the $kind store', ({ open }) => {
  let store: Store;
  let lines: string[];
  let key: string;
  beforeAll(async () => {
    store = await open();
    key = await keyOf(store, 'EDITOR');
    await recordVariety(store);
    lines = await linesOf(store);
  });
  afterAll(() => store.close());

  it('holds every row of every table that is not made of others', async () => {
    const tables = await store.sql.query<{ name: string }>({
      name: '',
      text: `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    });
    const names = BACKED_UP_TABLES.map(({ name }) => name);
    expect([...names, ...DERIVED].sort()).toEqual(tables.map(({ name }) => name).sort());
    for (const name of names) {
      const [counted] = await store.sql.query<{ count: number }>({
        name: '',
        text: `SELECT count(*)::int FROM ${name}`,
      });
      const held = lines.filter((line) => line.startsWith(`{"table":"${name}",`));
      expect([name, held.length]).toEqual([name, counted?.count]);
      expect([name, held.length > 0]).toEqual([name, true]);
    }
  });

  it('is the same when it is made again', async () => {
    expect(await linesOf(store)).toEqual(lines);
  });

  describe.each(STORES)('restored on the $kind store', ({ open: openOther }) => {
    let other: Store;
    const results: CheckResult[] = [];
    beforeAll(async () => {
      other = await openOther();
      await restoreLines(other, lines, results);
    });
    afterAll(() => other.close());

    it('was looked at', () => {
      expect(results.length).toBeGreaterThan(15);
      expect(results.filter(({ broken }) => broken > 0)).toEqual([]);
    });

    it('is the same store, row by row, with its times', async () => {
      expect(await linesOf(other)).toEqual(lines);
    });

    it('proves the same', async () => {
      const ids = (await store.prisma.statement.findMany({ select: { id: true } })).map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(5);
      // In whatever order they are read.
      const proofs = async ({ sql }: Store) =>
        (await proofsOfStatements(sql, ids))
          .map(({ records, ...proof }) =>
            JSON.stringify({ ...proof, records: records.map((r) => JSON.stringify(r)).sort() }),
          )
          .sort();
      expect(await proofs(other)).toEqual(await proofs(store));
    });

    it('knows the same keys', async () => {
      expect(await findPrincipal(other.sql, key, new Date())).toEqual(await findPrincipal(store.sql, key, new Date()));
    });

    it('finds the same, and goes on', async () => {
      const found = (each: Store) =>
        each.sql.query({
          name: '',
          text: 'SELECT kind, id, title, body, vector::text FROM search_entry ORDER BY kind, id',
        });
      expect(await found(other)).toEqual(await found(store));
      const before = await corpusRevision(other.sql);
      expect(await new ChangingCorpus(other).bringIn('fog', 'Fog came in. “We wait,” Ida Marsh said.\n')).toBe(
        before + 1,
      );
      expect(await verifyStore(other.sql, () => undefined)).toBe(true);
    });
  });

  it('is of one moment, while others write', async () => {
    const writing = await open();
    const other = await open();
    try {
      const corpus = new ChangingCorpus(writing);
      await corpus.bringIn('one', 'Rain fell. “It rains,” Ida Marsh said.\n');
      const backup = backUp(writing);
      const first = await backup.next();
      const written = corpus.bringIn('two', 'Snow fell. “It snows,” Ida Marsh said.\n');
      const rest = await collected(backup);
      expect(await written).toBe(2);
      const restored = await restoreLines(other, [String(first.value), ...rest].join('').trimEnd().split('\n'));
      expect(restored.size).toBe(1);
      expect(await corpusRevision(other.sql)).toBe(1);
    } finally {
      await writing.close();
      await other.close();
    }
  });

  it('that nobody reads to its end lets others write', async () => {
    const writing = await open();
    try {
      for await (const chunk of backUp(writing)) {
        expect(chunk).toContain('"verbatim":"backup"');
        break;
      }
      expect(await new ChangingCorpus(writing).bringIn('one', 'Rain fell.\n')).toBe(1);
    } finally {
      await writing.close();
    }
  });

  describe('is refused, and nothing is changed,', () => {
    let empty: Store;
    beforeAll(async () => {
      empty = await open();
    });
    afterAll(() => empty.close());

    const changed = (from: string, to: string) => (all: string[]) => {
      const index = all.findIndex((line) => line.includes(from));
      expect(index).toBeGreaterThan(0);
      return all.with(index, String(all[index]).replace(from, to));
    };
    const header = (all: string[], fields: object) =>
      all.with(0, JSON.stringify({ ...(JSON.parse(String(all[0])) as object), ...fields }));

    it.each<[string, (all: string[]) => string[], RegExp]>([
      ['without anything', () => [], /^Line 1 of the backup does not begin a backup/],
      ['without its beginning', (all) => all.slice(1), /^Line 1 of the backup does not begin a backup/],
      ['of a later format', (all) => header(all, { format: 2 }), /^Line 1 of the backup does not begin a backup/],
      [
        'of other tables',
        (all) => header(all, { migration: '0001_tables' }),
        /newest migration is 0001_tables, and here it is 00/,
      ],
      ['without its end', (all) => all.slice(0, -1), /is its last one: the rest of it is missing/],
      ['without a row', (all) => all.toSpliced(-2, 1), /tells of other rows than there are/],
      ['with a word changed', changed('It does not.', 'It does so.'), /tells of other rows than there are/],
      ['with a line cut', (all) => all.with(5, String(all[5]).slice(0, -9)), /^Line 6 of the backup is no row/],
      [
        'with a row that is no JSON',
        (all) =>
          all.with(
            5,
            String(all[5])
              .replace(/"[^"]*"(?=\}\}$)/, "'x'")
              .replace('": ', '"; '),
          ),
        /holds rows that no store can/,
      ],
      ['twice', (all) => [...all, ...all], /stands behind the end/],
      [
        'with a table of its own',
        (all) => resealed(all.with(-2, '{"table":"pg_authid","row":{}}')),
        /a table "pg_authid", which no store has/,
      ],
      [
        'with a statement of no article',
        (all) => resealed(all.filter((line) => !line.startsWith('{"table":"article",'))),
        /holds rows that no store can/,
      ],
      [
        'with a quote changed and sealed again',
        (all) => resealed(changed('"exact": "harbour closed"', '"exact": "harbour opened"')(all)),
        /does not hold what a store may hold/,
      ],
      [
        'with a statement’s text changed and sealed again',
        (all) => resealed(changed('The town waits.', 'The town wails.')(all)),
        /does not hold what a store may hold/,
      ],
      [
        'without a review, sealed again',
        (all) => resealed(all.filter((line) => !line.startsWith('{"table":"review",'))),
        /does not hold what a store may hold/,
      ],
      [
        'of another ledger',
        (all) => resealed(header(all, { ledger: { size: 1, rootHash: 'ab'.repeat(32) } })),
        /does not hold what a store may hold/,
      ],
    ])('%s', async (_, change, message) => {
      await expect(restoreLines(empty, change(lines))).rejects.toThrow(message);
      expect(await empty.prisma.revision.count()).toBe(0);
      expect(await empty.prisma.articleVersion.count()).toBe(0);
      const off = await empty.sql.query({ name: '', text: `SELECT FROM pg_trigger WHERE tgenabled = 'D'` });
      expect(off).toEqual([]);
    });

    it('where something is recorded', async () => {
      await expect(restoreLines(store, lines)).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await linesOf(store)).toEqual(lines);
    });
  });
});
