import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IngestedArticle } from '../../src/ingest/ingest-articles.ts';
import { countArticles } from '../../src/ingest/sources/count-articles.ts';
import type { BadSource } from '../../src/ingest/sources/incoming-article.ts';
import { runCommand, startCommand, type RunningCommand } from '../support/command.ts';
import { postGraphql } from '../support/served-corpus.ts';
import { withFolder, type SeedFiles } from '../support/seed-folder.ts';

const folders: string[] = [];
const newStore = (): { readonly VERBATIM_DATA: string } => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-ingest-'));
  folders.push(folder);
  return { VERBATIM_DATA: folder };
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const said = (place: string): string =>
  `Rain in ${place}\n\n“It rains in ${place},” Ada Holm told the ${place} Times.\n`;

const FILES: SeedFiles = {
  'a.txt': said('Alm'),
  'b.md': `---\ntitle: Rain in Bru\npublished: 2022-07-06\n---\n# Rain in Bru\n\n“It rains in *Bru*,” Nils Berg said.\n`,
  'c.html': `<html><head><title>Rain in Cor</title></head><body><article><h1>Rain in Cor</h1>${'<p>“It rains in Cor,” Eva Lund said. It was the third day of rain in the valley.</p>'.repeat(3)}</article></body></html>`,
  'd.jsonl': `${JSON.stringify({ id: 'dom', text: said('Dom') })}\n{"text":\n${JSON.stringify({ id: 'eid', text: said('Eid') })}\n`,
  'f.txt': new Uint8Array([0x61, 0xff]),
  'g.csv': 'a,b\n',
  'h.txt': said('Hov'),
};

/** What is printed with --json. */
const linesOf = (stdout: string): (Partial<IngestedArticle> & Partial<BadSource>)[] =>
  stdout
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Partial<IngestedArticle> & Partial<BadSource>);

