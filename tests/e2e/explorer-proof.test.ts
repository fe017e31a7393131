import type { Page } from 'playwright-core';
import type { LedgerProof } from '../../src/ledger/verify-proof.ts';
import { serveCorpus, SIGNER, type ServedCorpus } from '../support/served-corpus.ts';
import { watchedBrowser, type WatchedBrowser } from '../support/watched-browser.ts';

let corpus: ServedCorpus;
let watched: WatchedBrowser;
let page: Page;
let statement: { readonly id: string; readonly text: string };

beforeAll(async () => {
  corpus = await serveCorpus();
  watched = await watchedBrowser(corpus.url);
  page = await watched.open({ viewport: { width: 1360, height: 900 } });
  // A long chain has the most that can be shown wrongly.
  const { data } = await corpus.ask(
    `{ statements(first: 1, filter: { search: "\\"ready to work\\" asset" }) { nodes { id text attribution { position } } } }`,
  );
  const found = first(
    (data as { statements: { nodes: (typeof statement & { attribution: unknown[] })[] } }).statements.nodes,
  );
  expect(found.attribution).toHaveLength(4);
  statement = found;
});
afterEach(() => page.unrouteAll({ behavior: 'wait' }));
afterAll(async () => {
  await watched.browser.close();
  await corpus.stop();
});

/** Changes what the server answers to a query of a name, before the page has it. */
const tamper = (name: string, change: (node: never) => void) =>
  page.route('**/graphql', async (route) => {
    if (!(route.request().postData() ?? '').includes(`query ${name}(`)) {
      await route.continue();
      return;
    }
    const response = await route.fetch();
    const answer = (await response.json()) as { data: { node: never } };
    change(answer.data.node);
    await route.fulfill({ response, body: JSON.stringify(answer) });
  });
const tamperProof = (change: (proof: Changeable) => void) =>
  tamper('Proof', ({ proof }: { proof: Changeable }) => {
    change(proof);
  });
type Changeable = { -readonly [Key in keyof LedgerProof]: Changing<LedgerProof[Key]> };
type Changing<Value> = Value extends object ? { -readonly [Key in keyof Value]: Changing<Value[Key]> } : Value;
const otherDigit = (digits: string) => digits.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
const first = <Item>(items: readonly Item[]): Item => {
  const [item] = items;
  if (item === undefined) throw new Error('There is none.');
  return item;
};

const last = <Item>(items: readonly Item[]): Item => first(items.slice(-1));

/** What the page is told of the statement, as far as it is changed here. */
interface Shown {
  text: string;
  mode: string;
  review: string;
  readonly article: { title: string };
  readonly quotes: { exact: string; start: number }[];
  readonly attribution: { readonly actor: { name: string }; cue: object | null }[];
}

/** What the page says once its proof was checked. */
const verdict = async (key = '') => {
  await page.goto('about:blank');
  await page.goto(`${corpus.url}/statements/${statement.id}`);
  await page.getByLabel('The ledger’s public key').fill(key);
  await page.getByRole('button', { name: 'Check the proof' }).click();
  const told = page.locator('.verdict-of-proof');
  await told.waitFor();
  return (await told.textContent()) ?? '';
};

