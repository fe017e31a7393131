import { htmlArticle } from '../../../../src/ingest/sources/html/html-article.ts';
import { refusal } from '../../../support/refusal.ts';

const LEAD =
  'The old bridge over the Lom was closed on Monday, after a storm had torn away two of its planks, the town said.';
const QUOTE = '“We will not open it before May,” Mayor Ada Holm told the Lom Post. “It was never safe in a storm.”';
const MORE =
  'Holm said that the town, which has no money of its own for it, may ask the province. The ministry denied that it had been asked.';

const page = ({ head = '', article = '', before = '' } = {}) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Bridge over the Lom stays closed | The Lom Post</title>${head}
<script>document.write("<p>An advertisement</p>");</script><style>p { color: red }</style></head>
<body>
  <header class="site-header"><h1><a href="/">The Lom Post</a></h1><p>News since 1890</p></header>
  <nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
  <div class="cookie-banner" role="dialog">We value your privacy. Accept all?</div>
  ${before}
  <main><article>${article}</article></main>
  <aside class="related"><h2>Related</h2><ul><li><a href="/a">Ferry to run on Sundays</a></li></ul></aside>
  <footer><p>© The Lom Post. All rights reserved.</p></footer>
</body></html>`;

const BODY = `<p>${LEAD}</p><p>${QUOTE}</p><p>${MORE}</p>`;
const read = (html: string) => htmlArticle(html, 'a.html');
const paragraphs = (html: string) => read(html).text.split('\n\n');

describe('htmlArticle', () => {
  it('takes the article out of its page, to the letter', () => {
    const html = page({ article: `<h1>Bridge over the Lom stays closed</h1><p class="byline">By Bo Lind</p>${BODY}` });
    expect(paragraphs(html)).toEqual(['Bridge over the Lom stays closed', 'By Bo Lind', LEAD, QUOTE, MORE]);
    expect(read(html).declared).toMatchObject({
      title: 'Bridge over the Lom stays closed | The Lom Post',
      language: 'en',
      url: null,
    });
  });

  it.each([
    ['its main heading', '<h1>A bridge too old</h1>', 'A bridge too old'],
    ['a heading with markup', '<h1>A <em>bridge</em><br>too&nbsp;old</h1>', 'A bridge\ntoo\u00A0old'],
    [
      'a lesser heading that is the title of the page',
      '<h2>Bridge over the Lom stays closed</h2>',
      'Bridge over the Lom stays closed',
    ],
    ['the title that the page declares, if there is no heading', '', 'Bridge over the Lom stays closed'],
    ['a heading that is marked as none', '<p>Bridge over the Lom stays closed</p>', 'Bridge over the Lom stays closed'],
  ])('begins with %s', (_, heading, title) => {
    expect(paragraphs(page({ article: heading + BODY }))).toEqual([title, LEAD, QUOTE, MORE]);
  });

  it('does not take a rubric that the title begins with for the title', () => {
    expect(paragraphs(page({ article: `<p>Bridge</p>${BODY}` })).slice(0, 2)).toEqual([
      'Bridge over the Lom stays closed',
      'Bridge',
    ]);
  });

  const TITLE = 'Bridge over the Lom stays closed';
  const TOP = `<p>Lom</p><h1>${TITLE}</h1><p>Mayor sees no money</p><div>By Bo Lind <time>29 July</time></div>`;

  it.each([
    ['its header', `<header>${TOP}</header>${BODY}`, ['Lom', TITLE, 'Mayor sees no money', 'By Bo Lind 29 July', LEAD]],
    ['its beginning', `<div>${TOP}${BODY}</div>`, ['Lom', TITLE, 'Mayor sees no money', 'By Bo Lind 29 July', LEAD]],
    ['a header as long as an article', `<header>${TOP}${`<p>${MORE}</p>`.repeat(20)}</header>${BODY}`, ['Lom', TITLE]],
    [
      'a rubric that reads as the title does',
      `<p>${TITLE.toUpperCase()}</p><h1>${TITLE}</h1>${BODY}`,
      [TITLE.toUpperCase()],
    ],
  ])('reads what stands above an article once: %s', (_, article, top) => {
    const found = paragraphs(page({ article }));
    expect(found.slice(0, top.length)).toEqual(top);
    for (const paragraph of top) expect(found.filter((one) => one === paragraph)).toHaveLength(1);
  });

  it('reads an article that is shorter than most', () => {
    expect(paragraphs(page({ article: `<h1>Bridge closed</h1><p>${QUOTE}</p>` }))).toEqual(['Bridge closed', QUOTE]);
  });

  it('keeps typography, no-break spaces and invisible characters', () => {
    const odd = 'The mayor\u00A0said: «\u202FNo\u202F» – and\u200B left. '.repeat(4).trim();
    expect(paragraphs(page({ article: `<h1>Bridge closed</h1><p>${odd}</p>${BODY}` }))).toContain(odd);
  });

  it('keeps everything of what is no whole page but its navigation', () => {
    const part = `<h2 class="header related">One</h2><ul><li><a href="/a">Two</a></li></ul><nav>no</nav><aside>Three</aside>${BODY}`;
    expect(paragraphs(part)).toEqual(['One', 'Two', 'Three', LEAD, QUOTE, MORE]);
  });

  it('reads a page in which no article is to be found', () => {
    expect(paragraphs('<html><body>One<p>Two</p></body></html>')).toEqual(['One', 'Two']);
    expect(read('<html><title>T</title></html>').text).toBe('T');
    expect(read('<html></html>').text).toBe('');
  });

  it('runs nothing, wherever it is written', () => {
    const evil = '<img src=x onerror="globalThis.ran = true"><script>globalThis.ran = true</script>';
    const html = page({
      head: `<base href="javascript:globalThis.ran = true"><meta name="author" content='${evil}'>`,
      before: evil,
      article: `<h1>Bridge closed${evil}</h1>${BODY}<p onclick="globalThis.ran = true"><a href="javascript:globalThis.ran=true">A link</a> that stays.</p>`,
    });
    expect(paragraphs(html)).toEqual(['Bridge closed', LEAD, QUOTE, MORE, 'A link that stays.']);
    expect((globalThis as { ran?: boolean }).ran).toBeUndefined();
  });

  it.each([
    ['elements in elements without end', page({ article: '<div>'.repeat(100_000) + BODY }), 'a.html nests elements'],
    ['elements without end', page({ article: '<p>a</p>'.repeat(50_000) }), 'a.html has more than'],
  ])('refuses %s', (_, html, message) => {
    expect(() => read(html)).toThrow(refusal(message));
  });

  it.each([
    ['a page as deep as may be', page({ article: `${'<div>'.repeat(190)}${BODY}` })],
    [
      'very many paragraphs',
      page({ article: BODY + '<p>A sentence, and another one, in a paragraph of some length.</p>'.repeat(5_000) }),
    ],
    ['very many line breaks', page({ article: BODY + '<br>'.repeat(10_000) })],
    ['very many links', page({ article: `${BODY}<div>${'<a href="#">a</a>'.repeat(5_000)}</div>` })],
    ['very long words', page({ article: `${BODY}<p>${'a'.repeat(500_000)}</p>` })],
    ['very much white space', page({ article: `${BODY}<p>a${' '.repeat(500_000)}b</p>` })],
  ])('is not brought down by %s', (_, html) => {
    expect(read(html).text).toMatch(/^Bridge over the Lom/);
  });
});
