import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { keyOf } from '../support/keys.ts';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';
import { watchedBrowser, type WatchedBrowser } from '../support/watched-browser.ts';

const LIST = join(import.meta.dirname, '../../dist/explorer/queries.json');

let corpus: ServedCorpus;
let watched: WatchedBrowser;
let page: Page;
/** What the pages asked, by the names of the operations, and how that was answered. */
const asked = new Map<string, number>();

beforeAll(async () => {
  corpus = await serveCorpus(undefined, undefined, { safelistFile: LIST });
  watched = await watchedBrowser(corpus.url);
  page = await watched.open({ viewport: { width: 1360, height: 900 } });
  page.on('response', (response) => {
    const name = /\b(?:query|mutation|subscription) (\w+)/.exec(response.request().postData() ?? '')?.[1];
    if (name !== undefined) asked.set(name, response.status());
  });
});
afterAll(async () => {
  await watched.browser.close();
  await corpus.stop();
});

const QUOTED = '“consultations on forms and procedures for ongoing contact”';

/** From the reader to a statement, and its proof. */
async function readStatement(): Promise<void> {
  await page.keyboard.press('j');
  await page.locator('.card-statement a').click();
  await page.locator('.in-context').waitFor();
  await page.getByRole('button', { name: 'Check the proof' }).click();
  await page.locator('.verdict-of-proof.proven').waitFor();
}

/** What leads to each query of the list, but for those that write. */
const VISITS: readonly (readonly [path: string, whole: string, act?: () => Promise<void>])[] = [
  ['/', '.example:nth-of-type(4)'],
  ['/articles/north-korea-inches-closer', '.card:nth-child(43)', readStatement],
  [`/check#text=${encodeURIComponent(QUOTED)}`, '.verdict'],
  ['/search?q=Kim', '.hits li'],
  ['/search?in=statements', '.statement-line'],
  ['/actors', '.actors li'],
  ['/actors/kim-jong-un', '.statement-line'],
  ['/events/crimea-annexation', 'main h1'],
  ['/derivations/kim-may-side-with-putin/north-korea-inches-closer', '.joints path'],
  ['/timeline', '.chart li'],
  ['/network', '.flow-node'],
];

describe('a server that answers its list alone', () => {
  it('has a list of what the pages ask, each query once', async () => {
    const { operations } = JSON.parse(await readFile(LIST, 'utf8')) as { operations: { id: string; name: string }[] };
    expect(operations.length).toBeGreaterThan(30);
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  });

  it('refuses what is not on the list', async () => {
    const { status, errors } = await corpus.ask('{ corpus { revision } }');
    expect([status, errors[0]?.extensions.code]).toEqual([403, 'FORBIDDEN']);
  });

  it('serves each page', async () => {
    for (const [path, whole, act] of VISITS) {
      await page.goto('about:blank');
      await page.goto(corpus.url + path);
      await page.locator(whole).first().waitFor({ state: 'attached' });
      await act?.();
    }
    expect(asked.size).toBeGreaterThan(15);
  });

  it('serves those who review', async () => {
    await page.goto(`${corpus.url}/review`);
    await page.getByLabel('Your key').fill(await keyOf(corpus.store, 'REVIEWER'));
    await page.keyboard.press('Enter');
    await page.getByText('Nothing waits for review').waitFor();
    await page.getByText('· live').waitFor();
    expect([...asked].filter(([, status]) => status !== 200)).toEqual([]);
    expect([...asked.keys()]).toEqual(expect.arrayContaining(['Viewer', 'Proposals', 'Reviews']));
    expect(watched.complaints).toEqual([]);
  });
});
