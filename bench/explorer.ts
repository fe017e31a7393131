import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Pool } from 'pg';
import { chromium, type BrowserContext } from 'playwright-core';
import { createKey } from '../src/store/keys/create-key.ts';
import { CHROMIUM } from '../tests/support/programs.mjs';
import { compareSome } from './compare-some.ts';
import { CorpusLoader } from './load-corpus.ts';
import { machine, quantile, say, withBench, writeResult } from './run.ts';
import { syntheticCorpus, type SyntheticArticle } from './synthetic/corpus.ts';
import { EventGiver } from './synthetic/event-giver.ts';
import { toRecords } from './synthetic/to-records.ts';

/**
 * How soon each view of the explorer can be used with a large corpus: node …/explorer.js [statements] [rounds]. Needs the built
 * program and a Chromium.
 */
const [size = 100_000, rounds = 5] = process.argv.slice(2).map(Number);
const MAIN = join(import.meta.dirname, '../../../dist/cli/main.js');
const BATCH = 500;

/** An address, and what stands on its page once people can use it. */
interface View {
  readonly name: string;
  readonly path: string;
  readonly whole: string;
}

interface Sight {
  /** Milliseconds from the navigation until it stands and a task runs after the frame that shows it. */
  readonly interactive: number;
  readonly elements: number;
  /** Bytes of the API's answers, as they were before compression. */
  readonly bytes: number;
}

/** Notes in the page when its content stands: after the next frame, once the main thread is free for a task. */
const WATCH = `
  const note = () => {
    if (!window.whole || !document.querySelector(window.whole)) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => { window.interactive = performance.now(); }));
  };
  const observer = new MutationObserver(note);
  observer.observe(document, { childList: true, subtree: true });`;

async function startServer(database: string): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const child = spawn(process.execPath, [MAIN, 'serve', '--no-seed'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: database,
      HOST: '127.0.0.1',
      PORT: '0',
      NODE_ENV: 'production',
      ANSWER_CACHE_MB: '0',
    },
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url) return { url, child };
  }
  throw new Error('The server did not start.');
}

/** The views of whatever has the most of its kind. */
async function viewsOf(pool: Pool): Promise<View[]> {
  const first = async (sql: string): Promise<string> => {
    const { rows } = await pool.query<{ found: string }>(sql);
    return rows[0]?.found ?? '';
  };
  const id = (type: string, uuid: string) => Buffer.from(`${type}:${uuid}`).toString('base64url');
  const article = await first(
    'SELECT a.slug AS found FROM article a JOIN statement s ON s.article_id = a.id GROUP BY a.id ORDER BY count(*) DESC, a.slug LIMIT 1',
  );
  const actor = await first(
    'SELECT a.slug AS found FROM actor a JOIN statement s ON s.speaker_id = a.id GROUP BY a.id ORDER BY count(*) DESC, a.slug LIMIT 1',
  );
  const utterance = await first(
    'SELECT utterance_id AS found FROM statement GROUP BY utterance_id ORDER BY count(*) DESC, utterance_id LIMIT 1',
  );
  const statement = await first(
    `SELECT id AS found FROM statement WHERE utterance_id = '${utterance}' ORDER BY id LIMIT 1`,
  );
  const event = await first(
    'SELECT e.slug AS found FROM event e JOIN statement_event s ON s.event_id = e.id GROUP BY e.id ORDER BY count(*) DESC, e.slug LIMIT 1',
  );
  const retelling = await first(
    `SELECT l.slug || '/' || r.slug AS found FROM shared_passage p
     JOIN article l ON l.id = p.left_article_id JOIN article r ON r.id = p.right_article_id
     GROUP BY l.slug, r.slug ORDER BY count(*) DESC, l.slug, r.slug LIMIT 1`,
  );
  const words = await first(`SELECT exact AS found FROM quote ORDER BY id LIMIT 1`);
  return [
    { name: 'home', path: '/', whole: '.articles h3' },
    { name: 'reader, of the article with the most statements', path: `/articles/${article}`, whole: '.card' },
    { name: 'statement', path: `/statements/${id('Statement', statement)}`, whole: '.in-context' },
    {
      name: 'utterance, of the one with the most renderings',
      path: `/utterances/${id('Utterance', utterance)}`,
      whole: 'main h1',
    },
    { name: 'check', path: `/check#text=${encodeURIComponent(`“${words}”`)}`, whole: '.verdict' },
    { name: 'search', path: '/search?q=said', whole: '.hits li' },
    { name: 'all statements', path: '/search?in=statements', whole: '.statement-line' },
    { name: 'actors', path: '/actors', whole: '.actors li' },
    { name: 'actor, of the one with the most statements', path: `/actors/${actor}`, whole: '.statement-line' },
    { name: 'event, of the one that most tell of', path: `/events/${event}`, whole: '.statement-line' },
    { name: 'timeline', path: '/timeline', whole: '.row-bar' },
    { name: 'retelling, of the one with the most passages', path: `/derivations/${retelling}`, whole: '.passage' },
    { name: 'network', path: '/network', whole: '.flow-node' },
    { name: 'review', path: '/review', whole: '.in-context' },
  ];
}

