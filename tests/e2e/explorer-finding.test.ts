import type { Page } from 'playwright-core';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';
import { watchedBrowser, type WatchedBrowser } from '../support/watched-browser.ts';

let corpus: ServedCorpus;
let watched: WatchedBrowser;
let page: Page;

beforeAll(async () => {
  corpus = await serveCorpus();
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
const ask = async <Data>(query: string): Promise<Data> => (await corpus.ask(query)).data as Data;

describe('checking', () => {
  const DRAFT =
    'They said “The meeting was devoted to consultations on forms and procedures for ongoing contact,” and he said ' +
    '“highly qualified, hardworking and ready to work in the most difficult conditions”, while “nobody has ever said these words at all”.';

  it('finds each quotation of a draft, and says what was changed', async () => {
    await visit('/');
    await page.getByLabel(/Is a quotation right/).fill(DRAFT);
    await page.getByRole('button', { name: 'Check' }).click();
    await page.locator('.verdict').nth(2).waitFor();
    const verdicts = async () => (await page.locator('.verdict h2').allTextContents()).map((text) => text.slice(2));
    expect(await verdicts()).toEqual(['Altered', 'Word for word', 'Not found']);
    const altered = page.locator('.verdict').first();
    expect(await altered.locator('del').first().textContent()).toContain('formats and mechanisms');
    expect(await altered.locator('ins').first().textContent()).toContain('forms and procedures');
    await page.reload();
    await page.locator('.verdict').nth(2).waitFor();
    expect(await verdicts()).toEqual(['Altered', 'Word for word', 'Not found']);
    expect(await page.getByLabel('Quotation or draft').inputValue()).toBe(DRAFT);
  });

  it('puts what is pasted into no address that is sent', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await visit('/check');
    await page.getByLabel('Quotation or draft').fill('The secret draft says a lot of things.');
    await page.keyboard.press('Control+Enter');
    await page.locator('.verdict').waitFor();
    expect(asked.some((url) => url.endsWith('/graphql'))).toBe(true);
    expect(asked.map((url) => url.split('#')[0]).filter((url) => url?.includes('secret'))).toEqual([]);
  });

  it('leads from the words to their place', async () => {
    await visit(
      `/check#text=${encodeURIComponent('100% hardworking + ready to work in the most difficult conditions')}`,
    );
    expect(await page.getByLabel('Quotation or draft').inputValue()).toContain('100% hardworking + ready');
    await page.locator('.match a').first().click();
    await page.locator('.article-text .asked').first().waitFor();
  });
});

describe('searching', () => {
  it('shows what holds the words, with hits marked, and keeps what was asked for', async () => {
    await visit('/');
    await page.getByRole('searchbox', { name: 'Search the corpus' }).fill('clinker');
    await page.keyboard.press('Enter');
    await page.locator('.hits li').first().waitFor();
    const { search } = await ask<{ search: { totalCount: number } }>('{ search(query: "clinker") { totalCount } }');
    expect(await page.locator('.hits > li').count()).toBe(search.totalCount);
    for (const hit of await page.locator('.hits > li').all()) {
      expect((await hit.locator('mark').first().textContent())?.toLowerCase()).toContain('clinker');
    }
    await page.getByRole('button', { name: 'Statements', exact: true }).click();
    await page.locator('.facets').waitFor();
    await page.goBack();
    await page.locator('.hits li').first().waitFor();
  });

  it('narrows statements down, with as many as it said', async () => {
    await visit('/search?in=statements');
    const direct = page.locator('.facets').getByRole('button', { name: /^word for word/ });
    await direct.getByText(/\d/).waitFor();
    const { statements } = await ask<{ statements: { totalCount: number } }>(
      '{ statements(filter: { mode: DIRECT }) { totalCount } }',
    );
    expect(await direct.textContent()).toBe(`word for word ${String(statements.totalCount)}`);
    await direct.click();
    await page.getByText(`${String(statements.totalCount)} statements`, { exact: true }).waitFor();
    expect(await page.locator('.statement-line').count()).toBe(20);
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.locator('.statement-line').nth(20).waitFor();
    expect(await page.locator('.statement-line').count()).toBe(statements.totalCount);
    await page.locator('.statement-line a').nth(60).scrollIntoViewIfNeeded();
    await page.locator('.statement-text a').last().click();
    await page.locator('.in-context').waitFor();
    await page.goBack();
    await page.locator('.statement-line').nth(20).waitFor();
    await page.reload();
    await page.getByText(`${String(statements.totalCount)} statements`, { exact: true }).waitFor();
  });

  it('tells what is wrong with a time that is none', async () => {
    await visit('/search?in=statements&from=yesterday');
    await page.getByRole('alert').getByText(/EDTF/).waitFor();
    // The answer is an error, which the browser notes.
    watched.complaints.splice(0);
  });
});

describe('actors and events', () => {
  it('are listed and found by words of a name', async () => {
    await visit('/actors');
    const { actors } = await ask<{ actors: { totalCount: number } }>('{ actors { totalCount } }');
    await page.getByText(`${String(actors.totalCount)} actors`, { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Show more' }).click();
    await page
      .locator('.actors li')
      .nth(actors.totalCount - 1)
      .waitFor();
    await page.getByRole('search', { name: 'Words of a name' }).getByRole('searchbox').fill('matsegora');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByText('1 actor', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Alexander Matsegora' }).click();
    await page.getByRole('heading', { name: 'Spelled' }).waitFor();
    expect(await page.locator('.names b').allTextContents()).toContain('Matseroga');
    await page.locator('.places a').last().click();
    await page.locator('.article-text .asked').first().waitFor();
  });

  it('tell when, how that is known, and who says what', async () => {
    const { events } = await ask<{
      events: {
        nodes: { slug: string; title: string; occurred: { value: string; reasoning: string | null } | null }[];
      };
    }>('{ events(first: 100) { nodes { slug title occurred { value reasoning } } } }');
    const event = events.nodes.find(({ occurred }) => occurred?.reasoning);
    await visit(`/events/${event?.slug ?? ''}`);
    await page.getByRole('heading', { name: event?.title ?? '' }).waitFor();
    await page.getByText(event?.occurred?.reasoning ?? '').waitFor();
    await page
      .getByText(event?.occurred?.value ?? '', { exact: true })
      .first()
      .waitFor();
  });
});

describe('the timeline', () => {
  it('has a bar for each dated event and statement, as long as its date is open', async () => {
    await visit('/timeline?span=all');
    const { events, statements } = await ask<{
      events: { nodes: { occurred: unknown }[] };
      statements: { nodes: { said: unknown }[] };
    }>(
      '{ events(first: 100) { nodes { occurred { value } } } statements(first: 100, orderBy: SAID_ASC) { nodes { said { value } } } }',
    );
    const dated = [...events.nodes.map(({ occurred }) => occurred), ...statements.nodes.map(({ said }) => said)];
    await page.locator('.chart li').first().waitFor();
    expect(await page.locator('.chart li').count()).toBe(dated.filter((date) => date !== null).length);
    await page.getByRole('button', { name: 'where most is' }).click();
    await page.locator('.scale', { hasText: 'Jan 2022' }).waitFor();
    const widthOf = async (date: string) =>
      (
        await page
          .locator('.chart li', { hasText: `, ${date}` })
          .first()
          .locator('.bar')
          .boundingBox()
      )?.width ?? 0;
    expect(await widthOf('2022-02/2022-07')).toBeGreaterThan(4 * (await widthOf('2022-02')));
    await page.getByRole('textbox', { name: 'from' }).fill('2019');
    await page.getByRole('textbox', { name: 'to' }).fill('2019');
    await page.locator('.between-form button').click();
    await page.locator('.scale', { hasText: 'Jan 2019' }).waitFor();
    expect(new URL(page.url()).search).toBe('?from=2019&to=2019');
  });
});

describe('the network', () => {
  it('draws every chain, and those of one who is chosen by mouse or keyboard', async () => {
    await visit('/network');
    const { statements } = await ask<{ statements: { totalCount: number } }>(
      '{ statements(filter: { mode: [DIRECT, MIXED, INDIRECT] }) { totalCount } }',
    );
    const all = String(statements.totalCount);
    await page.getByText(`${all} statements of ${all}`).waitFor();
    await page.getByRole('button', { name: /^The Moscow Times / }).click();
    await page.getByRole('button', { name: 'Show all' }).waitFor();
    expect(new URL(page.url()).search).toBe('?actor=the-moscow-times');
    const chosen = page.locator('.flow-node.chosen');
    expect(await chosen.getAttribute('aria-pressed')).toBe('true');
    await chosen.focus();
    await page.keyboard.press('Enter');
    await page.getByText(`${all} statements of ${all}`).waitFor();
    await page.getByRole('searchbox', { name: 'Only chains with this name' }).fill('matsegora');
    await page.keyboard.press('Enter');
    for (const link of await page.locator('.flow-list li').allTextContents()) expect(link).toMatch(/→/);
    expect(await page.locator('.flow-node', { hasText: 'Matsegora' }).count()).toBeGreaterThan(0);
  });
});

describe('the files to take along', () => {
  it('are had from the first page, each in its format', async () => {
    await visit('/');
    const links = page.getByRole('region', { name: 'All of it, to take along' }).getByRole('link');
    expect(await links.allTextContents()).toEqual(['CSV', 'JSON-LD', 'PROV-JSON', 'GraphML']);
    for (const [index, file] of ['csv', 'jsonld', 'prov.json', 'graphml'].entries()) {
      const [download] = await Promise.all([page.waitForEvent('download'), links.nth(index).click()]);
      expect([download.suggestedFilename(), await download.failure()]).toEqual([`verbatim-r1.${file}`, null]);
    }
  });
});

describe('the query behind a page', () => {
  it('opens in the playground with its variables, and gives the same there', async () => {
    await visit('/articles/kim-may-side-with-putin');
    await page.getByRole('link', { name: 'The query behind this page' }).click();
    await page.getByRole('tab', { name: 'Article', selected: true }).waitFor();
    await page.waitForTimeout(1_500);
    await page.getByRole('button', { name: /^Execute query/ }).click();
    await page.locator('.result-window', { hasText: 'Kim Jong Un May Side With Putin' }).waitFor();
  });
});

it('asks nothing of the outside and does not complain', () => {
  const { outside, complaints } = watched;
  expect({ outside, complaints }).toEqual({ outside: [], complaints: [] });
});
