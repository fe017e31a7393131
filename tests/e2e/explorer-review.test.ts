import type { Page } from 'playwright-core';
import { CodePoints } from '../../src/text/code-points.ts';
import { keyOf, revokedKey, wrongKey } from '../support/keys.ts';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';
import { watchedBrowser, type WatchedBrowser } from '../support/watched-browser.ts';

/** An article for each part of these tests, so that none waits for what another one decided. */
const ARTICLES = {
  harbour: `Harbour gates close

“We cannot keep the gates open another week,” Nils Holm said. Ada Berg said that the crews would wait until Friday.

Lena Moe said the plan was “a mistake that we will not repeat”.
`,
  pumps: `Pumps 🕊 give out

“The pumps are old, and the pumps are tired,” Mats Lund said. Kari Vik said nothing about the pumps are tired songs.

“Water will rise in the old town this winter,” Kari Vik said.
`,
  ferry: `Ferries stop

“Nobody asked the islands before the last boat left,” Ida Strand said.
`,
  quay: `The quay

“The stones have moved since the storm came in,” Olav Dahl said. “Divers will look at every one of them,” he said.

Siri Aas said that the bank would lend the town no more money this year.
`,
} as const;

interface Proposed {
  readonly id: string;
  readonly text: string;
  readonly review: string;
  readonly reviewedIn: number;
  readonly quotes: readonly { readonly exact: string; readonly start: number; readonly end: number }[];
}

let corpus: ServedCorpus;
let watched: WatchedBrowser;
let page: Page;
let keys: { readonly mine: string; readonly other: string };

const ask = async <Data>(query: string, variables = {}, key?: string): Promise<Data> => {
  const { data, errors } = await corpus.ask(query, variables, key);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data as Data;
};
const PROPOSED = '{ id text review reviewedIn quotes { exact start end } }';
const proposals = async (article?: string): Promise<readonly Proposed[]> => {
  const { statements } = await ask<{ statements: { nodes: Proposed[] } }>(
    `query ($article: ID) { statements(first: 100, filter: { review: [PROPOSED], article: $article }) { nodes ${PROPOSED} } }`,
    { article },
  );
  return statements.nodes;
};

beforeAll(async () => {
  corpus = await serveCorpus(undefined, () => Promise.resolve());
  keys = { mine: await keyOf(corpus.store, 'REVIEWER', 'Rita'), other: await keyOf(corpus.store, 'REVIEWER', 'Otto') };
  const editor = await keyOf(corpus.store, 'EDITOR');
  for (const [slug, text] of Object.entries(ARTICLES)) {
    await ask(
      `mutation ($article: ArticleInput!) { ingestArticle(article: $article) { proposed } }`,
      { article: { slug, text, title: text.split('\n')[0], author: 'Vera Quist' } },
      editor,
    );
  }
  watched = await watchedBrowser(corpus.url);
});
beforeEach(async () => {
  page = await watched.open({ viewport: { width: 1360, height: 900 } });
});
afterEach(() => page.context().close());
afterAll(async () => {
  await watched.browser.close();
  await corpus.stop();
});

/** The review of an article, by whoever holds a key. */
const begin = async (article: keyof typeof ARTICLES, key = keys.mine) => {
  await page.goto(`${corpus.url}/review?article=${article}`);
  await page.getByLabel('Your key').fill(key);
  await page.keyboard.press('Enter');
  await page.locator('.in-context').waitFor();
  await page.getByText('· live').waitFor();
};
const headline = () => page.locator('.proposed').textContent();
const news = () => page.locator('.news');
const listed = () => page.locator('.queue button > span').allTextContents();
interface Told {
  readonly review: string;
  readonly history: readonly {
    readonly action: string | null;
    readonly reason: string | null;
    readonly revision: { readonly author: string };
    readonly replacement: (Proposed & { readonly speaker: { readonly slug: string } }) | null;
  }[];
}
/** What the API tells of a statement. */
const told = async (id: string): Promise<Told> => {
  const { node } = await ask<{ node: Told }>(
    `query ($id: ID!) { node(id: $id) { ... on Statement {
      review history { action reason revision { author } replacement { id text review reviewedIn speaker { slug } quotes { exact start end } } } } } }`,
    { id },
  );
  return node;
};
const actions = async (id: string) => (await told(id)).history.map(({ action }) => action);
/** What somebody else decides, by the API. */
const otherDecides = (what: 'accept' | 'reject' | 'restore', { id, reviewedIn }: Pick<Proposed, 'id' | 'reviewedIn'>) =>
  ask<Record<string, { revision: number }>>(
    `mutation ($id: ID!, $ifRevision: Int!) { ${what}Statement(id: $id, ifRevision: $ifRevision) { revision } }`,
    { id, ifRevision: reviewedIn },
    keys.other,
  );
