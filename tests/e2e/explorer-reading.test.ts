import type { Page } from 'playwright-core';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';
import { watchedBrowser, type WatchedBrowser } from '../support/watched-browser.ts';

interface Quote {
  readonly id: string;
  readonly exact: string;
  readonly startUtf16: number;
  readonly endUtf16: number;
}
interface Statement {
  readonly id: string;
  readonly text: string;
  readonly quotes: readonly Quote[];
  readonly attribution: readonly { readonly actor: { readonly name: string } }[];
  readonly utterance: { readonly id: string };
}
interface Article {
  readonly slug: string;
  readonly title: string;
  readonly text: string;
  readonly statements: { readonly nodes: readonly Statement[] };
}

let corpus: ServedCorpus;
let watched: WatchedBrowser;
let page: Page;
let articles: readonly Article[];

beforeAll(async () => {
  corpus = await serveCorpus();
  watched = await watchedBrowser(corpus.url);
  page = await watched.open({
    viewport: { width: 1360, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const { data } = await corpus.ask(`{ articles(first: 5) { nodes { slug title text statements(first: 100) { nodes {
    id text quotes { id exact startUtf16 endUtf16 } attribution { actor { name } } utterance { id } } } } } }`);
  articles = (data as { articles: { nodes: Article[] } }).articles.nodes;
});
afterAll(async () => {
  await watched.browser.close();
  await corpus.stop();
});

/** What stands in a text as it is shown: its characters, and its runs with their UTF-16 offsets. Runs in the page. */
const SHOWN = `((root) => ({
  text: root.textContent,
  runs: [...root.querySelectorAll('[data-at]')].map((run) => ({
    at: Number(run.dataset.at),
    text: run.textContent,
    isQuote: run.classList.contains('quote'),
  })),
}))(document.querySelector('.article-text'))`;
interface Run {
  readonly at: number;
  readonly text: string;
  readonly isQuote: boolean;
}
/** Selects from the third paragraph to the end of a text, and copies it. Runs in the page. */
const COPIED = `((root) => {
  const range = document.createRange();
  range.setStart(root.querySelectorAll('.block')[2], 0);
  range.setEnd(root, root.childNodes.length);
  window.getSelection().removeAllRanges();
  window.getSelection().addRange(range);
  const clipboardData = new DataTransfer();
  root.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
  return clipboardData.getData('text/plain');
})(document.querySelector('.article-text'))`;

const visit = async (path: string) => {
  await page.goto('about:blank');
  await page.goto(corpus.url + path);
};
const reader = () => page.locator('.article-text');
/** The statement of the ambassador whose words came through two outlets. */
const ambassador = () => {
  const [, , article] = articles;
  const statement = article?.statements.nodes.find(({ attribution }) => attribution.length === 4);
  if (!article || !statement) throw new Error('The corpus has no such statement.');
  return { article, statement };
};

describe('home', () => {
  it('lists the articles of the API in its order, each with a way in', async () => {
    await visit('/');
    await page.locator('.articles h3').last().waitFor();
    expect(await page.locator('.articles h3').allTextContents()).toEqual(articles.map(({ title }) => title));
    await page
      .getByRole('link', { name: articles[0]?.title ?? '' })
      .first()
      .click();
    await reader().waitFor();
    expect(new URL(page.url()).pathname).toBe(`/articles/${articles[0]?.slug ?? ''}`);
    await page.goBack();
    await page.locator('.articles').waitFor();
  });

  it('shows cases of this corpus, each leading to its page', async () => {
    await visit('/');
    await page.locator('.example').nth(3).waitFor();
    for (const title of await page.locator('.example h2').allTextContents()) {
      await visit('/');
      await page.locator('.example h2 a', { hasText: title }).click();
      await page.locator('main h1').waitFor();
      expect(await page.locator('main h1').textContent()).not.toMatch(/^(?:Not found|Who said what)/);
    }
  });
});

describe('the reader', () => {
  it('has each text character for character, with every quote where it stands', async () => {
    expect(articles).toHaveLength(5);
    for (const { slug, text, statements } of articles) {
      await visit(`/articles/${slug}`);
      await page
        .locator('.card')
        .nth(statements.nodes.length - 1)
        .waitFor({ state: 'attached' });
      const shown = await page.evaluate<{ text: string; runs: Run[] }>(SHOWN);
      expect(shown.text).toBe(text);
      for (const { at, text: words } of shown.runs) expect(text.slice(at, at + words.length)).toBe(words);
      for (const { quotes } of statements.nodes) {
        for (const { startUtf16, endUtf16, exact } of quotes) {
          const inside = shown.runs.filter(({ at, isQuote }) => isQuote && startUtf16 <= at && at < endUtf16);
          // A quote that goes on in another paragraph has the line ends in between.
          expect(exact.replaceAll('\n', '')).toBe(
            inside
              .map((run) => run.text)
              .join('')
              .replaceAll('\n', ''),
          );
        }
      }
    }
  });

  it('opens scrolled to the quote of an address, with who told whom, and again when it is loaded again', async () => {
    const { article, statement } = ambassador();
    await visit(`/articles/${article.slug}#quote-${statement.quotes[0]?.id ?? ''}`);
    for (const time of ['first', 'again']) {
      const chosen = page.locator('.card.chosen');
      await chosen.getByText(statement.text).waitFor();
      expect([time, await chosen.locator('.hops li').allTextContents()]).toEqual([
        time,
        statement.attribution.map(({ actor }) => actor.name),
      ]);
      const words = page.locator(`[data-at="${String(statement.quotes[0]?.startUtf16)}"]`);
      await untilHolds(async () => {
        const box = await words.boundingBox();
        return box !== null && box.y > 50 && box.y < 850;
      });
      expect(await words.getAttribute('class')).toContain('chosen');
      await page.reload();
    }
  });

  it('marks the place of a quote that is evidence of something else than content', async () => {
    const { data } = await corpus.ask(
      '{ actor(slug: "kim-jong-un") { aliases { quotes { id exact startUtf16 article { slug } } } } }',
    );
    const [alias] = (data as { actor: { aliases: { quotes: (Quote & { article: { slug: string } })[] }[] } }).actor
      .aliases;
    const quote = alias?.quotes[0];
    await visit(`/articles/${quote?.article.slug ?? ''}#quote-${quote?.id ?? ''}`);
    await page.locator('.asked').first().waitFor();
    expect((await page.locator('.asked').allTextContents()).join('')).toBe(quote?.exact);
  });

  it('goes from statement to statement by keys, and by the cards', async () => {
    await visit(`/articles/${articles[0]?.slug ?? ''}`);
    await page.locator('.card').nth(42).waitFor({ state: 'attached' });
    const place = () => page.locator('.card-steps .figures').textContent();
    await page.keyboard.press('j');
    expect(await place()).toBe('1 of 43');
    await page.keyboard.press('j');
    expect(await place()).toBe('2 of 43');
    await page.keyboard.press('k');
    expect(await place()).toBe('1 of 43');
    await page.keyboard.press('Escape');
    expect(await page.locator('.card.chosen').count()).toBe(0);
    await page.locator('.card-line').nth(4).focus();
    await page.keyboard.press('Enter');
    expect(await place()).toBe('5 of 43');
    expect(new URL(page.url()).hash).toMatch(/^#statement-/);
  });

  it('chooses what is clicked, the shorter first where several overlap', async () => {
    const { article, statement } = ambassador();
    await visit(`/articles/${article.slug}`);
    await clickAt(page, statement.quotes[0]?.startUtf16);
    await page.locator('.card.chosen').getByText(statement.text).waitFor();
  });

  it('shows what one of the speakers said, and keeps that in the address', async () => {
    await visit(`/articles/${articles[0]?.slug ?? ''}`);
    await page.locator('.card').nth(42).waitFor({ state: 'attached' });
    await page.getByLabel('Said by').selectOption('anthony-rinna');
    expect(await page.locator('.card b').allTextContents()).toEqual(['Anthony Rinna', 'Anthony Rinna']);
    expect(new URL(page.url()).search).toBe('?speaker=anthony-rinna');
    await page.reload();
    await page.locator('.card').first().waitFor({ state: 'attached' });
    expect(await page.locator('.card').count()).toBe(2);
    await visit(`/articles/${articles[0]?.slug ?? ''}?voice=off`);
    await page.locator('.card').first().waitFor({ state: 'attached' });
    expect(await page.locator('.card-narration').count()).toBe(0);
  });

  it('copies just the characters of the text', async () => {
    const { text = '', slug = '' } = articles[0] ?? {};
    await visit(`/articles/${slug}`);
    await reader().waitFor();
    const copied = await page.evaluate<string>(COPIED);
    expect(copied).toBe(text.slice(text.indexOf('Mikhail')));
    expect(copied).toContain('\u00A0');
  });

  it('is a sheet on a phone', async () => {
    const { article, statement } = ambassador();
    const phone = await watched.open({ viewport: { width: 390, height: 844 }, hasTouch: true });
    await phone.goto(`${corpus.url}/articles/${article.slug}`);
    await clickAt(phone, statement.quotes[0]?.startUtf16);
    const sheet = phone.locator('.card.chosen');
    await sheet.getByText(statement.text).waitFor();
    const box = await sheet.boundingBox();
    expect([box?.x, box && Math.round(box.y + box.height)]).toEqual([0, 844]);
    expect(box?.height).toBeLessThan(844 * 0.53);
    await sheet.getByRole('button', { name: /Close/ }).click();
    await sheet.waitFor({ state: 'detached' });
    await phone.close();
  });

  it.each(['/articles/nothing', '/articles/%E0%A4%A', '/articles/%3Cb%3E', '/statements/nothing', '/utterances/U3Rh'])(
    'says so where there is nothing: %s',
    async (path) => {
      await visit(path);
      await page.getByRole('heading', { name: 'Not found' }).waitFor();
    },
  );

  it('says what to do when files do not come', async () => {
    const unlucky = await watched.browser.newPage();
    await unlucky.route('**/assets/check-*', (route) => route.abort());
    await unlucky.goto(corpus.url);
    await unlucky.getByRole('link', { name: 'Check', exact: true }).click();
    await unlucky.getByRole('button', { name: 'Load again' }).waitFor();
    await unlucky.getByRole('link', { name: 'Actors', exact: true }).click();
    await unlucky.getByRole('heading', { name: 'Actors' }).waitFor();
    await unlucky.close();
  });
});

describe('a statement', () => {
  it('tells who told whom in the article’s words, and where they stand', async () => {
    const { article, statement } = ambassador();
    await visit(`/statements/${statement.id}`);
    await page.locator('.in-context').waitFor();
    expect(await page.locator('.hop-actor a').allTextContents()).toEqual(
      statement.attribution.map(({ actor }) => actor.name),
    );
    expect((await page.locator('.words-content').allTextContents()).slice(0, -1).join('')).toBe(
      statement.quotes.map(({ exact }) => exact).join(''),
    );
    await page.getByRole('link', { name: 'Read on in the article' }).click();
    await page.locator('.card.chosen').getByText(statement.text).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/articles/${article.slug}`);
    await page.goBack();
    await page.locator('.in-context').waitFor();
  });

  it('is copied as a citation with its words, their place and the hash of their text', async () => {
    const { article, statement } = ambassador();
    await visit(`/statements/${statement.id}`);
    await page.getByRole('button', { name: 'Copy as a citation' }).click();
    await page.getByText('Copied.').waitFor();
    const citation = await page.evaluate<string>('navigator.clipboard.readText()');
    const { data } = await corpus.ask(`{ article(slug: "${article.slug}") { sha256 } }`);
    expect(citation).toContain(`“${statement.quotes[0]?.exact ?? ''}”`);
    expect(citation).toContain('Alexander Matsegora, according to Izvestia, according to The Moscow Times');
    expect(citation).toContain((data as { article: { sha256: string } }).article.sha256);
    expect(citation).toContain(`${corpus.url}/articles/${article.slug}#quote-${statement.quotes[0]?.id ?? ''}`);
  });
});

describe('an utterance and a derivation', () => {
  it('show all renderings and, word for word, what became of them', async () => {
    const { statement } = ambassador();
    await visit(`/utterances/${statement.utterance.id}`);
    await page.locator('.pair').first().waitFor();
    const { data } = await corpus.ask(
      `{ node(id: "${statement.utterance.id}") { ... on Utterance { renderings { quotes { exact } } variants { left { exact } right { exact } } } } }`,
    );
    const { renderings, variants } = (
      data as { node: { renderings: { quotes: Quote[] }[]; variants: { left: Quote; right: Quote }[] } }
    ).node;
    expect(await page.locator('.rendering').count()).toBe(renderings.length);
    expect(await page.locator('.pair .words').allTextContents()).toEqual(
      variants.flatMap(({ left, right }) => [left.exact, right.exact]),
    );
    expect(await page.locator('.pair del').count()).toBeGreaterThan(0);
    expect(await page.locator('.pair ins').count()).toBeGreaterThan(0);
  });

  it('join the passages of two articles', async () => {
    await visit('/derivations/kim-may-side-with-putin/north-korea-inches-closer');
    await page.locator('.joints path').first().waitFor({ state: 'attached' });
    const { data } = await corpus.ask(
      '{ article(slug: "kim-may-side-with-putin") { derivations { article { slug } passages { left { id exact } } } } }',
    );
    const passages =
      (
        data as { article: { derivations: { article: { slug: string }; passages: { left: Quote }[] }[] } }
      ).article.derivations.find(({ article }) => article.slug === 'north-korea-inches-closer')?.passages ?? [];
    expect(await page.locator('.joints path').count()).toBe(passages.length);
    await page.getByRole('button', { name: 'Passage 7: compare' }).first().click();
    const chosen = page.getByRole('region', { name: 'The chosen passage' });
    expect(await chosen.locator('.words').first().textContent()).toBe(passages[6]?.left.exact);
    expect(new URL(page.url()).hash).toBe(`#passage-${passages[6]?.left.id ?? ''}`);
    await page.reload();
    await chosen.waitFor();
  });
});

it('asks nothing of the outside and does not complain', () => {
  const { outside, complaints } = watched;
  expect({ outside, complaints }).toEqual({ outside: [], complaints: [] });
});

/** Waits until something holds. */
async function untilHolds(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    if (await holds()) return;
    await page.waitForTimeout(100);
  }
  throw new Error('It did not come to hold in five seconds.');
}

/** Clicks on the first word of a quote, once it is marked. */
async function clickAt(onto: Page, startUtf16 = NaN): Promise<void> {
  const run = onto.locator(`[data-at="${String(startUtf16)}"].quote`);
  await run.waitFor();
  await run.scrollIntoViewIfNeeded();
  const { x, y } = await onto.evaluate<{ x: number; y: number }>(
    `document.querySelector('[data-at="${String(startUtf16)}"]').getClientRects()[0].toJSON()`,
  );
  await onto.mouse.click(x + 8, y + 8);
}
