import type { Page } from 'playwright-core';
import { ChangingCorpus } from '../support/changing-corpus.ts';
import { article, type SeedFiles } from '../support/seed-folder.ts';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';
import { STORES } from '../support/stores.ts';
import { watchedBrowser, type WatchedBrowser } from '../support/watched-browser.ts';

const [EMBEDDED] = STORES;

/** Marks that stand on each other, as high as they come. */
const ZALGO = `Z${'\u0351\u034B\u0317'.repeat(20)}algo`;
const NAME = '<img src=x onerror="window.hacked=1">';
const TITLE = `<script>window.hacked = 1</script> & ${ZALGO} 🕊`;
const SAID = 'We 🕊 will \u202Ereven\u202C raise the \u200Bfuel tax,\u00A0<b>ever</b>';
const TEXT = `\uFEFF${TITLE}\r\n\r\n🕊🕊 ${NAME} wrote: “${SAID}.”\r\n  ${'x'.repeat(4_000)}\u0007\r\nقالت المتحدثة إن السفن متوقفة.\n`;

/** One article in which whatever could do harm stands in a title, in names, in descriptions and in reasons. */
const HOSTILE: SeedFiles = {
  ...article('hostile', TEXT, {
    title: TITLE,
    statements: [
      {
        key: 'said',
        text: `</p><svg onload="window.hacked=1">${ZALGO}\u202E said`,
        mode: 'DIRECT',
        content: SAID,
        chain: [{ actor: 'hostile-actor', source: NAME, cue: 'wrote' }],
      },
    ],
  }),
  'annotations/actors.yaml': [
    {
      slug: 'hostile-actor',
      name: NAME,
      kind: 'PERSON',
      names: { hostile: [NAME] },
      descriptions: { hostile: [ZALGO] },
    },
  ],
  'annotations/events.yaml': [
    {
      slug: 'hostile-event',
      title: `javascript:alert(1) ${NAME}`,
      type: 'REJECT',
      mentions: { hostile: ['fuel tax'] },
    },
  ],
};

const FIRST = 'Ferries stop\n\n“We had no choice at all,” Nils Holm said. The quay is wet and cold today.\n';
const SECOND =
  'Ferries stop\n\n“We had a choice after all,” Nils Holm said. The quay is wet and cold today.\n\nSnow fell.\n';

