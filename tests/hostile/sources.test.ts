import { Readable } from 'node:stream';
import fc from 'fast-check';
import { VerbatimError } from '../../src/domain/errors.ts';
import { readAnnotation } from '../../src/ingest/annotation-file.ts';
import { articleFile } from '../../src/ingest/annotation-format.ts';
import { Problems } from '../../src/ingest/problems.ts';
import { articleFrom } from '../../src/ingest/sources/article-from.ts';
import { blockText } from '../../src/ingest/sources/html/block-text.ts';
import { buildDocument } from '../../src/ingest/sources/html/build-document.ts';
import type { BadSource, IncomingArticle, SourceFormat } from '../../src/ingest/sources/incoming-article.ts';
import { LONGEST_SOURCE } from '../../src/ingest/sources/limits.ts';
import { readSources } from '../../src/ingest/sources/read-sources.ts';
import { lineAndColumn } from '../../src/text/lines.ts';
import {
  hostileArticle,
  hostileName,
  hostileText,
  hostileValue,
  HOSTILE_PIECES,
  isStorable,
  unstorableText,
} from '../support/hostile-texts.ts';
import { refusal } from '../support/refusal.ts';

/** What is read of standard input, the whole of it. */
async function read(input: string | Uint8Array | AsyncIterable<Uint8Array>, format: SourceFormat) {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  const stream = bytes instanceof Uint8Array ? Readable.from([bytes]) : bytes;
  const found: (IncomingArticle | BadSource)[] = [];
  for await (const one of readSources(['-'], { format, standardInput: stream })) found.push(one);
  return found;
}

/** What comes of it: the article, or the words of a refusal; anything else is a defect and is thrown. */
function outcome(use: () => IncomingArticle): IncomingArticle | string {
  try {
    return use();
  } catch (error) {
    if (error instanceof VerbatimError && error.code === 'BAD_USER_INPUT') return error.message;
    throw error;
  }
}

const INHERITED = HOSTILE_PIECES['names of what objects inherit'];

