import type { Page } from 'playwright-core';
import { keyOf } from '../support/keys.ts';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';
import { watchedBrowser, type WatchedBrowser } from '../support/watched-browser.ts';

const LINES = 60;
const NUMBERS = Array.from({ length: LINES }, (_, index) => index + 1);
/** As many sentences, each of which the second version changes; and as many quotations. */
const textOf = (word: string) =>
  `Long talks\n\n${NUMBERS.map((line) => `The ${word} of the ferry number ${String(line)} left the quay at dusk.`).join('\n\n')}\n`;
const QUOTED = `Many words\n\n${NUMBERS.map((line) => `“The pumps of the lock number ${String(line)} are tired of the water,” Nils Holm said.`).join('\n\n')}\n`;

let corpus: ServedCorpus;
let watched: WatchedBrowser;
let page: Page;
let key: string;

beforeAll(async () => {
  corpus = await serveCorpus(undefined, () => Promise.resolve());
  key = await keyOf(corpus.store, 'EDITOR', 'Rita');
  const ingest = async (article: object) => {
    const { errors } = await corpus.ask(
      'mutation ($article: ArticleInput!) { ingestArticle(article: $article) { version } }',
      { article },
      key,
    );
    expect(errors).toEqual([]);
  };
  await ingest({ id: 'long', slug: 'long', text: textOf('captain') });
  await ingest({ id: 'long', slug: 'long', text: textOf('stoker') });
  await ingest({ id: 'quoted', slug: 'quoted', text: QUOTED });
  watched = await watchedBrowser(corpus.url);
  page = await watched.open({ viewport: { width: 1360, height: 900 } });
});
afterAll(async () => {
  await watched.browser.close();
  await corpus.stop();
});

describe('long lists', () => {
  it('of what the API gives whole show the first, and all when somebody asks', async () => {
    await page.goto(`${corpus.url}/articles/long/changes?from=1&to=2`);
    const sentences = page.locator('.passages', { hasText: 'Sentences' });
    await sentences.locator('.pair').first().waitFor();
    expect(await sentences.locator('.pair').count()).toBe(40);
    await sentences.getByRole('button', { name: `Show all ${String(LINES)} changes` }).click();
    expect(await sentences.locator('.pair').count()).toBe(LINES);
    expect(await sentences.getByRole('button').count()).toBe(0);
  });

  it('of proposals come page by page, the next one before the end of the last is reached', async () => {
    const { data } = await corpus.ask(
      '{ statements(first: 100, filter: { review: [PROPOSED], article: "quoted" }) { totalCount nodes { text } } }',
    );
    const { totalCount, nodes } = (data as { statements: { totalCount: number; nodes: { text: string }[] } })
      .statements;
    expect(totalCount).toBeGreaterThan(45);
    await page.goto(`${corpus.url}/review?article=quoted`);
    await page.getByLabel('Your key').fill(key);
    await page.keyboard.press('Enter');
    await page.locator('.in-context').waitFor();
    const listed = page.locator('.queue button > span');
    expect(await listed.count()).toBe(20);
    expect(await page.locator('.queue-head').textContent()).toContain(`${String(totalCount)} proposals wait`);
    for (let at = 1; at < totalCount; at++) {
      await page.keyboard.press('j');
      if (at % 20 === 18 && at + 2 < totalCount) await listed.nth(at + 2).waitFor();
    }
    expect(await listed.allTextContents()).toEqual(nodes.map(({ text }) => text));
    expect(await page.locator('.proposed').textContent()).toBe(nodes.at(-1)?.text);
    expect(watched.complaints).toEqual([]);
  });
});