describe('the explorer on a corpus that means harm', () => {
  let corpus: ServedCorpus;
  let watched: WatchedBrowser;
  let page: Page;

  beforeAll(async () => {
    if (!EMBEDDED) throw new Error('There is no store.');
    corpus = await serveCorpus(EMBEDDED, async (store) => {
      const changing = new ChangingCorpus(store);
      await changing.sow(HOSTILE);
      await changing.bringIn('ferries-stop', FIRST);
      await changing.bringIn('ferries-stop', SECOND);
    });
    watched = await watchedBrowser(corpus.url);
    page = await watched.open({ viewport: { width: 1360, height: 900 } });
  });
  afterAll(async () => {
    await watched.browser.close();
    await corpus.stop();
  });

  const visit = async (path: string) => {
    await page.goto('about:blank');
    await page.goto(corpus.url + path);
  };
  const statementId = async () => {
    const { data } = await corpus.ask(
      '{ statements(filter: { article: "hostile" }) { nodes { id utterance { id } } } }',
    );
    return (data as { statements: { nodes: [{ id: string; utterance: { id: string } }] } }).statements.nodes[0];
  };

  it('shows a text character for character, with a sign for what is not seen', async () => {
    await visit('/articles/hostile');
    await page.locator('.article-text .quote').first().waitFor();
    expect(await page.evaluate("document.querySelector('.article-text').textContent")).toBe(TEXT);
    expect(
      await page.evaluate(
        "[...document.querySelectorAll('.article-text .quote')].map((run) => run.textContent).join('')",
      ),
    ).toBe(SAID);
    expect(
      await page.evaluate(
        "[...document.querySelectorAll('.article-text .hidden-character')].map((one) => one.dataset.sign)",
      ),
    ).toEqual(['BOM', 'RLO', 'PDF', 'ZWSP', '⍽', 'U+0007']);
    const [, offset] = await page.evaluate<string[]>(
      "[...document.querySelectorAll('[data-offset]')].map((one) => one.dataset.offset)",
    );
    expect(offset).toBe(String([...TEXT.slice(0, TEXT.indexOf('🕊🕊'))].length));
  });

  it('runs nothing of it on any page, and keeps it in its place', async () => {
    const { id, utterance } = await statementId();
    for (const path of [
      '/',
      '/articles/hostile',
      `/articles/hostile#statement-${id}`,
      `/statements/${id}`,
      `/utterances/${utterance.id}`,
      '/actors',
      '/actors/hostile-actor',
      '/events/hostile-event',
      '/search?q=fuel',
      '/search?in=statements',
      `/search?q=${encodeURIComponent(NAME)}`,
      `/check#text=${encodeURIComponent(SAID)}`,
      '/timeline',
      '/network',
    ]) {
      await visit(path);
      await page.locator('main h1').first().waitFor();
      await page.waitForTimeout(400);
      const { hacked, scripts, images, width } = await page.evaluate<Record<string, number | undefined>>(
        `({ hacked: window.hacked, scripts: document.querySelectorAll('main script, main svg[onload]').length,
            images: document.querySelectorAll('main img').length, width: document.documentElement.scrollWidth })`,
      );
      expect([path, hacked, scripts, images]).toEqual([path, undefined, 0, 0]);
      expect([path, Number(width) <= 1360]).toEqual([path, true]);
    }
    await visit(`/statements/${id}`);
    await page.locator('.in-context').waitFor();
    expect(await page.locator('.hop-actor a').last().textContent()).toBe(NAME);
  });

  it('finds the words under whatever was put into them', async () => {
    await visit(`/check#text=${encodeURIComponent(SAID)}`);
    await page.locator('.verdict.verbatim').waitFor();
  });

  it('shows each version of an article, and what changed', async () => {
    await visit('/articles/ferries-stop');
    await page.locator('.versions').waitFor();
    expect(await page.evaluate("document.querySelector('.article-text').textContent")).toBe(SECOND);
    await page.getByRole('link', { name: '1', exact: true }).click();
    await page.getByText('no choice at all').first().waitFor();
    expect(await page.evaluate("document.querySelector('.article-text').textContent")).toBe(FIRST);
    expect(new URL(page.url()).search).toBe('?version=1');
    await page.getByRole('link', { name: 'what changed' }).click();
    await page.locator('.pair').first().waitFor();
    const changed = page.locator('.passages').first();
    expect(await changed.locator('del').first().textContent()).toContain('no');
    expect(await page.locator('.change').allTextContents()).toContain('added');
  });

  it('leads to the version that the words of an address stand in', async () => {
    const { data } = await corpus.ask(
      '{ statements(filter: { article: "ferries-stop", evidence: [ORPHANED] }) { nodes { quotes { id exact } } } }',
    );
    const [quote] =
      (data as { statements: { nodes: { quotes: { id: string; exact: string }[] }[] } }).statements.nodes[0]?.quotes ??
      [];
    expect(quote?.exact).toContain('no choice');
    await visit(`/articles/ferries-stop#quote-${quote?.id ?? ''}`);
    await page.locator('.asked').first().waitFor();
    expect((await page.locator('.asked').allTextContents()).join('')).toBe(quote?.exact);
    expect(new URL(page.url()).search).toBe('?version=1');
  });

  it('asks nothing of the outside and does not complain', () => {
    const { outside, complaints } = watched;
    expect({ outside, complaints }).toEqual({ outside: [], complaints: [] });
  });
});
