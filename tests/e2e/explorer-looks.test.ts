import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { keyOf } from '../support/keys.ts';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';
import { watchedBrowser, type WatchedBrowser } from '../support/watched-browser.ts';

/** Pictures of each page for people to look at; git ignores them. */
const PICTURES = join(import.meta.dirname, '../.artifacts/explorer');
/** The pictures that the docs show: `npm run screenshots` writes them there. */
const SHOWN = ['reader-at-a-quote', 'statement', 'utterance', 'check', 'derivation'];
const SHOWN_IN = process.env['SCREENSHOTS'] ?? PICTURES;
const SHOWN_SIZE = { width: 960, height: 600 };
/** Bytes of one of them. */
const SHOWN_WEIGHT = 150_000;
/** Bytes as they are sent, compressed: scripts, styles, fonts and the page itself. */
const FIRST_VIEW = 300_000;

const DESKTOP = { width: 1360, height: 900 };
const PHONE = { width: 390, height: 844 };

let corpus: ServedCorpus;
let watched: WatchedBrowser;
let page: Page;
let key: string;
let ids: { statement: string; quote: string; utterance: string; odds: string };

beforeAll(async () => {
  corpus = await serveCorpus();
  watched = await watchedBrowser(corpus.url);
  page = await watched.open({ viewport: DESKTOP });
  await mkdir(PICTURES, { recursive: true });
  key = await keyOf(corpus.store, 'EDITOR', 'Rita Quist');
  await corpus.ask(
    'mutation ($article: ArticleInput!) { ingestArticle(article: $article) { proposed } }',
    { article: { slug: 'harbour', title: 'Harbour gates close', text: PROPOSING } },
    key,
  );
  const { data } = await corpus.ask(`{
    chain: statements(filter: { search: "\\"ready to work\\" asset" }, first: 1) { nodes { id quotes { id } } }
    told: statements(filter: { search: "dignity security development", article: "north-korea-inches-closer" }, first: 1) { nodes { utterance { id } } }
    all: statements(first: 50) { nodes { id relations { type } } }
  }`);
  const { chain, told, all } = data as {
    chain: { nodes: [{ id: string; quotes: [{ id: string }] }] };
    told: { nodes: [{ utterance: { id: string } }] };
    all: { nodes: { id: string; relations: { type: string }[] }[] };
  };
  ids = {
    statement: chain.nodes[0].id,
    quote: chain.nodes[0].quotes[0].id,
    utterance: told.nodes[0].utterance.id,
    odds: all.nodes.find(({ relations }) => relations.some(({ type }) => type === 'CONTRADICTS'))?.id ?? '',
  };
});
afterAll(async () => {
  await watched.browser.close();
  await corpus.stop();
});

const DRAFT =
  '“consultations on forms and procedures for ongoing contact”, “hardworking and ready to work in the most difficult conditions” and “nobody has ever said these words at all”';

/** What the extractor finds something in. */
const PROPOSING = `Harbour gates close

“We cannot keep the gates open another week,” Nils Holm said on Monday. Ada Berg said that the crews would wait until Friday.

The union told Harbour News that it had “never been asked”. Lena Moe said the plan was “a mistake that we will not repeat”, and that the town would pay for new pumps.
`;

/** Each page with something that stands on it once it is whole, and what is done there. */
const PAGES: readonly (readonly [name: string, path: () => string, whole: string, act?: () => Promise<void>])[] = [
  ['home', () => '/', '.example:nth-of-type(4)'],
  ['reader', () => '/articles/north-korea-inches-closer', '.card:nth-child(43)'],
  [
    'reader-at-a-quote',
    () => `/articles/ukraine-war-is-pushing-russia-and-north-korea-closer-together#quote-${ids.quote}`,
    '.card.chosen .kinds',
  ],
  ['statement', () => `/statements/${ids.statement}`, '.in-context'],
  ['statement-at-odds', () => `/statements/${ids.odds}`, '.in-context'],
  ['utterance', () => `/utterances/${ids.utterance}`, '.pair'],
  ['check', () => `/check#text=${encodeURIComponent(DRAFT)}`, 'li:nth-child(3) .verdict'],
  ['search', () => '/search?q=Kim', '.hits li'],
  ['statements', () => '/search?in=statements', '.statement-line'],
  ['actors', () => '/actors', '.actors li'],
  ['actor', () => '/actors/kim-jong-un', '.statement-line'],
  ['event', () => '/events/crimea-annexation', 'main h1'],
  ['derivation', () => '/derivations/kim-may-side-with-putin/north-korea-inches-closer', '.joints path'],
  ['timeline', () => '/timeline', '.chart li'],
  ['network', () => '/network', '.flow-node'],
  [
    'statement-proof',
    () => `/statements/${ids.statement}`,
    '.proof',
    async () => {
      await page.getByRole('button', { name: 'Check the proof' }).click();
      await page.locator('.verdict-of-proof.proven').waitFor();
    },
  ],
  ['review-key', () => '/review', '.key-form'],
  [
    'review',
    () => '/review',
    '.key-form',
    async () => {
      await page.getByLabel('Your key').fill(key);
      await page.keyboard.press('Enter');
      await page.locator('.in-context').waitFor();
    },
  ],
  [
    'review-reject',
    () => '/review',
    '.in-context',
    async () => {
      await page.keyboard.press('a');
      await page.getByText('Accepted:').waitFor();
      await page.keyboard.press('r');
      await page.getByLabel('What is wrong with it?').fill('The words are those of the union');
    },
  ],
  [
    'review-correct',
    () => '/review',
    '.in-context',
    async () => {
      await page.keyboard.press('c');
      await page.locator('.marked-text').waitFor();
    },
  ],
  ['not-found', () => '/articles/nothing', 'main h1'],
];