const at = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index];
  if (item === undefined) throw new Error(`There is no item ${String(index)}.`);
  return item;
};
/** Selects the characters of the shown text from one UTF-16 offset to another, as a pointer would. Runs in the page. */
const SELECT = `(([from, to]) => {
  const root = document.querySelector('.marked-text');
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let before = 0;
  while (texts.nextNode()) {
    const { length } = texts.currentNode.data;
    if (before <= from && from < before + length) range.setStart(texts.currentNode, from - before);
    if (before < to && to <= before + length) range.setEnd(texts.currentNode, to - before);
    before += length;
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
})`;
const select = (from: number, to: number) => page.evaluate(`${SELECT}([${String(from)}, ${String(to)}])`);

describe('the key', () => {
  it.each<[string, () => string | Promise<string>, RegExp]>([
    ['what is no key', () => 'my key', /no key of Verbatim/],
    ['what is none either', () => 'verbatim', /This is no key of Verbatim\. One begins with "verbatim_"/],
    ['a key with another secret', () => wrongKey(keys.mine), /not known here/],
    ['a key that was revoked', () => revokedKey(corpus.store), /was revoked/],
  ])('is refused in words: %s', async (_, given, why) => {
    await page.goto(`${corpus.url}/review`);
    await page.getByLabel('Your key').fill(await given());
    await page.getByRole('button', { name: 'Review' }).click();
    const problem = page.getByRole('alert');
    await problem.waitFor();
    expect(await problem.textContent()).toMatch(why);
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
  });

  it('tells who holds it, stays in its tab, in no address, and is sent by no other page', async () => {
    const sent: { readonly url: string; readonly page: string; readonly key: string | undefined }[] = [];
    page.on('request', (request) => {
      const key = request.headers()['authorization'];
      sent.push({ url: request.url(), page: new URL(page.url()).pathname, key });
    });
    await begin('harbour');
    expect(await page.locator('.review-head').textContent()).toContain('as Rita, reviewer');
    await page.reload();
    await page.locator('.in-context').waitFor();
    expect(page.url()).toBe(`${corpus.url}/review?article=harbour`);
    expect(await page.evaluate('localStorage.length')).toBe(0);
    const other = await page.context().newPage();
    await other.goto(`${corpus.url}/review`);
    await other.getByLabel('Your key').waitFor();
    await page.locator('.top-bar').getByText('Actors').click();
    await page.locator('.actors li').first().waitFor();
    expect(sent.filter(({ url }) => url.includes(keys.mine))).toEqual([]);
    expect(sent.filter((one) => one.key !== undefined && !/\/graphql(?:\/stream)?$/.test(one.url))).toEqual([]);
    const ofActors = sent.filter((one) => one.page === '/actors' && one.url.endsWith('/graphql'));
    expect(ofActors.length).toBeGreaterThan(0);
    expect(ofActors.filter(({ key }) => key !== undefined)).toEqual([]);
    await page.goBack();
    await page.getByRole('button', { name: 'Forget the key' }).click();
    await page.getByLabel('Your key').waitFor();
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
  });
});

