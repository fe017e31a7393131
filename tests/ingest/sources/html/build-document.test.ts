import { blockText } from '../../../../src/ingest/sources/html/block-text.ts';
import { buildDocument } from '../../../../src/ingest/sources/html/build-document.ts';
import { refusal } from '../../../support/refusal.ts';

const build = (html: string) => buildDocument(html, 'a.html');
const textOf = (html: string) => blockText(build(html).document.body).join('|');

describe('buildDocument', () => {
  it.each([
    ['a whole page', '<!doctype html><html lang="en"><head><title>T</title></head><body><p>One</p></body></html>'],
    ['a page without its body', '<!doctype html><html lang="en"><title>T</title><p>One</p>'],
    ['a page without its head', '<html lang="en"><body><title>T</title><p>One</p></body></html>'],
    ['a head that is never closed', '<html lang="en"><head><title>T</title><p>One</p>'],
    ['text behind the end', '<html lang="en"><head><title>T</title></head><body></body></html><p>One</p>'],
    [
      'a page in a page',
      '<html lang="en"><body><html><head><title>T</title></head><body><p>One</p></body></html></body></html>',
    ],
    ['a byte order mark', '\uFEFF<html lang="en"><title>T</title><p>One</p>'],
    ['capitals', '<HTML LANG="en"><TITLE>T</TITLE><BODY><P>One</P></BODY></HTML>'],
  ])('builds %s', (_, html) => {
    const { document, isPage } = build(html);
    expect(blockText(document.body)).toEqual(['One']);
    expect(document.querySelector('title')?.textContent).toBe('T');
    expect(document.documentElement.getAttribute('lang')).toBe('en');
    expect(isPage).toBe(true);
  });

  it.each([
    ['paragraphs', '<p>One</p>'],
    ['words alone', 'One'],
    ['a header that is no head', '<header>One</header>'],
    ['a drawing with a title', '<svg><title>T</title></svg>One'],
  ])('does not take %s for a page', (_, html) => {
    expect(build(html).isPage).toBe(false);
    expect(textOf(html)).toBe('One');
  });

  it.each([
    ['nothing', ''],
    ['a tag that is never closed', '<p'],
    ['an attribute that is never closed', '<p class="'],
    ['a comment that is never closed', '<!-- One'],
    ['a script that is never closed', '<script>One'],
    ['end tags without beginnings', '</div></body></html></p>'],
  ])('builds %s, in which there are no words', (_, html) => {
    expect(textOf(html)).toBe('');
  });

  it('keeps what tells of an element, and no other attributes', () => {
    const element = build(
      '<p class="a" ID="b" onclick="alert(1)" __proto__="c" constructor="d">One</p>',
    ).document.querySelector('p');
    expect(element?.getAttribute('class')).toBe('a');
    expect(element?.getAttribute('onclick')).toBeNull();
    expect(element?.getAttribute('constructor')).toBeNull();
    expect(({} as { c?: string }).c).toBeUndefined();
  });

  it('builds what is as deep as pages are', () => {
    expect(textOf(`${'<div>'.repeat(190)}One${'</div>'.repeat(190)}Two`)).toBe('One|Two');
  });

  it.each([
    ['elements in elements without end', '<div>'.repeat(200_000), 'nests elements more than 200 deep'],
    ['elements that are closed again', `${'<b>'.repeat(201)}One${'</b>'.repeat(201)}`, 'nests elements'],
    ['left out elements in elements', '<svg>'.repeat(200_000), 'nests elements'],
    ['elements without end', '<br>'.repeat(100_000), 'has more than 30000 elements'],
    ['more characters than any article', 'a'.repeat(10_000_001), 'is longer than 10 million characters'],
  ])('refuses %s', (_, html, message) => {
    expect(() => build(html)).toThrow(refusal(`a.html ${message}`));
  });

  it('is not brought down by an element with very many attributes', () => {
    const attributes = Array.from({ length: 50_000 }, (_, n) => `a${String(n)}="1"`).join(' ');
    expect(textOf(`<p ${attributes}>One</p>`)).toBe('One');
  });
});