async function look(context: BrowserContext, url: string, { path, whole }: View): Promise<Sight> {
  const page = await context.newPage();
  let bytes = 0;
  page.on('response', (response) => {
    if (!response.url().endsWith('/graphql')) return;
    void response.body().then(
      ({ length }) => (bytes += length),
      () => undefined,
    );
  });
  await page.addInitScript(`window.whole = ${JSON.stringify(whole)};${WATCH}`);
  await page.goto(url + path);
  let interactive: number | null = null;
  // The pages' policy keeps functions of others from waiting inside.
  for (const end = Date.now() + 60_000; interactive === null;) {
    if (Date.now() > end) throw new Error(`${path} shows no ${whole}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    interactive = await page.evaluate<number | null>('window.interactive ?? null');
  }
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
  const elements = await page.evaluate<number>('document.querySelectorAll("*").length');
  await page.close();
  return { interactive, elements, bytes };
}

await withBench(async ({ store, pool, url: database }) => {
  const articles = syntheticCorpus({ articles: size, seed: 1, copyRate: 0.3 });
  const loader = new CorpusLoader(store);
  const counted = async (): Promise<number> =>
    Number((await pool.query<{ count: string }>('SELECT count(*) FROM statement')).rows[0]?.count);
  const events = new EventGiver();
  let statements = 0;
  while (statements < size) {
    const batch = Array.from({ length: BATCH }, () => articles.next().value as SyntheticArticle);
    await loader.load(events.give(toRecords(batch)));
    statements = await counted();
    say(`${String(statements)} statements`);
  }
  await loader.finish();
  await compareSome(store, pool);
  await pool.query('VACUUM ANALYZE');
  const { key } = await createKey(store, { name: 'bench', role: 'REVIEWER', expiresAt: null });
  const { url, child } = await startServer(database);
  const browser = await chromium.launch({
    executablePath: CHROMIUM.find() ?? '',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1360, height: 900 } });
    await context.addInitScript(`sessionStorage.setItem('verbatim:key', ${JSON.stringify(key)})`);
    const lines: string[] = [];
    for (const view of await viewsOf(pool)) {
      // The first look fills the browser's cache of files, as a second visit has it.
      await look(context, url, view);
      const sights: Sight[] = [];
      for (let round = 0; round < rounds; round++) sights.push(await look(context, url, view));
      const median = (of: (sight: Sight) => number) => quantile(sights.map(of), 0.5);
      lines.push(
        `| ${view.name} | ${median((sight) => sight.interactive).toFixed(0)} | ${quantile(
          sights.map(({ interactive }) => interactive),
          1,
        ).toFixed(
          0,
        )} | ${String(median(({ elements }) => elements))} | ${(median(({ bytes }) => bytes) / 1000).toFixed(0)} |`,
      );
      say(lines.at(-1) ?? '');
    }
    await writeResult('explorer.md', report(lines, statements));
  } finally {
    await browser.close();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await ended;
  }
});

function report(lines: readonly string[], statements: number): string {
  return [
    '# How soon each view of the explorer can be used',
    '',
    `${statements.toLocaleString('en-GB')} made-up statements, all of them proposals, on PostgreSQL; ${String(rounds)} visits of each view after a first one, by a Chromium that shares the`,
    'cores with server and database. Until interactive: from the navigation until the content stands, is painted, and a task has run after that. The server keeps no answers.',
    'Every statement has the date of its article, one article in ten tells of the same event, and 400 articles are compared with all.',
    `Repeat by \`npm run bench -- explorer\`. Machine: ${machine()}.`,
    '',
    '| view | until interactive, ms (median) | the longest | elements of the page | answers, kB |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...lines,
    '',
  ].join('\n');
}
