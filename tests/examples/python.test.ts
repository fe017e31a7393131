import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';

const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);

let corpus: ServedCorpus;
beforeAll(async () => {
  corpus = await serveCorpus();
});
afterAll(() => corpus.stop());

const python = (url: string, slug: string) => run('python3', [join(ROOT, 'examples/python/main.py'), url, slug]);

describe('the example in Python', () => {
  it('prints every statement of an article with its words, and finds these where the server says', async () => {
    const { data } = (await corpus.ask(
      '{ statements(filter: { article: "kim-may-side-with-putin" }, first: 100) { nodes { text speaker { name } quotes { exact } } } }',
    )) as {
      data: { statements: { nodes: { text: string; speaker: { name: string }; quotes: { exact: string }[] }[] } };
    };
    const { nodes } = data.statements;
    expect(nodes.length).toBeGreaterThan(10);
    const { stdout } = await python(corpus.url, 'kim-may-side-with-putin');
    expect(stdout).toBe(
      [
        ...nodes.flatMap(({ text, speaker, quotes }) => [
          `${speaker.name}: ${text}`,
          ...quotes.map(({ exact }) => `    “${exact}”`),
        ]),
        `${String(nodes.length)} statements\n`,
      ].join('\n'),
    );
  });

  it('ends with the server’s own words when it is refused', async () => {
    const empty = () => Promise.resolve();
    const listed = await serveCorpus(undefined, empty, { safelistFile: join(ROOT, 'dist/client/queries.json') });
    await expect(python(listed.url, 'kim-may-side-with-putin')).rejects.toThrow(
      'RuntimeError: This server answers the queries of its list only',
    );
    await listed.stop();
  });
});
