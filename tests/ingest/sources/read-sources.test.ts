import { symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { sha256 } from '../../../src/domain/sha256.ts';
import type { BadSource, IncomingArticle } from '../../../src/ingest/sources/incoming-article.ts';
import { readSources, type ReadSourcesOptions } from '../../../src/ingest/sources/read-sources.ts';
import { refusal } from '../../support/refusal.ts';
import { withFolder, type SeedFiles } from '../../support/seed-folder.ts';

async function all(paths: readonly string[], options?: ReadSourcesOptions): Promise<(IncomingArticle | BadSource)[]> {
  const read = [];
  for await (const one of readSources(paths, options)) read.push(one);
  return read;
}

/** Everything that is read from a folder, or from some files in it; places without the folder. */
const readFolder = (files: SeedFiles, names: readonly string[] = ['.'], options?: ReadSourcesOptions) =>
  withFolder(files, async (folder) => {
    const read = await all(
      names.map((name) => join(folder, name)),
      options,
    );
    return JSON.parse(JSON.stringify(read).replaceAll(`${folder}/`, '').replaceAll(folder, '')) as typeof read;
  });

const articles = (read: readonly (IncomingArticle | BadSource)[]) => read.filter((one) => 'text' in one);
const bad = (read: readonly (IncomingArticle | BadSource)[]) => read.filter((one) => 'message' in one);

/** Standard input. */
async function* typed(...pieces: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Promise.resolve(Buffer.from(piece as Uint8Array));
}

describe('readSources', () => {
  it('reads every kind of file in a folder and below it, sorted by name', async () => {
    const read = await readFolder({
      'b.txt': 'Two.',
      'a.md': '---\ntitle: One\n---\n# One',
      'c/b.HTML': '<p>Four.',
      'c/a.jsonl': '{"text": "Three."}\n\n{"html": "<p>Three and a half."}\n',
      'c.htm': '<p>Five.',
      'd.ndjson': '{"text": "Six."}',
      'e.markdown': '*Seven.*',
    });
    expect(read.map((one) => [one.place, 'text' in one ? one.text : one.message])).toEqual([
      ['a.md', 'One'],
      ['b.txt', 'Two.'],
      ['c/a.jsonl:1', 'Three.'],
      ['c/a.jsonl:3', 'Three and a half.'],
      ['c/b.HTML', 'Four.'],
      ['c.htm', 'Five.'],
      ['d.ndjson:1', 'Six.'],
      ['e.markdown', 'Seven.'],
    ]);
  });

  it('leaves out what it does not know, and says so; what begins with a dot it does not look at', async () => {
    const read = await readFolder({
      'a.txt': 'One.',
      'b.pdf': '%PDF',
      c: 'no',
      '.d.txt': 'no',
      '.git/e.txt': 'no',
      'f.txt.gz': 'no',
    });
    expect(articles(read).map(({ place }) => place)).toEqual(['a.txt']);
    expect(bad(read).map(({ place, skipped }) => [place, skipped])).toEqual([
      ['b.pdf', true],
      ['c', true],
      ['f.txt.gz', true],
    ]);
    expect(bad(read)[0]?.message).toContain('b.pdf is left out: its name ends with none of .txt, .md');
  });

  it('knows an article again by where it was read, if nothing else is said', async () => {
    await withFolder(
      { 'a.txt': 'One.', 'b.jsonl': '\n{"text": "Two."}\n{"text": "Three.", "id": "3"}' },
      async (folder) => {
        expect(
          (await all([join(folder, '.', 'a.txt'), `${folder}//b.jsonl`])).map((one) => 'key' in one && one.key),
        ).toEqual([`file:${folder}/a.txt`, `file:${folder}/b.jsonl#2`, 'id:3']);
      },
    );
  });

  it.each([
    ['plain text', '---\r\ntitle: A\r\nslug: a\r\n---\r\n\uFEFF One.\r\n', 'a.txt', '\uFEFF One.\r\n'],
    ['Markdown', '\uFEFF---\ntitle: A\nslug: a\n---\n\nOne\n***\n', 'a.md', 'One'],
  ])('takes front matter off %s', async (_, content, name, text) => {
    expect(await readFolder({ [name]: content })).toMatchObject([
      { text, key: 'id:a', declared: { title: 'A', slug: 'a' } },
    ]);
  });

  it('has no front matter in HTML', async () => {
    expect(await readFolder({ 'a.html': '---\ntitle: A\n---\n<p>One' })).toMatchObject([
      { text: '--- title: A ---\n\nOne' },
    ]);
  });

  it('reads a page in the encoding that it declares, and text as UTF-8 alone', async () => {
    const latin = Buffer.from('<meta charset=latin1><p>caf\xE9', 'latin1');
    const read = await readFolder({ 'a.html': latin, 'b.txt': latin, 'c.txt': 'One.' });
    expect(articles(read).map(({ text }) => text)).toEqual(['café', 'One.']);
    expect(bad(read)).toEqual([
      {
        place: 'b.txt',
        message: expect.stringContaining('b.txt is not UTF-8: byte 27 (0xe9)') as string,
        skipped: false,
      },
    ]);
  });

  it('tells what is wrong with a file in its place, and goes on', async () => {
    const read = await readFolder(
      {
        'a.txt': 'One.',
        'b.txt': 'a\n\0',
        'c.txt': '',
        'd.md': '---\nurl: lom\n---\nOne',
        'e.txt': '---\ntitle: A\n---\nb\0',
        'z.txt': 'Two.',
      },
      ['.', 'none.txt', 'a.txt'],
    );
    expect(articles(read).map(({ text }) => text)).toEqual(['One.', 'Two.', 'One.']);
    expect(bad(read).map(({ message }) => message)).toEqual([
      expect.stringContaining('b.txt holds U+0000 at line 2, column 1'),
      expect.stringContaining('c.txt holds no words'),
      expect.stringContaining('d.md: url: must be an absolute address'),
      // The line is that of the file.
      expect.stringContaining('e.txt holds U+0000 at line 4, column 2'),
      'none.txt cannot be read: there is no such file.',
    ]);
    expect(bad(read).every(({ skipped }) => !skipped)).toBe(true);
  });

  it('tells what is wrong with a line, and goes on', async () => {
    const lines = ['\uFEFF{"text": "One."}', '{"text": 2}', ' \r', 'three', '{"text": "Four."}\r'].map((line) =>
      Buffer.from(line),
    );
    const list = Buffer.concat([...lines, Buffer.of(0x22, 0xff)].flatMap((line) => [line, Buffer.from('\n')]));
    const read = await readFolder({ 'a.jsonl': list });
    expect(articles(read).map(({ text, place }) => [place, text])).toEqual([
      ['a.jsonl:1', 'One.'],
      ['a.jsonl:5', 'Four.'],
    ]);
    expect(bad(read).map(({ place, message }) => [place, message])).toEqual([
      ['a.jsonl:2', expect.stringContaining('a.jsonl:2: "text" is no string')],
      ['a.jsonl:4', expect.stringContaining('a.jsonl:4: this is not JSON')],
      ['a.jsonl:6', expect.stringContaining('a.jsonl:6 is not UTF-8: byte 1 (0xff)')],
    ]);
  });

  it('refuses a file and a line over 50 MB, and goes on', async () => {
    await withFolder({ 'a.txt': 'a', 'b.jsonl': '\n{"text": "Two."}', 'c.txt': 'Three.' }, async (folder) => {
      await truncate(join(folder, 'a.txt'), 50_000_001);
      await writeFile(
        join(folder, 'b.jsonl'),
        Buffer.concat([Buffer.alloc(50_000_001, 'a'), Buffer.from('\n{"text": "Two."}')]),
      );
      const read = await all([folder]);
      expect(articles(read).map(({ text }) => text)).toEqual(['Two.', 'Three.']);
      expect(bad(read).map(({ message }) => message)).toEqual([
        `${folder}/a.txt is longer than 50 MB, which no article is. Bring its text alone.`,
        `${folder}/b.jsonl:1 is longer than 50 MB, which no article is. Bring its text alone.`,
      ]);
    });
  });

  it('follows links to files, and not to folders, which may lead back', async () => {
    await withFolder({ 'a.txt': 'One.' }, async (folder) => {
      await symlink(join(folder, 'a.txt'), join(folder, 'b.txt'));
      await symlink(folder, join(folder, 'c'));
      await symlink(join(folder, 'none'), join(folder, 'd.txt'));
      const read = await all([folder]);
      expect(articles(read).map(({ place }) => place)).toEqual([`${folder}/a.txt`, `${folder}/b.txt`]);
      expect(bad(read)).toEqual([
        { place: `${folder}/c`, message: `${folder}/c is left out: it is no file.`, skipped: true },
        { place: `${folder}/d.txt`, message: `${folder}/d.txt cannot be read: there is no such file.`, skipped: false },
      ]);
    });
  });

  describe('from standard input', () => {
    const read = (input: readonly (string | Uint8Array)[], options: ReadSourcesOptions = {}) =>
      all(['-'], { ...options, standardInput: typed(...input) });

    it('reads text, and knows it again by itself', async () => {
      expect(await read(['One', '.\r\n'])).toMatchObject([
        { text: 'One.\r\n', key: `sha256:${sha256('One.\r\n')}`, place: 'standard input' },
      ]);
    });

    it.each([
      ['html', '<p>One', 'One'],
      ['markdown', '---\ntitle: A\n---\n*One*', 'One'],
      ['jsonl', '{"text": "One"}', 'One'],
    ] as const)('reads %s', async (format, input, text) => {
      expect(await read([input], { format })).toMatchObject([{ text, key: `sha256:${sha256(text)}` }]);
    });

    it('tells what is wrong', async () => {
      expect(await read([])).toMatchObject([
        { place: 'standard input', message: expect.stringContaining('standard input holds no words') as string },
      ]);
      expect(await read(['x'], { format: 'jsonl' })).toMatchObject([{ place: 'standard input:1' }]);
    });
  });

  describe('with options', () => {
    const FILES = { 'a.txt': '---\ntitle: A\nauthor: Ada Holm\n---\nOne.', 'b.txt': 'Two.', 'c.x': '<p>Three.' };

    it('takes what they say before what the file says', async () => {
      const declared = { title: 'B', url: 'https://lom.example/b', author: null };
      expect(await readFolder(FILES, ['a.txt'], { declared })).toMatchObject([
        { text: 'One.', key: 'url:https://lom.example/b', declared: { title: 'B', author: 'Ada Holm' } },
      ]);
    });

    it('takes for every source what they say of all', async () => {
      const read = await readFolder(FILES, ['.'], { declared: { publisher: 'The Lom Post', language: 'en' } });
      expect(articles(read).map(({ declared }) => [declared.title, declared.publisher, declared.language])).toEqual([
        ['A', 'The Lom Post', 'en'],
        [null, 'The Lom Post', 'en'],
      ]);
    });

    it('reads in the given format what is named by itself, and nothing else', async () => {
      expect(await readFolder(FILES, ['c.x'], { format: 'html' })).toMatchObject([{ text: 'Three.' }]);
      expect(articles(await readFolder(FILES, ['.'], { format: 'html' }))).toHaveLength(2);
    });

    it.each([
      ['two files', ['a.txt', 'b.txt'], {}],
      ['a folder', ['.'], {}],
      ['a list', ['d.jsonl'], {}],
      ['a list by its format', ['c.x'], { format: 'jsonl' as const }],
    ])('refuses to give one address to %s', async (_, names, options) => {
      const declared = { url: 'https://lom.example/b' };
      await expect(readFolder(FILES, names, { ...options, declared })).rejects.toThrow(
        refusal('"url" tells of one article'),
      );
    });

    it('refuses what cannot be said of an article before anything is read', async () => {
      await expect(all(['none'], { declared: { published: 'July' } })).rejects.toThrow(
        refusal('the options: published: "July"'),
      );
    });
  });

  it('gives back the very bytes of any plain text that it accepts', async () => {
    await withFolder({}, async (folder) => {
      const contents = fc.oneof(
        fc.uint8Array({ maxLength: 12 }),
        fc.string({ unit: 'grapheme' }).map((text) => Buffer.from(text)),
        fc.constantFrom('\uFEFF', '---', '\r\n', '\u00A0', 'a', '\n').map((text) => Buffer.from(text)),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(contents, { maxLength: 3 }), async (parts) => {
          const content = Buffer.concat(parts);
          await writeFile(join(folder, 'a.txt'), content);
          const [one] = await all([folder]);
          if (one && 'text' in one) expect(Buffer.from(one.text, 'utf8')).toEqual(content);
        }),
        { numRuns: 300 },
      );
    });
  });
});
