import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';

const ROOT = join(import.meta.dirname, '../..');
const EXAMPLES = join(ROOT, 'examples');
const run = promisify(execFile);

let open: ServedCorpus;
/** A server that answers what the package's documents ask, and nothing else. */
let listed: ServedCorpus;
beforeAll(async () => {
  open = await serveCorpus();
  listed = await serveCorpus(undefined, undefined, { safelistFile: join(ROOT, 'dist/client/queries.json') });
});
afterAll(async () => {
  await open.stop();
  await listed.stop();
});

/** What an example prints, line by line, that runs as it stands. */
async function printedBy(name: string, ...args: readonly string[]): Promise<string[]> {
  const { jest } = import.meta;
  const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  const { argv } = process;
  process.argv = [process.execPath, name, ...args];
  try {
    jest.resetModules();
    await import(join(EXAMPLES, name, 'main.ts'));
    return log.mock.calls.map((words) => words.join(' '));
  } finally {
    process.argv = argv;
    log.mockRestore();
  }
}

const STATEMENTS = `query ($first: Int) {
  statements(filter: { article: "north-korea-inches-closer" }, first: $first) { totalCount nodes { text speaker { name } } } }`;

/** "Speaker: what is said", of the first statements of the article that the examples ask for. */
async function saidInArticle(first: number): Promise<string[]> {
  const { data } = (await open.ask(STATEMENTS, { first })) as {
    data: { statements: { nodes: { text: string; speaker: { name: string } }[] } };
  };
  return data.statements.nodes.map(({ text, speaker }) => `${speaker.name}: ${text}`);
}

describe('the example for Apollo Client', () => {
  it.each([
    ['a server', () => open.url],
    ['one that answers listed queries only', () => listed.url],
  ])('joins two pages of %s, and keeps each thing once', async (_, url) => {
    const printed = await printedBy('apollo-client', url());
    expect(printed[0]).toBe('Statements of both pages: 10');
    expect(printed.slice(1, 11).map((line) => line.trim())).toEqual(await saidInArticle(10));
    const speakers = new Set((await saidInArticle(10)).map((line) => line.split(': ')[0]));
    expect(speakers.size).toBeLessThan(10);
    expect(printed.slice(11, 14)).toEqual([
      'Statements in the cache: 10',
      `Actors in the cache: ${String(speakers.size)}`,
      'Articles in the cache: 1',
    ]);
    expect(printed[14]).toMatch(/^Chain: .+ \(WRITER\)/);
    expect(printed).toHaveLength(15);
  });
});

describe('the example for urql', () => {
  it.each([
    ['a server', () => open.url],
    ['one that answers listed queries only', () => listed.url],
  ])('prints two pages of what %s finds', async (_, url) => {
    const printed = await printedBy('urql', url(), 'Donetsk');
    const { data } = (await open.ask('{ search(query: "Donetsk", first: 6) { totalCount } }')) as {
      data: { search: { totalCount: number } };
    };
    const total = String(data.search.totalCount);
    expect([printed[0], printed[4]]).toEqual([`Page 1 of ${total} results`, `Page 2 of ${total} results`]);
    expect(printed).toHaveLength(8);
    expect(new Set(printed).size).toBe(8);
  });
});

describe('the example for Relay', () => {
  it('walks through an article by a fragment that pages', async () => {
    const printed = await printedBy('relay', open.url);
    const all = await saidInArticle(100);
    const pages = Math.ceil(all.length / 5);
    expect(pages).toBeGreaterThan(2);
    expect(printed[0]).toBe('North Korea Inches Closer to Pro-Russia Separatists in Ukraine: 5 statements');
    expect(printed[pages - 1]).toBe(`and with the next page ${String(all.length)}`);
    expect(printed.slice(pages)).toEqual(all);
  });
});

describe('the example of a plain fetch', () => {
  it.each([
    ['completely created by Russia', 'VERBATIM'],
    ['was established by Russia', 'ALTERED'],
    ['the moon is made of cheese', 'NOT_FOUND'],
  ])('tells of “%s” that it is %s', async (words, verdict) => {
    const { stdout } = await run(process.execPath, [join(EXAMPLES, 'fetch/main.mjs'), open.url, words]);
    const [told, ...places] = stdout.trim().split('\n');
    expect(told).toBe(verdict);
    expect(places.length > 0).toBe(verdict !== 'NOT_FOUND');
  });

  it('ends with the server’s own words when it is refused', async () => {
    await expect(run(process.execPath, [join(EXAMPLES, 'fetch/main.mjs'), open.url, ''])).rejects.toThrow(
      'Error: The quotation holds no word.',
    );
  });
});
