import type { Page } from 'playwright-core';
import { EXAMPLE_QUERIES } from '../../src/server/example-queries.ts';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';
import { watchedBrowser, type WatchedBrowser } from '../support/watched-browser.ts';

describe('the playground in a browser', () => {
  let corpus: ServedCorpus;
  let watched: WatchedBrowser;
  let page: Page;

  beforeAll(async () => {
    corpus = await serveCorpus();
    watched = await watchedBrowser(corpus.url);
    page = await watched.open({ viewport: { width: 1400, height: 900 } });
    await page.goto(`${corpus.url}/playground`);
    await page.getByRole('tab', { name: 'WhoSaidIt' }).waitFor();
  });

  afterAll(async () => {
    await watched.browser.close();
    await corpus.stop();
  });

  it('opens with a tab for each example query', async () => {
    const tabs = await page.getByRole('tab').allTextContents();
    expect(tabs.map((tab) => tab.replace(/ icon$/, ''))).toEqual(EXAMPLE_QUERIES.map(({ name }) => name));
  });

  it.each([
    ['WhoSaidIt', 'hardworking'],
    ['Search', 'clinker'],
  ])('answers the query of the tab %s', async (name, word) => {
    await page.getByRole('tab', { name }).click();
    await page.locator('.graphiql-query-editor', { hasText: name }).waitFor();
    // The IDE reads the operation's name out of a new tab a moment later; a hasty click would send the old one.
    await page.waitForTimeout(1_500);
    await page.getByRole('button', { name: /^Execute query/ }).click();
    await page.locator('.result-window', { hasText: word }).waitFor();
  });

  it('opens what an address brings in a tab of its own, beside those that are there', async () => {
    const query = 'query Mine($slug: String!) { article(slug: $slug) { title } }';
    const variables = JSON.stringify({ slug: 'kim-may-side-with-putin' });
    await page.goto('about:blank');
    await page.goto(
      `${corpus.url}/playground#${new URLSearchParams({ query, variables }).toString().replaceAll('+', '%20')}`,
    );
    await page.getByRole('tab', { name: 'Mine', selected: true }).waitFor();
    expect(await page.getByRole('tab').count()).toBe(EXAMPLE_QUERIES.length + 1);
    await page.waitForTimeout(1_500);
    await page.getByRole('button', { name: /^Execute query/ }).click();
    await page.locator('.result-window', { hasText: 'Kim Jong Un May Side With Putin' }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
  });

  it('asks nothing of the outside and does not complain', () => {
    const { outside, complaints } = watched;
    expect({ outside, complaints }).toEqual({ outside: [], complaints: [] });
  });
});
