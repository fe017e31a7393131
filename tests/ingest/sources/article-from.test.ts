import fc from 'fast-check';
import { sha256 } from '../../../src/domain/sha256.ts';
import { articleFrom } from '../../../src/ingest/sources/article-from.ts';
import { NOTHING_DECLARED } from '../../../src/ingest/sources/declared.ts';
import type { ArticleFormat } from '../../../src/ingest/sources/incoming-article.ts';
import { refusal } from '../../support/refusal.ts';

const TITLE = '<html lang="en"><head><title>Bridge</title><link rel="canonical" href="https://lom.example/a"></head>';

describe('articleFrom', () => {
  it.each([
    ['a byte order mark', '\uFEFFA text.'],
    ['CRLF', 'one\r\ntwo\r\n'],
    ['white space at both ends', '\n a \n\n'],
    ['no-break spaces', 'a\u00A0b\u202Fc'],
    ['invisible characters', 'a\u200Bb\u202Ec\u2066d'],
    ['letters of another normal form', 'e\u0301 é'],
    ['markup', '<p>*a*</p> &amp;'],
    ['what looks like front matter', '---\ntitle: A\n---\nText.'],
  ])('keeps plain text with %s', (_, content) => {
    expect(articleFrom(content, 'text', {}, 'the text')).toEqual({
      text: content,
      key: `sha256:${sha256(content)}`,
      declared: NOTHING_DECLARED,
      place: 'the text',
    });
  });

  it('keeps any plain text to the letter, or says why not', () => {
    const units = [
      'a',
      ' ',
      '\n',
      '\r',
      '\0',
      '\uFEFF',
      '\u00A0',
      '\u200B',
      '😀',
      '\uD83D',
      '---',
      '<p>',
      '*',
      '&amp;',
    ];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...units), maxLength: 12 }), (content) => {
        try {
          expect(articleFrom(content, 'text', {}, 'the text').text).toBe(content);
        } catch (error) {
          expect(error).toMatchObject({ code: 'BAD_USER_INPUT' });
          expect(content.includes('\0') || !content.isWellFormed() || !/\S/.test(content)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, ArticleFormat, string, string]>([
    ['Markdown', 'markdown', '# One\n\n*Two*', 'One\n\nTwo'],
    ['HTML', 'html', '<p>One<p>Two', 'One\n\nTwo'],
    ['text', 'text', '<p>One', '<p>One'],
  ])('reads %s', (_, format, content, text) => {
    expect(articleFrom(content, format, {}, 'it').text).toBe(text);
  });

  it.each([
    ['an address', { url: 'https://Lom.example/a', id: '7', slug: 'a' }, 'url:https://lom.example/a'],
    ['an address with a place in it', { url: 'https://lom.example/a#b' }, 'url:https://lom.example/a'],
    ['an id', { id: '7', slug: 'a' }, 'id:7'],
    ['a slug', { slug: 'a' }, 'id:a'],
    ['nothing', {}, 'file:/a.txt'],
  ])('is known again by %s', (_, given, key) => {
    expect(articleFrom('Text.', 'text', given, 'a.txt', 'file:/a.txt').key).toBe(key);
  });

  it('believes what is given before what a page says, and keeps the rest', () => {
    const { declared, key } = articleFrom(
      `${TITLE}<p>One`,
      'html',
      { title: 'Other', publisher: 'Lom', author: null },
      'a',
    );
    expect(declared).toEqual({
      ...NOTHING_DECLARED,
      title: 'Other',
      publisher: 'Lom',
      url: 'https://lom.example/a',
      language: 'en',
    });
    expect(key).toBe('url:https://lom.example/a');
  });

  it.each<[string, ArticleFormat, string, string]>([
    ['U+0000', 'text', 'one\ntw\0o', 'the text holds U+0000 at line 2, column 3'],
    ['a lone surrogate', 'html', '<p>\uD83D', 'the text holds a lone surrogate, U+D83D at line 1, column 4'],
    ['nothing', 'text', '', 'the text holds no words'],
    ['white space', 'text', ' \n\u00A0\uFEFF', 'the text holds no words'],
    ['a page without words', 'html', '<html><body><script>a</script></body></html>', 'the text holds no words'],
    ['Markdown without words', 'markdown', '![a](b)\n\n---', 'the text holds no words'],
  ])('refuses %s', (_, format, content, message) => {
    expect(() => articleFrom(content, format, {}, 'the text')).toThrow(refusal(message));
  });

  it('refuses what cannot be said of an article', () => {
    expect(() => articleFrom('One.', 'text', { published: 'July' }, 'it')).toThrow(
      refusal('it: published: "July" is no date'),
    );
  });
});
