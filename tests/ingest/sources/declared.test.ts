import { firstValid, NOTHING_DECLARED, overlay, readDeclared } from '../../../src/ingest/sources/declared.ts';
import { refusal } from '../../support/refusal.ts';

const read = (written: Record<string, unknown>) => readDeclared(written, 'a.md');

describe('readDeclared', () => {
  it.each([
    ['a title', { title: ' The bridge ' }, { title: 'The bridge' }],
    ['markup in every field, which is nothing but words here', { title: '<script>alert(1)</script>' }, {}],
    ['an address', { url: 'https://lom.example/bridge?a=1#b' }, {}],
    ['an address of a machine', { url: 'http://127.0.0.1:8080/a' }, {}],
    ['a language', { language: 'pt-BR' }, {}],
    ['a day', { published: '2022-07-29' }, {}],
    ['an uncertain month', { published: '2022-07?' }, {}],
    [
      'a time, of which the day is kept as it is written',
      { published: '2022-07-29T23:30:00-05:00' },
      { published: '2022-07-29' },
    ],
    ['a time behind a space', { published: '2022-07-29 23:30:00 +0200' }, { published: '2022-07-29' }],
    ['several authors', { author: ['Ada Holm', ' Bo Lind '] }, { author: 'Ada Holm, Bo Lind' }],
    ['a number for an id', { id: 17 }, { id: '17' }],
    ['a slug', { slug: 'the-bridge-2' }, {}],
  ])('takes %s', (_, written, expected) => {
    expect(read(written)).toEqual({ ...NOTHING_DECLARED, id: null, ...written, ...expected });
  });

  it.each([
    ['null', null],
    ['nothing', undefined],
    ['no words', ''],
    ['white space', ' \n'],
  ])('takes %s for nothing said', (_, nothing) => {
    const keys = ['title', 'url', 'language', 'published', 'author', 'publisher', 'slug', 'id'];
    expect(read(Object.fromEntries(keys.map((key) => [key, nothing])))).toEqual({ ...NOTHING_DECLARED, id: null });
  });

  it('does not look at other keys, nor at what every object has', () => {
    const written = JSON.parse(
      '{"__proto__": {"title": "No"}, "constructor": "x", "toString": 1, "draft": true}',
    ) as Record<string, unknown>;
    expect(readDeclared(written, 'a.md')).toEqual({ ...NOTHING_DECLARED, id: null });
    expect(readDeclared(Object.create({ title: 'No' }) as Record<string, unknown>, 'a.md').title).toBeNull();
    expect(({} as { title?: string }).title).toBeUndefined();
  });

  it.each([
    ['a script for an address', { url: 'javascript:alert(1)' }, 'a.md: url: must be an absolute address'],
    ['a file for an address', { url: 'file:///etc/passwd' }, 'url: must be'],
    ['an address without its host', { url: '/news/bridge' }, 'url: must be'],
    ['an address with one slash', { url: 'https:lom.example' }, 'url: must be'],
    ['an address with a line end in it', { url: 'https://lom.example/\na' }, 'url: must be'],
    ['a language by its name', { language: 'English' }, 'language: must be a BCP 47'],
    ['a date in words', { published: 'July 29, 2022' }, 'published: "July 29, 2022" is no date in EDTF'],
    ['a day that is none, with a time', { published: '2022-02-30T10:00:00Z' }, 'published: "2022-02-30" is no date'],
    ['a number for a title', { title: 7 }, 'title: '],
    ['an object for a title', { title: { en: 'Bridge' } }, 'title: '],
    ['a title as long as an article', { title: 'a'.repeat(1_001) }, 'title: '],
    ['an author who is none', { author: ['Ada Holm', ''] }, 'author: '],
    ['a slug with capitals', { slug: 'The-Bridge' }, 'slug: must be lower-case words'],
    ['a lone surrogate', { title: 'a\uD83D' }, 'a.md: title holds a lone surrogate, U+D83D at line 1, column 2'],
    ['U+0000', { publisher: 'a\0b' }, 'a.md: publisher holds U+0000 at line 1, column 2'],
  ])('refuses %s', (_, written, message) => {
    expect(() => read(written)).toThrow(refusal(message));
  });

  it('tells everything that is wrong at once', () => {
    const wrong = () => read({ url: 'x', slug: 'A', language: 'en' });
    expect(wrong).toThrow(refusal('url: must be'));
    expect(wrong).toThrow(refusal('slug: must be'));
    expect(wrong).not.toThrow(refusal('language'));
  });
});

describe('overlay', () => {
  it('keeps what is under what says nothing', () => {
    const base = { ...NOTHING_DECLARED, title: 'Old', author: 'Ada Holm' };
    expect(overlay(base, { title: 'New', author: null, publisher: undefined, url: ' ' })).toEqual({
      ...base,
      title: 'New',
    });
  });
});

describe('firstValid', () => {
  it('goes on to the next where one is not valid', () => {
    expect(firstValid('published', [undefined, 7, 'yesterday', '2022-07', '2023'])).toBe('2022-07');
    expect(firstValid('title', ['', 'a\0', 'a\uD83D', 'b'])).toBe('b');
    expect(firstValid('url', ['javascript:alert(1)'])).toBeNull();
  });
});