const LOOKS = [
  ['light', DESKTOP, 'light'],
  ['dark', DESKTOP, 'dark'],
  ['phone', PHONE, 'light'],
] as const;

/** What axe finds that keeps somebody from using the page. */
async function barriers(): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<{
    violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[];
  }>("axe.run(document, { resultTypes: ['violations'] })");
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
}

describe('the pages', () => {
  it.each(PAGES.map(([name, path, whole, act]) => ({ name, path, whole, act })))(
    '$name: nothing keeps anybody out, in light, in dark and on a phone',
    async ({ name, path, whole, act }) => {
      await page.setViewportSize(DESKTOP);
      await page.goto('about:blank');
      await page.goto(corpus.url + path());
      await page.locator(whole).first().waitFor({ state: 'attached' });
      await act?.();
      for (const [look, viewport, colorScheme] of LOOKS) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.waitForTimeout(200);
        await page.screenshot({ path: join(PICTURES, `${name}-${look}.png`), fullPage: !name.includes('quote') });
        expect([look, await barriers()]).toEqual([look, []]);
        const width = await page.evaluate<number>('document.documentElement.scrollWidth');
        expect([look, width <= viewport.width]).toEqual([look, true]);
      }
    },
  );

  it.each(PAGES.map(([name, path, whole]) => ({ name, path, whole })).filter(({ name }) => SHOWN.includes(name)))(
    '$name: the picture of it in the docs is light',
    async ({ name, path, whole }) => {
      await page.setViewportSize(SHOWN_SIZE);
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await page.goto('about:blank');
      await page.goto(corpus.url + path());
      await page.locator(whole).first().waitFor();
      await page.locator(whole).first().scrollIntoViewIfNeeded();
      await page.evaluate('document.fonts.ready');
      await page.waitForTimeout(300);
      const picture = join(SHOWN_IN, `${name}.png`);
      await page.screenshot({ path: picture });
      expect((await stat(picture)).size).toBeLessThan(SHOWN_WEIGHT);
    },
  );

  it('keep the colours that somebody chose', async () => {
    await page.setViewportSize(DESKTOP);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(corpus.url);
    const paper = () => page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
    const light = await paper();
    await page.getByRole('button', { name: /^Colours: system/ }).click();
    const dark = await paper();
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await paper()).toBe(dark);
  });

  it('are reached by keyboard alone', async () => {
    await page.goto('about:blank');
    await page.goto(corpus.url);
    await page.locator('.articles h3').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the page');
    await page.keyboard.press('Enter');
    await page.locator('.articles a').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.article-text').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
  });

  it('ask for little at first', async () => {
    const fresh = await watched.open({ viewport: DESKTOP });
    const sizes: Promise<[string, number]>[] = [];
    fresh.on('requestfinished', (request) => {
      if (request.url().endsWith('/graphql')) return;
      sizes.push(request.sizes().then(({ responseBodySize }) => [new URL(request.url()).pathname, responseBodySize]));
    });
    await fresh.goto(corpus.url);
    await fresh.locator('.articles h3').first().waitFor();
    await fresh.waitForTimeout(500);
    const sent = await Promise.all(sizes);
    expect(sent.filter(([path]) => path.endsWith('.js')).length).toBeGreaterThan(0);
    const bytes = sent.reduce((sum, [, size]) => sum + size, 0);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(FIRST_VIEW);
    await fresh.close();
  });

  it('ask nothing of the outside and do not complain', () => {
    const { outside, complaints } = watched;
    expect({ outside, complaints }).toEqual({ outside: [], complaints: [] });
  });
});
