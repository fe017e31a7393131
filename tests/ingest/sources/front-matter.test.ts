import fc from 'fast-check';
import { splitFrontMatter } from '../../../src/ingest/sources/front-matter.ts';
import { refusal } from '../../support/refusal.ts';

const split = (content: string) => splitFrontMatter(content, 'a.md');
const said = (yaml: string) => split(`---\n${yaml}\n---\nText.`).declared;

describe('splitFrontMatter', () => {
  it('takes what the lines say, and leaves the text to the letter', () => {
    const { declared, body } = split('---\ntitle: The bridge\nauthor: Ada Holm\n---\n\n Text.\r\n---\nMore. \n');
    expect(declared).toMatchObject({ title: 'The bridge', author: 'Ada Holm', url: null });
    expect(body).toBe('\n Text.\r\n---\nMore. \n');
  });

  it.each([
    ['CRLF', '---\r\ntitle: A\r\n---\r\nText.'],
    ['a byte order mark above', '\uFEFF---\ntitle: A\n---\nText.'],
    ['white space behind the hyphens', '--- \ntitle: A\n---\t\nText.'],
    ['keys that are not known', '---\nlayout: post\ntitle: A\ndraft: true\n---\nText.'],
    ['a comment', '---\n# by hand\ntitle: A\n---\nText.'],
    ['hyphens within a value', '---\ntitle: A\nabout: |\n  a\n  ---\n  b\n---\nText.'],
  ])('reads it with %s', (_, content) => {
    expect(split(content)).toMatchObject({ declared: { title: 'A' }, body: 'Text.' });
  });

  it('reads it where nothing is below', () => {
    expect(split('---\ntitle: A\n---')).toMatchObject({ declared: { title: 'A' }, body: '' });
  });

  it.each([
    ['a rule and prose', '---\nThe bridge is closed.\n---\nMore.'],
    ['words with a colon, which are no known key', '---\nUpdate: the bridge is open.\n---\nMore.'],
    ['a key that only ends as a known one does', '---\nsubtitle: A\n---\nMore.'],
    ['no second line of hyphens', '---\ntitle: A\nText.'],
    ['a second line with more than hyphens', '---\ntitle: A\n--- and\nText.'],
    ['four hyphens', '----\ntitle: A\n----\nText.'],
    ['an empty line first', '\n---\ntitle: A\n---\nText.'],
    ['a space first', ' ---\ntitle: A\n---\nText.'],
    ['nothing between the lines', '---\n---\nText.'],
    ['plain text', 'title: A\n'],
    ['nothing at all', ''],
  ])('takes for text %s', (_, content) => {
    expect(split(content)).toEqual({ declared: null, body: content });
  });

  it('takes every value for the words that it is written in', () => {
    expect(said('title: 2022\npublished: 2022-07-29\nslug: no\nid: 007\nlanguage: no')).toMatchObject({
      title: '2022',
      published: '2022-07-29',
      slug: 'no',
      id: '007',
      language: 'no',
    });
  });

  it('knows what other programs call the date and the language', () => {
    expect(said('date: 2022-07-29T10:00:00+02:00\nlang: de')).toMatchObject({
      published: '2022-07-29',
      language: 'de',
    });
    expect(said('date: 2020\npublished: 2022')).toMatchObject({ published: '2022' });
  });

  it('takes a list of authors, and an empty value for nothing said', () => {
    expect(said('author: [Ada Holm, Bo Lind]\ntitle:\nurl: ""')).toMatchObject({
      author: 'Ada Holm, Bo Lind',
      title: null,
      url: null,
    });
  });

  it('takes the last of two values', () => {
    expect(said('title: A\ntitle: B')).toMatchObject({ title: 'B' });
  });

  it('takes keys that every object has for keys like any others', () => {
    expect(said('__proto__: { title: No }\nconstructor: x\n? [a, b]\n: c\nauthor: Ada Holm')).toMatchObject({
      title: null,
      author: 'Ada Holm',
    });
    expect(({} as { title?: string }).title).toBeUndefined();
  });

  it.each([
    ['no YAML', 'title: "A\nauthor: b', 'a.md:'],
    ['a tab for indentation', 'x:\n\ttitle: A\ntitle: A', 'a.md:3: this is no YAML: Tabs are not allowed'],
    ['an address that is none', 'url: lom.example', 'a.md: url: must be an absolute address'],
    ['a date in words', 'published: last July', 'a.md: published: "last July" is no date in EDTF'],
    ['a map for a title', 'title: { en: A }', 'a.md: title: '],
    ['an anchor that is referred to', 'title: &a A\nauthor: *a', 'a.md: the front matter cannot be read: '],
    ['an asterisk that refers to nothing', 'title: *so*', 'a.md'],
    ['a list with a key in it', '- a\n-\n\ntitle: A', 'a.md'],
    ['an escape that no text can hold', 'title: "a\\0b"', 'a.md: title holds U+0000'],
  ])('refuses %s', (_, yaml, message) => {
    expect(() => said(yaml)).toThrow(refusal(message));
  });

  const bomb = () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const inner = level === 0 ? '1' : Array.from({ length: 10 }, () => `*a${String(level - 1)}`).join(', ');
      return `a${String(level)}: &a${String(level)} [${inner}]`;
    });
    return levels.join('\n');
  };

  it.each([
    ['anchors that multiply', `title: A\n${bomb()}`, 'the front matter cannot be read'],
    ['brackets without end', `title: ${'['.repeat(60_000)}`, 'too many lists in lists'],
    ['lists in lists in one line', `title: A\nx:\n  ${'- '.repeat(30_000)}`, 'too many lists in lists'],
    [
      'indentation without end',
      `title: A\nx:\n${Array.from({ length: 100 }, (_, n) => `${' '.repeat(n)}- `).join('\n')}`,
      null,
    ],
    ['more than 64 KB', `title: A\nx: ${'a'.repeat(65_536)}`, 'longer than 64 KB'],
    ['thousands of keys', `title: A\n${Array.from({ length: 6_000 }, (_, n) => `k${String(n)}: 1`).join('\n')}`, null],
  ])('is not brought down by %s', (_, yaml, message) => {
    if (message === null) expect(said(yaml)).toMatchObject({ title: 'A' });
    else expect(() => said(yaml)).toThrow(refusal(message));
  });

  it('never loses a character of a text without it', () => {
    const lines = fc.array(fc.constantFrom('---', 'title: A', 'a: b', 'Text.', '', '\uFEFF---', '- x', '"'), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n'), (all, end) => {
        const content = all.join(end);
        let found: ReturnType<typeof split>;
        try {
          found = split(content);
        } catch (error) {
          expect(error).toMatchObject({ code: 'BAD_USER_INPUT' });
          return;
        }
        expect(content.endsWith(found.body)).toBe(true);
        if (found.declared === null) expect(found.body).toBe(content);
        else
          expect(content.slice(0, content.length - found.body.length)).toMatch(/^\uFEFF?---\r?\n[^]*\n---(?:\r?\n)?$/);
      }),
      { numRuns: 1_000 },
    );
  });
});