describe('the queue', () => {
  it('holds the proposals of an article, each with its words where they stand, and how sure the extractor was', async () => {
    const expected = await proposals('harbour');
    expect(expected.length).toBeGreaterThan(2);
    await begin('harbour');
    expect(await listed()).toEqual(expected.map(({ text }) => text));
    for (const { text, quotes } of expected) {
      expect(await headline()).toBe(text);
      const words = await page.locator('.in-context .words-content').allTextContents();
      expect(words.join('')).toContain(at(quotes, quotes.length - 1).exact);
      expect(await page.locator('.why').textContent()).toMatch(
        /^found by the extractor, with a confidence of [01]\.\d\d\.$/,
      );
      await page.keyboard.press('j');
    }
    for (const { text } of expected.toReversed()) {
      expect(await headline()).toBe(text);
      await page.keyboard.press('k');
    }
    await page.getByRole('link', { name: 'all articles' }).click();
    await page.getByText(/^\d+ proposals wait/).waitFor();
    expect((await listed()).length).toBeGreaterThan(expected.length);
  });

  it('is accepted by a key and taken back by another, as the history tells', async () => {
    const [first, second] = await proposals('harbour');
    await begin('harbour');
    await page.keyboard.press('a');
    await news().getByText('Accepted:').waitFor();
    expect(await headline()).toBe(second?.text);
    expect(await told(first?.id ?? '')).toMatchObject({ review: 'ACCEPTED' });
    await page.keyboard.press('u');
    await news().getByText('Taken back').waitFor();
    expect(await headline()).toBe(first?.text);
    expect(await actions(first?.id ?? '')).toEqual([null, 'ACCEPT', 'RETRACT', 'RESTORE']);
    // What came of it is decided anew, by what was written last.
    await page.keyboard.press('a');
    await news().getByText('Accepted:').waitFor();
    expect((await told(first?.id ?? '')).history.at(-1)).toMatchObject({
      action: 'ACCEPT',
      revision: { author: 'Rita' },
    });
  });

  it('is rejected with a reason, in whose field no key means anything else', async () => {
    const [first] = await proposals('harbour');
    await begin('harbour');
    await page.keyboard.press('r');
    await page.keyboard.type('a jack can use rockets');
    expect(await page.getByLabel('What is wrong with it?').inputValue()).toBe('a jack can use rockets');
    expect(await actions(first?.id ?? '')).toEqual([null]);
    await page.keyboard.press('Escape');
    expect(await page.getByLabel('What is wrong with it?').count()).toBe(0);
    await page.keyboard.press('r');
    await page.keyboard.type('She did not say so');
    await page.keyboard.press('Enter');
    await news().getByText('Rejected:').waitFor();
    expect(await told(first?.id ?? '')).toMatchObject({
      review: 'REJECTED',
      history: [{}, { action: 'REJECT', reason: 'She did not say so' }],
    });
    await page.getByRole('button', { name: 'Take it back' }).click();
    await news().getByText('Taken back').waitFor();
    expect(await actions(first?.id ?? '')).toEqual([null, 'REJECT', 'RESTORE']);
  });

  it('lets keys be switched off', async () => {
    const [first] = await proposals('harbour');
    await begin('harbour');
    await page.getByRole('checkbox', { name: 'Keys' }).uncheck();
    await page.locator('.proposed').click({ trial: true });
    await page.keyboard.press('Tab');
    for (const key of ['a', 'j', 'c', 'r']) await page.keyboard.press(key);
    expect(await headline()).toBe(first?.text);
    expect(await page.locator('form.decision-form').count()).toBe(0);
    expect((await told(first?.id ?? '')).review).toBe('PROPOSED');
  });
});

