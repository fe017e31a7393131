import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { syntheticCorpus } from '../../bench/synthetic/corpus.ts';
import type { IngestedArticle } from '../../src/ingest/ingest-articles.ts';
import type { Store } from '../../src/store/store.ts';
import { verifyStore } from '../../src/store/verify/verify-store.ts';
import { startCommand } from '../support/command.ts';
import { newFolder, newPlace, times, within } from '../support/faults/places.ts';
import { report } from '../support/faults/report.ts';
import { STORES } from '../support/stores.ts';
import { contentOf } from '../support/table-contents.ts';

const KILLS = times(3);
/** Enough to be cut off in their midst each time. */
const ARTICLES = 60 + 20 * (KILLS - 3);
/** Milliseconds from the last thing that was heard of a command to its end, at most. */
const LONGEST_WAIT = 2_000;
/** Most that this may take in milliseconds: each run opens a store. */
const TIMEOUT = 120_000 + KILLS * 60_000 + ARTICLES * 2_000;

const { folder, remove } = newFolder();
const list = join(folder, 'list.jsonl');
const texts = new Map<string, string>();
beforeAll(() => {
  for (const { slug, text } of syntheticCorpus({ articles: ARTICLES, seed: 5, copyRate: 0.3 })) texts.set(slug, text);
  writeFileSync(
    list,
    [...texts].map(([id, text]) => `${JSON.stringify({ id, text, published: '2020-01-01' })}\n`).join(''),
  );
});
afterAll(remove);

/** In which revision something was written depends on where the writes were cut off. */
const NUMBERED = ['revision', 'reviewed_in', 'recorded_in'];
/** An index by numbers that a write takes even if it is cut off. */
const INDEX = ['indexed_version', 'passage_key'];

/** What a store says, without when and in how many writes it came to say so. */
async function whatIsSaid(store: Store): Promise<Record<string, unknown[]>> {
  const { revision: _, row_history: __, ...tables } = await contentOf(store);
  return Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      INDEX.includes(name) ? [rows.length] : rows.map(unnumbered).sort(),
    ]),
  );
}

function unnumbered(row: string): string {
  const columns = Object.entries(JSON.parse(row) as Record<string, unknown>)
    .filter(([column]) => !NUMBERED.includes(column))
    .map(([column, value]) => [column, column === 'withdrawn_in' ? value !== null : value]);
  return JSON.stringify(Object.fromEntries(columns));
}

const parse = (stdout: string): IngestedArticle[] =>
  // What was cut off within a line was not told.
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as IngestedArticle);

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Runs `verbatim ingest` and kills it at a random moment, or lets it end. What it told is what it has recorded. */
async function ingest(
  environment: Readonly<Record<string, string>>,
  isKilled: boolean,
): Promise<{ code: number | null; told: IngestedArticle[] }> {
  const command = startCommand(['ingest', list, '--json'], environment);
  if (isKilled) {
    let heard = 0;
    const wanted = Math.random() < 0.2 ? 0 : 1;
    command.process.stdout?.on('data', () => heard++);
    const ended = command.ended().then(() => (heard = Infinity));
    while (heard < wanted) await Promise.race([pause(5), ended]);
    // Without a word from it, it may still be opening its store.
    await Promise.race([pause(Math.random() * LONGEST_WAIT * (wanted === 0 ? 10 : 1)), ended]);
    command.process.kill('SIGKILL');
  }
  const { code, stdout, stderr } = await command.ended();
  expect(stderr).toBe('');
  return { code, told: parse(stdout) };
}

describe.each(STORES)('verbatim ingest into the $kind store', ({ kind }) => {
  it(
    'loses nothing that it told to be recorded when it is killed, and goes on where it stopped',
    async () => {
      const undisturbed = await newPlace(kind, folder);
      expect(await ingest(undisturbed.environment, false)).toMatchObject({ code: 0 });
      const whole = await within(undisturbed.location, whatIsSaid);

      const { location, environment } = await newPlace(kind, folder);
      const recorded = new Map<string, IngestedArticle>();
      for (let kill = 0; kill < KILLS; kill++) {
        const { told } = await ingest(environment, true);
        for (const article of told) {
          // What was told before is not told to be new again.
          expect([article.place, recorded.has(article.articleId) && article.outcome !== 'UNCHANGED']).toEqual([
            article.place,
            false,
          ]);
          recorded.set(article.articleId, article);
        }
        await within(location, async (store) => {
          const rows = await store.prisma.article.findMany({
            include: { currentVersion: true, _count: { select: { statements: true } } },
          });
          const byId = new Map(rows.map((row) => [row.id, row]));
          for (const { articleId, slug, proposed, outcome } of recorded.values()) {
            const row = byId.get(articleId);
            expect([row?.slug, row?.currentVersion?.text]).toEqual([
              slug,
              texts.get(row?.sourceKey?.slice('id:'.length) ?? ''),
            ]);
            if (outcome === 'NEW') expect(row?._count.statements).toBe(proposed);
          }
          const broken: unknown[] = [];
          await verifyStore(store.sql, (result) => {
            if (result.broken > 0) broken.push(result);
          });
          expect(broken).toEqual([]);
        });
      }
      const rest = await ingest(environment, false);
      expect([rest.code, rest.told.length]).toEqual([0, texts.size]);
      for (const { articleId, outcome } of rest.told) {
        if (recorded.has(articleId)) expect(outcome).toBe('UNCHANGED');
      }
      await within(location, async (store) => {
        const said = await whatIsSaid(store);
        for (const [table, rows] of Object.entries(whole)) expect([table, said[table]]).toEqual([table, rows]);
      });
      const found = { acknowledged: recorded.size, lost: 0, duplicated: 0, changed: 0 };
      report(`kill -9 of an ingest, ${kind}`, KILLS, { errors: new Map(), longestGap: 0 }, found);
    },
    TIMEOUT,
  );
});