describe.each([
  ['a store that nobody has open', () => Promise.resolve(null)],
  ['a store that a server has open', (store: Record<string, string>) => serve(store)],
])('verbatim ingest into %s', (_, open: (store: Record<string, string>) => Promise<RunningCommand | null>) => {
  const store = newStore();
  let server: RunningCommand | null;
  beforeAll(async () => {
    server = await open(store);
  });
  afterAll(async () => {
    server?.process.kill('SIGTERM');
    expect(await server?.ended()).toEqual(
      server === null ? undefined : expect.objectContaining({ code: 0, stderr: '' }),
    );
    expect(await runCommand(['verify'], store)).toMatchObject({ code: 0 });
  });

  it('records all that can be read, and tells what cannot', async () => {
    await withFolder(FILES, async (folder) => {
      const { code, stdout, stderr } = await runCommand(['ingest', folder], store);
      expect(code).toBe(1);
      expect(stdout.split('\n').map((line) => line.replace(`${folder}/`, ''))).toEqual([
        'a.txt: rain-in-alm, new, 1 statement proposed',
        'b.md: rain-in-bru, new, 1 statement proposed',
        expect.stringMatching(/^c\.html: rain-in-cor, new, \d statements? proposed$/),
        'd.jsonl:1: rain-in-dom, new, 1 statement proposed',
        'd.jsonl:3: rain-in-eid, new, 1 statement proposed',
        'h.txt: rain-in-hov, new, 1 statement proposed',
        expect.stringMatching(/^6 new articles, \d statements? proposed, 1 file left out, 2 could not be read\.$/),
        '',
      ]);
      expect(stderr.trim().split('\n')).toEqual([
        expect.stringMatching(/d\.jsonl:2: this is not JSON/),
        expect.stringMatching(/f\.txt is not UTF-8/),
        expect.stringMatching(/g\.csv is left out/),
      ]);
      const again = await runCommand(['ingest', join(folder, 'a.txt'), join(folder, 'd.jsonl')], store);
      expect(again.stdout).toContain('0 new articles, 3 unchanged');
      // The mended list goes on where it stopped.
      writeFileSync(
        join(folder, 'd.jsonl'),
        (FILES['d.jsonl'] as string).replace('{"text":\n', `${JSON.stringify({ id: 'fen', text: said('Fen') })}\n`),
      );
      const mended = await runCommand(['ingest', join(folder, 'd.jsonl')], store);
      expect([mended.code, mended.stderr]).toEqual([0, '']);
      expect(mended.stdout).toContain('1 new article, 2 unchanged, 1 statement proposed');
    });
  });

  it('tells what became of each article as JSON, a line each, and of its next version', async () => {
    await withFolder({ 'a.txt': said('Ild') }, async (folder) => {
      const file = join(folder, 'a.txt');
      const { stdout } = await runCommand(['ingest', '--json', file, join(folder, 'no.txt')], store);
      expect(linesOf(stdout)).toEqual([
        {
          place: file,
          articleId: expect.any(String) as string,
          slug: 'rain-in-ild',
          version: 1,
          outcome: 'NEW',
          proposed: 1,
          moved: 0,
          orphaned: 0,
        },
        {
          place: join(folder, 'no.txt'),
          message: expect.stringContaining('there is no such file') as string,
          skipped: false,
        },
      ]);
      writeFileSync(file, said('Ild').replace('It rains', 'It snows'));
      const next = linesOf((await runCommand(['ingest', '--json', file], store)).stdout);
      expect(next).toMatchObject([{ slug: 'rain-in-ild', version: 2, outcome: 'NEW_VERSION', proposed: 1 }]);
      expect(next[0]?.orphaned).toBeGreaterThan(0);
    });
  });

  it('stops at the first bad source if it is told to, and keeps what came before', async () => {
    await withFolder(
      { '1.txt': said('Jar'), '2.csv': '', '3.txt': new Uint8Array([0xff]), '4.txt': said('Kil') },
      async (folder) => {
        const { code, stdout, stderr } = await runCommand(['ingest', '--strict', '--json', folder], store);
        expect(code).toBe(1);
        expect(linesOf(stdout).map(({ slug, skipped }) => slug ?? skipped)).toEqual(['rain-in-jar', true]);
        expect(stderr).toMatch(/verbatim: .*3\.txt is not UTF-8/);
        const { stdout: rest } = await runCommand(['ingest', '--json', folder], store);
        expect(linesOf(rest).map(({ slug, outcome, skipped }) => [slug, outcome, skipped])).toEqual([
          ['rain-in-jar', 'UNCHANGED', undefined],
          [undefined, undefined, true],
          [undefined, undefined, false],
          ['rain-in-kil', 'NEW', undefined],
        ]);
      },
    );
  });

  it('takes a text from standard input, with what is said of it', async () => {
    const of = [
      '--url',
      'https://one.example/lom',
      '--slug',
      'lom',
      '--title',
      'Rain in Lom',
      '--published',
      '2022-07-06',
      '--language',
      'en-GB',
    ];
    const brought = await runCommand(
      ['ingest', '-', '--json', ...of],
      store,
      said('Lom').replace('Times', 'Times on Monday'),
    );
    expect(brought).toMatchObject({ code: 0, stderr: '' });
    expect(linesOf(brought.stdout)).toMatchObject([{ place: 'standard input', slug: 'lom', outcome: 'NEW' }]);
    const same = await runCommand(
      ['ingest', '-', '--json', '--url', 'https://one.example/lom#end'],
      store,
      `${said('Lom')}More.`,
    );
    expect(linesOf(same.stdout)).toMatchObject([{ slug: 'lom', outcome: 'NEW_VERSION' }]);
  });

  it('tells of an article that the store refuses as of one that cannot be read', async () => {
    const other = ['--url', 'https://two.example/mol', '--slug', 'mol'];
    await runCommand(['ingest', '-', ...other], store, said('Mol'));
    const list = [
      { text: said('Nes'), id: 'nes' },
      { text: said('Oye'), slug: 'mol', url: 'https://one.example/mol' },
      { text: said('Raa'), id: 'raa' },
    ].map((article) => JSON.stringify(article));
    const args = ['ingest', '-', '--format', 'jsonl', '--json'];
    const { code, stdout } = await runCommand(args, store, list.join('\n'));
    expect(code).toBe(1);
    expect(linesOf(stdout).map(({ slug, message }) => slug ?? message)).toEqual([
      'rain-in-nes',
      expect.stringMatching(
        /^standard input:2: mol is the slug of an article that comes from elsewhere \(url:https:\/\/two/,
      ),
      'rain-in-raa',
    ]);
    expect(await runCommand([...args, '--strict'], store, list.join('\n'))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('mol is the slug') as string,
    });
  });

  it('has the second of two texts of one article as its second version', async () => {
    const list = [said('Sel'), `${said('Sel')}More.`, `${said('Sel')}More. Still more.`].map((text) =>
      JSON.stringify({ id: 'sel', text }),
    );
    const { stdout } = await runCommand(['ingest', '-', '--format', 'jsonl', '--json'], store, list.join('\n'));
    expect(linesOf(stdout).map(({ version, outcome }) => [version, outcome])).toEqual([
      [1, 'NEW'],
      [2, 'NEW_VERSION'],
      [3, 'NEW_VERSION'],
    ]);
  });

  it('has one article of two files with one text', async () => {
    await withFolder({ 'one.txt': said('Tau'), 'two.txt': said('Tau') }, async (folder) => {
      const { stdout } = await runCommand(['ingest', '--json', folder], store);
      expect(linesOf(stdout).map(({ slug, outcome }) => [slug, outcome])).toEqual([
        ['rain-in-tau', 'NEW'],
        ['rain-in-tau', 'UNCHANGED'],
      ]);
    });
  });

  it('takes an article that is longer than most', async () => {
    const long = `${said('Ulv')}${'The river rose, and the town of Ulv waited for the rain to end. '.repeat(3_000)}`;
    const { code, stdout, stderr } = await runCommand(['ingest', '-', '--json', '--id', 'ulv'], store, long);
    expect([code, stderr]).toEqual([0, '']);
    expect(linesOf(stdout)).toMatchObject([{ slug: 'rain-in-ulv', outcome: 'NEW' }]);
  });
});