describe('a correction', () => {
  it('takes exactly the words that were selected, of several that are alike', async () => {
    const proposal = at(await proposals('pumps'), 0);
    const text = ARTICLES.pumps;
    const start = text.indexOf('the pumps are tired,');
    const end = start + 'the pumps are tired'.length;
    // The words stand twice: only what is around them tells which.
    expect(text.indexOf('the pumps are tired', end)).toBeGreaterThan(0);
    await begin('pumps');
    await page.keyboard.press('c');
    await page.locator('.marked-text').waitFor();
    expect(await page.locator('.marked-text').textContent()).toBe(text);
    // From inside of the first word to inside of the last one.
    await select(start + 1, end - 2);
    const points = new CodePoints(text);
    const [from, to] = [points.fromUtf16(start), points.fromUtf16(end)];
    expect(from).toBe(start - 1);
    await page.getByText(`code points ${String(from)}–${String(to)}: “the pumps are tired”`).waitFor();
    await page.getByRole('group', { name: 'The words said' }).getByText('Take the selection').click();
    await page.getByLabel('The assertion').fill('The pumps are tired.');
    await page.getByRole('button', { name: 'Put it in its place' }).click();
    expect(await page.getByRole('alert').textContent()).toBe('Say why: readers will see it.');
    await page.getByLabel('Why?').fill('Half of it is enough');
    await page.keyboard.press('Enter');
    await news().getByText('Corrected:').waitFor();
    const { review, history } = await told(proposal.id);
    expect([review, history.at(-1)]).toMatchObject([
      'REJECTED',
      {
        action: 'CORRECT',
        reason: 'Half of it is enough',
        revision: { author: 'Rita' },
        replacement: {
          text: 'The pumps are tired.',
          review: 'ACCEPTED',
          speaker: { slug: 'mats-lund' },
          quotes: [{ exact: 'the pumps are tired', start: from, end: to }],
        },
      },
    ]);
  });

  it('moves the ends of words by keyboard, and puts another speaker into the chain', async () => {
    const proposal = (await proposals('pumps')).find((one) => one.text.startsWith('Water will rise'));
    if (!proposal) throw new Error('There is no such proposal.');
    await begin('pumps');
    await page.locator('.queue').getByText(proposal.text).click();
    await page.keyboard.press('c');
    const words = page.getByRole('group', { name: 'The words said' });
    await words.getByRole('button', { name: 'End a word earlier' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await words.locator('.chosen-words').textContent()).toBe('Water will rise in the old town');
    await page.getByLabel('Somebody else').fill('lund');
    await page.getByRole('button', { name: /^Mats Lund/ }).click();
    await page.getByLabel('Why?').fill('It was him');
    const text = ARTICLES.pumps;
    // The words that name the one who spoke have to be of that one.
    await select(text.indexOf('Mats Lund'), text.indexOf('Mats Lund') + 9);
    await page.getByRole('group', { name: 'Words that name Mats Lund' }).getByText('Take the selection').click();
    await page.getByRole('button', { name: 'Put it in its place' }).click();
    await news().getByText('Corrected:').waitFor();
    expect((await told(proposal.id)).history.at(-1)?.replacement).toMatchObject({
      speaker: { slug: 'mats-lund' },
      quotes: [{ exact: 'Water will rise in the old town' }],
    });
  });

  it('that changes nothing is refused in words, and keeps what was filled in', async () => {
    const proposal = at(await proposals('ferry'), 0);
    await begin('ferry');
    await page.keyboard.press('c');
    await page.getByLabel('Why?').fill('No reason');
    await page.getByRole('button', { name: 'Put it in its place' }).click();
    await news().getByText('The correction says what the statement says already. Nothing was changed.').waitFor();
    expect(await page.getByLabel('Why?').inputValue()).toBe('No reason');
    expect((await told(proposal.id)).review).toBe('PROPOSED');
  });
});

describe('with others at it', () => {
  it('goes on without what somebody else decided, and says who', async () => {
    const [first, second, third] = await proposals('quay');
    if (!first || !second || !third) throw new Error('There are too few.');
    await begin('quay');
    await otherDecides('accept', second);
    await news().getByText('Meanwhile Otto has accepted another one of the queue.').waitFor();
    expect(await listed()).toEqual([first.text, third.text]);
    await otherDecides('reject', first);
    await news().getByText('Meanwhile Otto has rejected this one.').waitFor();
    await page.getByText('It is rejected, and waits for nobody.').waitFor();
    expect(await page.getByRole('button', { name: 'Accept' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Go on' }).click();
    expect(await headline()).toBe(third.text);
    expect(await page.locator('.queue-head').textContent()).toContain('1 proposal waits');
    const { node: now } = await ask<{ node: Proposed }>(
      `query ($id: ID!) { node(id: $id) { ... on Statement ${PROPOSED} } }`,
      { id: first.id },
    );
    await otherDecides('restore', now);
    await news().getByRole('button', { name: 'Show' }).click();
    await page.getByText(/^2 proposals wait/).waitFor();
    expect((await listed()).sort()).toEqual([first.text, third.text].sort());
  });

  it('shows what it is now when a decision comes too late', async () => {
    const [first] = await proposals('ferry');
    if (!first) throw new Error('There are too few.');
    await page.route('**/graphql/stream', (route) => route.abort());
    await page.goto(`${corpus.url}/review?article=ferry`);
    await page.getByLabel('Your key').fill(keys.mine);
    await page.keyboard.press('Enter');
    await page.getByText('not live').waitFor();
    await page.locator('.in-context').waitFor();
    await otherDecides('reject', first);
    await page.keyboard.press('a');
    await news()
      .getByText(/The statement is REJECTED since revision \d+ \(Otto\)/)
      .waitFor();
    await page.getByText('It is rejected, and waits for nobody.').waitFor();
    expect((await told(first.id)).history.map(({ action }) => action)).toEqual([null, 'REJECT']);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('Nothing waits for review in this article.').waitFor();
    watched.complaints.length = 0;
  });

  it('follows again what was missed while the stream was broken off', async () => {
    const [first, second] = await proposals('quay');
    if (!first || !second) throw new Error('There are too few.');
    await page.route('**/graphql/stream', (route) => route.abort(), { times: 1 });
    await page.goto(`${corpus.url}/review?article=quay`);
    await page.getByLabel('Your key').fill(keys.mine);
    await page.keyboard.press('Enter');
    await page.getByText('not live').waitFor();
    await page.locator('.in-context').waitFor();
    await otherDecides('accept', second);
    await news().getByText('Meanwhile Otto has accepted another one of the queue.').waitFor();
    expect(await listed()).toEqual([first.text]);
    watched.complaints.length = 0;
  });
});

describe('all of this', () => {
  it('asks nothing of the outside, and complains of nothing but refused keys', () => {
    const { outside, complaints } = watched;
    expect(outside).toEqual([]);
    expect(complaints.filter((complaint) => !complaint.includes('401'))).toEqual([]);
  });
});