describe('the proof of a statement', () => {
  it('holds by the key that somebody knows, and says what it proves', async () => {
    const told = await verdict(SIGNER.publicKey);
    expect(told).toMatch(/^Proven\. \d+ records/);
    const { data } = await corpus.ask('{ ledger { checkpoint { origin size rootHash publicKey } } }');
    const { origin, size, rootHash, publicKey } = (data as { ledger: { checkpoint: LedgerProof['checkpoint'] } }).ledger
      .checkpoint;
    for (const part of [
      origin,
      `${String(size)} revision`,
      rootHash,
      publicKey,
      'by seeds',
      'that what was said is true',
    ])
      expect(told).toContain(part);
    await page.getByText('The records, as they were sealed').click();
    expect(await page.locator('.sealed').textContent()).toContain(JSON.stringify(statement.text));
  });

  it('says that a key which comes with the proof is nobody’s yet', async () => {
    const told = await verdict();
    expect(told).toMatch(/^Proven, if the key is the ledger’s\./);
    expect(told).toContain('whose key it is, since it came with the proof');
  });

  it.each([
    ['another key', otherDigit(SIGNER.publicKey), 'signed with another key'],
    ['half a key', SIGNER.publicKey.slice(0, 32), 'signed with another key'],
    ['what is no key', 'my key', 'signed with another key'],
  ])('does not hold by %s', async (_, key, why) => {
    const told = await verdict(key);
    expect(told).toMatch(/^Not proven\./);
    expect(told).toContain(why);
  });

  it.each<[string, (proof: Changeable) => void, string]>([
    [
      'a letter of a record',
      ({ records }) => {
        const record = records.find(({ json }) => json.includes('"table":"quote"')) ?? first(records);
        record.json = record.json.replace(/("exact":".)./, '$1~');
      },
      'A record is not one of revision',
    ],
    [
      'a hash beside the way of a record',
      ({ records }) => {
        const record = records.find(({ path }) => path.length > 0) ?? first(records);
        record.path = [otherDigit(first(record.path)), ...record.path.slice(1)];
      },
      'A record is not one of revision',
    ],
    [
      'the place of a record',
      ({ records }) => {
        first(records).index += 1;
      },
      'A record is not one of revision',
    ],
    [
      'who wrote a revision',
      ({ entries }) => {
        first(entries).json = first(entries).json.replace('"author":"', '"author":"x');
      },
      'is not in the log that was signed',
    ],
    [
      'the head of the log',
      ({ checkpoint }) => {
        checkpoint.rootHash = otherDigit(checkpoint.rootHash);
      },
      'The signature of the checkpoint is wrong',
    ],
    [
      'the signature',
      ({ checkpoint }) => {
        checkpoint.signature = otherDigit(checkpoint.signature);
      },
      'The signature of the checkpoint is wrong',
    ],
    [
      'hash into what is none',
      ({ records }) => {
        first(records).path = ['nothing'];
      },
      'Not hexadecimal digits',
    ],
  ])('does not hold with another %s', async (_, change, why) => {
    await tamperProof(change);
    const told = await verdict(SIGNER.publicKey);
    expect(told).toMatch(/^Not proven\./);
    expect(told).toContain(why);
    expect(await page.locator('.verdict-of-proof.proven').count()).toBe(0);
  });

  it('of another statement proves that one alone', async () => {
    const { data } = await corpus.ask(
      '{ statements(first: 1) { nodes { proof { records { json revision index path } entries { json revision path } checkpoint { origin size rootHash publicKey signature } } } } }',
    );
    const { proof } = first((data as { statements: { nodes: { proof: Changeable }[] } }).statements.nodes);
    await tamperProof((own) => Object.assign(own, proof));
    const told = await verdict(SIGNER.publicKey);
    expect(told).toMatch(/^Not proven as this page shows it\./);
    expect(told).toContain('The assertion: shown');
  });

  it('does not hold where a record is left out that others name', async () => {
    await tamperProof((proof) => {
      proof.records = proof.records.filter(({ json }) => !json.includes('"table":"actor"'));
    });
    expect(await verdict(SIGNER.publicKey)).toMatch(/^Not proven as this page shows it\..*who: shown/);
  });

  it.each<[string, (shown: Shown) => void, string]>([
    ['assertion', (shown) => (shown.text += '!'), 'The assertion: shown'],
    ['rendering', (shown) => (shown.mode = 'INDIRECT'), 'How it is rendered: shown “INDIRECT”'],
    ['review', (shown) => (shown.review = 'PROPOSED'), 'Where it stands in review: shown “PROPOSED”'],
    ['title', (shown) => (shown.article.title += '!'), 'The article: shown'],
    ['word', (shown) => (first(shown.quotes).exact += '!'), 'Words, part 1: shown'],
    ['place', (shown) => (first(shown.quotes).start += 1), 'begins at code point'],
    ['part less', (shown) => shown.quotes.pop(), 'Parts of the words: shown'],
    ['speaker', (shown) => (last(shown.attribution).actor.name = 'Nobody'), 'Link 4 of the chain, who: shown “Nobody”'],
    ['link less', (shown) => shown.attribution.pop(), 'Links of the chain: shown “3”, recorded “4”'],
    [
      'cue',
      (shown) => (last(shown.attribution).cue = null),
      'Link 4 of the chain, words that tell it: shown “nothing”',
    ],
  ])('tells that the page shows another %s than was recorded', async (_, change, what) => {
    await tamper('Statement', change);
    const told = await verdict(SIGNER.publicKey);
    expect(told).toMatch(/^Not proven as this page shows it\./);
    expect(told).toContain(what);
  });

  it('tells that the words stand in another text than was recorded', async () => {
    await tamper('VersionText', (version: { text: string }) => (version.text += ' '));
    const told = await verdict(SIGNER.publicKey);
    expect(told).toMatch(/^Not proven as this page shows it\..*The text of version 1/);
  });

  it('tells why nothing is checked on a page that came by http from elsewhere', async () => {
    const elsewhere = 'http://verbatim.test';
    const context = await watched.browser.newContext();
    const other = await context.newPage();
    await other.route(`${elsewhere}/**`, async (route) => {
      await route.fulfill({
        response: await route.fetch({ url: route.request().url().replace(elsewhere, corpus.url) }),
      });
    });
    await other.goto(`${elsewhere}/statements/${statement.id}`);
    await other.getByRole('button', { name: 'Check the proof' }).click();
    const told = other.locator('.verdict-of-proof');
    await told.waitFor();
    expect(await told.textContent()).toMatch(
      /^Not checked\. Browsers check signatures only on pages that came by https/,
    );
    await context.close();
  });

  it('asks nothing of the outside, and nothing complains', () => {
    const { outside, complaints } = watched;
    expect({ outside, complaints }).toEqual({ outside: [], complaints: [] });
  });
});