/** Serves a store without a corpus. */
async function serve(store: Record<string, string>): Promise<RunningCommand> {
  const running = startCommand(['serve', '--no-seed'], store);
  const url = /http:\/\/127\.0\.0\.1:\d+(?=\/graphql)/.exec(await running.printed('Stop it with'))?.[0] ?? '';
  expect((await postGraphql(url, { query: '{ corpus { revision } }' })).data).toEqual({ corpus: { revision: 0 } });
  return running;
}

describe('verbatim ingest', () => {
  const own = newStore();

  it('shows by --dry-run what it would propose, and opens no store', async () => {
    const store = { VERBATIM_DATA: join(newStore().VERBATIM_DATA, 'none') };
    await withFolder(
      { 'a.txt': said('Alm'), 'b.txt': new Uint8Array([0xff]), 'c.txt': said('Cor') },
      async (folder) => {
        const { code, stdout, stderr } = await runCommand(['ingest', '--dry-run', folder], store);
        expect(code).toBe(1);
        expect(stdout).toContain(`${join(folder, 'a.txt')}\n`);
        expect(stdout).toMatch(/Ada Holm/);
        expect(stdout).toContain('Rain in Cor');
        expect(stderr).toMatch(/b\.txt is not UTF-8/);
        const strict = await runCommand(['ingest', '--dry-run', '--strict', folder], store);
        expect(strict).toMatchObject({ code: 1, stdout: expect.not.stringContaining('Rain in Cor') as string });
      },
    );
    expect(existsSync(store.VERBATIM_DATA)).toBe(false);
  });

  it.each([
    ['a format that there is not', ['-', '--format', 'pdf'], 'Allowed choices are text, markdown, html, jsonl'],
    ['a URL that is none', ['-', '--url', 'lom'], 'url: must be an absolute address'],
    ['a slug that is none', ['-', '--slug', 'Rain in Lom'], 'slug: must be lower-case words'],
    ['a day that is none', ['-', '--published', 'soon'], 'published:'],
    ['one title for two articles', ['-', 'a.txt', '--title', 'Rain'], '"title" tells of one article'],
    ['nothing to read', [], "missing required argument 'paths'"],
  ])('refuses %s, and stores nothing', async (_, args, words) => {
    const { code, stdout, stderr } = await runCommand(['ingest', ...args], own, said('Lom'));
    expect([code, stdout, stderr]).toEqual([1, '', expect.stringContaining(words)]);
  });

  it('writes out what a terminal would obey', async () => {
    const { stderr } = await runCommand(['ingest', 'no\u001b[31m.txt'], own);
    expect(stderr).toContain('no<U+001B>[31m.txt cannot be read');
  });
});

describe('The number of articles there are to read', () => {
  it('counts files, and the lines of lists', async () => {
    await withFolder(FILES, async (folder) => {
      expect(await countArticles([folder], undefined)).toBe(8);
      expect(await countArticles([join(folder, 'd.jsonl'), join(folder, 'a.txt')], undefined)).toBe(4);
      expect(await countArticles([join(folder, 'a.txt')], 'jsonl')).toBe(3);
    });
  });

  it('is unknown with standard input', async () => {
    expect(await countArticles(['a.txt', '-'], undefined)).toBeNull();
  });

  it('takes nothing from a pipe, and no offence at what is not there', async () => {
    await withFolder({ 'a.txt': 'A' }, async (folder) => {
      const pipe = join(folder, 'pipe.jsonl');
      execFileSync('mkfifo', [pipe]);
      expect(await countArticles([pipe, join(folder, 'no.jsonl'), join(folder, 'a.txt')], undefined)).toBe(2);
    });
  });
});
