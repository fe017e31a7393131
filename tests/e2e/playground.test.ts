import { chromium, type Browser, type Page } from 'playwright-core';
import { EXAMPLE_QUERIES } from '../../src/server/example-queries.ts';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';

const executablePath = process.env['TEST_CHROMIUM'] ?? '';

describe('the playground in a browser', () => {
  let corpus: ServedCorpus;
  let browser: Browser;
  let page: Page;
  const outside: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    corpus = await serveCorpus();
    browser = await chromium.launch({
      executablePath,
      // The sandbox needs rights that root and many containers have not; what is opened is our own page.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.on('request', (request) => {
      if (!request.url().startsWith(corpus.url) && !/^(?:data|blob):/.test(request.url())) outside.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(corpus.url);
    await page.getByRole('tab', { name: 'WhoSaidIt' }).waitFor();
  });

  afterAll(async () => {
    await browser.close();
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

  it('asks nothing of the outside and does not complain', () => {
    expect({ outside, complaints }).toEqual({ outside: [], complaints: [] });
  });
});