describe('a plain text', () => {
  it('is kept character for character', () => {
    fc.assert(
      fc.property(hostileArticle, (text) => {
        expect(articleFrom(text, 'text', {}, 'a.txt').text).toBe(text);
      }),
      { numRuns: 1_500 },
    );
  });

  it('that cannot be stored is refused with its place', () => {
    fc.assert(
      fc.property(unstorableText, ({ text, at }) => {
        const { line, column } = lineAndColumn(text, at);
        const offset = [...text.slice(0, at)].length;
        expect(outcome(() => articleFrom(text, 'text', {}, 'a.txt'))).toContain(
          `at line ${String(line)}, column ${String(column)} (code point ${String(offset)})`,
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('is kept byte for byte as it is read, in whatever parts it comes', async () => {
    await fc.assert(
      fc.asyncProperty(hostileArticle, fc.integer({ min: 1, max: 7 }), async (text, size) => {
        const bytes = Buffer.from(text);
        const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, part) =>
          bytes.subarray(part * size, (part + 1) * size),
        );
        expect(await read(Readable.from(parts), 'text')).toEqual([expect.objectContaining({ text })]);
        expect(await read(JSON.stringify({ text }), 'jsonl')).toEqual([expect.objectContaining({ text })]);
      }),
      { numRuns: 500 },
    );
  });

  it('that is no UTF-8 is refused with its first wrong byte', async () => {
    const bad = fc.constantFrom(
      [0xff],
      [0xc3],
      [0xed, 0xa0, 0x80],
      [0xc0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xf0, 0x9f],
    );
    await fc.assert(
      fc.asyncProperty(hostileText, bad, hostileText, async (before, bytes, behind) => {
        const written = Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(`.${behind}`)]);
        expect(await read(written, 'text')).toEqual([
          expect.objectContaining({
            message: expect.stringContaining(`byte ${String(Buffer.byteLength(before))} (0x`) as string,
          }),
        ]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is said of an article', () => {
  const declared = fc.record(
    {
      title: hostileValue,
      author: hostileValue,
      publisher: hostileValue,
      id: hostileValue,
      slug: hostileValue,
      url: hostileValue,
      published: hostileValue,
      language: hostileValue,
    },
    { requiredKeys: [] },
  );

  it('is kept but for spaces around it, or refused', () => {
    fc.assert(
      fc.property(declared, (given) => {
        const article = outcome(() => articleFrom('It rains.', 'text', given, 'a.txt'));
        if (typeof article === 'string') {
          expect(article).toMatch(/^a\.txt: /);
          return;
        }
        for (const key of ['title', 'author', 'publisher'] as const) {
          expect(article.declared[key]).toBe(given[key]?.trim() ? given[key].trim() : null);
          expect(isStorable(article.declared[key] ?? '')).toBe(true);
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it('is read of front matter as it is written, and the text below it character for character', async () => {
    await fc.assert(
      fc.asyncProperty(hostileName, hostileArticle, async (title, text) => {
        // JSON is YAML, as far as what YAML forbids is escaped.
        const written = JSON.stringify(title).replace(
          /[^\x20-\x7E]/g,
          (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
        const [article] = await read(`---\ntitle: ${written}\nid: "x"\n---\n${text}`, 'text');
        expect(article).toMatchObject({ text, declared: { title }, key: 'id:x' });
      }),
      { numRuns: 500 },
    );
  });

  it.each(INHERITED)('is not what objects inherit: %s', async (name) => {
    const [ofFile] = await read(`---\ntitle: Rain\n${name}: {title: x, slug: y}\n---\nIt rains.`, 'text');
    expect(ofFile).toMatchObject({ text: 'It rains.', declared: { title: 'Rain', slug: null } });
    const [ofLine] = await read(`{"text": "It rains.", "${name}": {"title": "x", "slug": "y"}}`, 'jsonl');
    expect(ofLine).toMatchObject({ text: 'It rains.', declared: { title: null, slug: null } });
    expect({}).not.toHaveProperty('slug');
  });

  it.each([
    ['an address', { url: `https://a.example/${'不'.repeat(1_900)}` }, undefined],
    ['a source', {}, `file:/${'a'.repeat(5_000)}`],
  ])('is refused where it tells the article from others and is too long: %s', (_, given, from) => {
    expect(() => articleFrom('It rains.', 'text', given, 'a.txt', from)).toThrow(refusal('more than 2500'));
  });
});

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

describe('markup', () => {
  it('gives the words that are written in it, character for character', () => {
    const words = fc.array(
      hostileName.filter((name) => !/[\s\f]/.test(name)),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(words, (paragraphs) => {
        const html = paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('\n');
        expect(blockText(buildDocument(html, 'a.html').document.body)).toEqual(paragraphs);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(['html', 'markdown'] as const)('of any kind is read or refused as %s', (format) => {
    const tags = fc.constantFrom(
      '<p>',
      '</p>',
      '<div hidden>',
      '<script>',
      '</script>',
      '<q>',
      '<td>',
      '<!--',
      '-->',
      '<a href="javascript:x">',
      '<',
      '>',
      '# ',
      '> ',
      '* ',
      '`',
      '```\n',
      '[a](b)',
      '![',
      '<body>',
      '<html',
      '<title>',
    );
    const markup = fc.array(fc.oneof(hostileText, tags), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(markup, (source) => {
        const article = outcome(() => articleFrom(source, format, {}, 'the page'));
        if (typeof article === 'string') expect(article).toMatch(/^the page/);
        else expect([isStorable(article.text), article.text.trim() === '']).toEqual([true, false]);
      }),
      { numRuns: 700 },
    );
  });

  it.each<[name: string, format: 'html' | 'markdown', source: string, refused: string | null]>([
    ['elements in each other', 'html', '<div>'.repeat(100_000), 'nests elements'],
    ['elements without end', 'html', '<b>x'.repeat(300), 'nests elements'],
    ['elements beside each other', 'html', '<p>x</p>'.repeat(40_000), 'more than 30000'],
    [
      'attributes of one element',
      'html',
      `<p ${Array.from({ length: 300_000 }, (_, n) => `a${String(n)}=""`).join(' ')}>It rains.`,
      null,
    ],
    ['attributes of many', 'html', '<p a b c d e f g>x</p>'.repeat(9_000), null],
    ['an attribute of a million characters', 'html', `<p class="${'a '.repeat(500_000)}">It rains.`, null],
    [
      'entities that a page declares',
      'html',
      `<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><p>&b; rains.`,
      null,
    ],
    ['references to characters', 'html', `<p>${'&amp;'.repeat(200_000)} rains.</p>`, null],
    ['references to no characters', 'html', '<p>&#0;&#xD800;&#x110000;&#99999999999; rains.</p>', null],
    ['tables in each other', 'html', '<table><tr><td>'.repeat(100), 'nests elements'],
    ['a comment without an end', 'html', `It rains.<!--${'-'.repeat(1_000_000)}`, null],
    ['more than is converted', 'html', 'a'.repeat(10_000_001), 'longer than 10 million'],
    ['block quotes in each other', 'markdown', `${'> '.repeat(10_000)}x`, 'nests lists'],
    ['brackets', 'markdown', '['.repeat(50_000), null],
    ['marks of emphasis', 'markdown', '*a_ '.repeat(20_000), null],
    ['backticks', 'markdown', Array.from({ length: 400 }, (_, n) => '`'.repeat(n)).join(' x '), null],
    ['references', 'markdown', `${'[a]: b\n'.repeat(20_000)}\n[a] rains`, null],
  ])('that is a bomb is read or refused: %s', (_, format, source, refused) => {
    const article = outcome(() => articleFrom(source, format, {}, 'the page'));
    if (refused === null) expect(article).toMatchObject({ place: 'the page' });
    else expect(article).toMatch(new RegExp(`^the page .*${refused}`));
  });
});

describe('front matter that is a bomb', () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((name, at) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefg'[at] ?? ''}`).join(',')}]`).join('\n')}`;
  it.each([
    ['aliases of aliases', bomb],
    ['lists in brackets', `a: ${'['.repeat(5_000)}`],
    ['lists by hyphens', `a:\n  ${'- '.repeat(5_000)}x`],
    ['lists by indentation', Array.from({ length: 300 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')],
    ['explicit keys', '? '.repeat(5_000)],
    ['a key of 60,000 characters', `${'a'.repeat(60_000)}: 1`],
    ['more than 64 KB', 'a: b\n'.repeat(20_000)],
  ])('is refused: %s', async (_, yaml) => {
    expect(await read(`---\ntitle: Rain\n${yaml}\n---\nIt rains.`, 'text')).toEqual([
      { place: 'standard input', skipped: false, message: expect.stringMatching(/^standard input.*JSONL/s) as string },
    ]);
  });

  it.each([
    ['aliases of aliases', bomb],
    ['lists in brackets', `text: ${'['.repeat(20_000)}`],
    ['maps in brackets', `text: ${'{a: '.repeat(20_000)}`],
    ['lists by hyphens', `${'- '.repeat(20_000)}x`],
    ['lists by indentation', Array.from({ length: 3_000 }, (_none, n) => `${' '.repeat(n)}a:`).join('\n')],
    ['an alias of itself', 'text: &a [*a]'],
    ['a halved character by its escape', 'text: "\\ud800"'],
    ['U+0000 by its escape', 'text: "\\0"'],
  ])('is refused in annotations too: %s', (_, yaml) => {
    const problems = new Problems();
    expect(readAnnotation('annotations/a.yaml', yaml, articleFile, problems)).toBeNull();
    expect(() => {
      problems.throwIfAny();
    }).toThrow(/annotations\/a\.yaml/);
  });
});

describe('annotations', () => {
  it('take words as they are, and refuse what cannot be stored, however it is written', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          hostileName,
          unstorableText.map(({ text }) => text),
        ),
        (words) => {
          const json = JSON.stringify({
            ...{ text: 'a.txt', slug: 'a', language: 'en', title: { exact: words } },
            statements: [{ key: 'k', text: 'It rains.', content: { exact: words } }],
          });
          const yaml = json.replace(
            /[^\x20-\x7E]/g,
            (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
          );
          const problems = new Problems();
          const file = readAnnotation('a.yaml', yaml, articleFile, problems);
          if (isStorable(words)) expect(file?.content.title).toEqual({ exact: words, prefix: '', suffix: '' });
          else {
            expect(file).toBeNull();
            expect(() => {
              problems.throwIfAny();
            }).toThrow(/a\.yaml:1:\d+: title\.exact holds/);
          }
        },
      ),
      { numRuns: 700 },
    );
  });
});

describe('a line of 50 MB', () => {
  async function* bytes(count: number, line: (part: number) => Uint8Array | null): AsyncGenerator<Uint8Array> {
    const part = Buffer.alloc(1_000_000, 'a');
    for (let at = 0; at < count; at++) yield Promise.resolve(line(at) ?? part);
  }

  it('is read as text if it has no more than that, and else refused before the rest comes', async () => {
    const [whole] = await read(
      bytes(50, () => null),
      'text',
    );
    expect(whole && 'text' in whole ? whole.text.length : 0).toBe(LONGEST_SOURCE);
    let read1 = 0;
    const [refused] = await read(
      bytes(500, () => {
        read1++;
        return null;
      }),
      'text',
    );
    expect(refused).toMatchObject({ message: expect.stringContaining('longer than 50 MB') as string });
    expect(read1).toBeLessThan(60);
  });

  it('is refused within a list, whose other lines are read', async () => {
    const last = Buffer.from(`\n${JSON.stringify({ text: 'It rains.' })}\n`);
    expect(
      await read(
        bytes(60, (part) => (part === 59 ? last : null)),
        'jsonl',
      ),
    ).toEqual([
      expect.objectContaining({ message: expect.stringContaining('standard input:1 is longer than 50 MB') as string }),
      expect.objectContaining({ text: 'It rains.' }),
    ]);
  });
});
