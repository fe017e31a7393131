import { NOTHING_DECLARED } from '../../../../src/ingest/sources/declared.ts';
import { buildDocument } from '../../../../src/ingest/sources/html/build-document.ts';
import { declaredByPage } from '../../../../src/ingest/sources/html/declared-by-page.ts';

const declared = (html: string) => declaredByPage(buildDocument(html, 'a.html').document);
const linked = (data: unknown) => declared(`<script type="application/ld+json">${JSON.stringify(data)}</script>`);

const FULL = {
  '@type': 'NewsArticle',
  headline: 'Bridge closed',
  url: 'https://lom.example/news/bridge',
  inLanguage: 'en-GB',
  datePublished: '2022-07-29T23:30:00-05:00',
  author: [{ '@type': 'Person', name: 'Ada Holm' }, { name: 'Bo Lind' }],
  publisher: { '@type': 'Organization', name: 'The Lom Post' },
};
const EXPECTED = {
  title: 'Bridge closed',
  url: 'https://lom.example/news/bridge',
  language: 'en-GB',
  published: '2022-07-29',
  author: 'Ada Holm, Bo Lind',
  publisher: 'The Lom Post',
  slug: null,
};

describe('declaredByPage', () => {
  it.each([
    ['an article', FULL],
    ['an article among others', [{ '@type': 'WebPage', headline: 'No' }, FULL]],
    ['a graph', { '@context': 'https://schema.org', '@graph': [{ '@type': 'Organization', name: 'No' }, FULL] }],
    ['an article of two kinds', { ...FULL, '@type': ['Thing', 'ReportageNewsArticle'] }],
  ])('reads linked data: %s', (_, data) => {
    expect(linked(data)).toEqual(EXPECTED);
  });

  it('reads what the head says', () => {
    expect(
      declared(`<html lang="en"><head>
        <title>Bridge closed | The Lom Post</title>
        <meta property="og:title" content="Bridge
          closed">
        <meta property="og:site_name" content="The Lom Post">
        <meta property="article:published_time" content="2022-07-29T10:00:00+02:00">
        <meta property="article:author" content="https://lom.example/ada">
        <meta name="Author" content="Ada Holm">
        <link rel="stylesheet canonical" href="https://lom.example/news/bridge">`),
    ).toEqual({ ...EXPECTED, language: 'en', author: 'Ada Holm' });
  });

  it.each([
    ['the title of the page where there is no other', '<title> Bridge\n closed </title>', { title: 'Bridge closed' }],
    ['a language with an underscore', '<html lang="EN_us">', { language: 'en-us' }],
    ['the language of the graph', '<meta property="og:locale" content="de_DE">', { language: 'de-DE' }],
    [
      'an address of the graph',
      '<meta property="og:url" content="https://a.example/?p=1">',
      { url: 'https://a.example/?p=1' },
    ],
    [
      'the first of two values',
      '<meta name="author" content=""><meta name="author" content="A"><meta name="author" content="B">',
      { author: 'A' },
    ],
    [
      'a name with markup, which is nothing but words',
      '<meta name="author" content="<script>">',
      { author: '<script>' },
    ],
  ])('reads %s', (_, html, expected) => {
    expect(declared(html)).toEqual({ ...NOTHING_DECLARED, ...expected });
  });

  it.each([
    ['an address that runs', '<link rel="canonical" href="javascript:alert(1)">'],
    ['an address without its host', '<link rel="canonical" href="/news/bridge">'],
    ['the address of the whole site', '<link rel="canonical" href="https://lom.example/">'],
    ['another relation', '<link rel="canonical-not" href="https://lom.example/a">'],
    ['a date in words', '<meta property="article:published_time" content="July 29, 2022">'],
    ['a language in words', '<html lang="English (US)">'],
    ['an empty title', '<title> </title>'],
    ['an author who is an address', '<meta name="author" content="https://lom.example/ada">'],
    ['a title as long as an article', `<title>${'a'.repeat(2_000)}</title>`],
    ['no JSON', '<script type="application/ld+json">{"@type": "NewsArticle", headline: }</script>'],
    ['a script that is no data', '<script>{"@type": "NewsArticle", "headline": "No"}</script>'],
  ])('takes for not said: %s', (_, html) => {
    expect(declared(html)).toEqual(NOTHING_DECLARED);
  });

  it.each([
    ['other types', { '@type': 'WebPage', headline: 'No' }],
    ['a type that only begins so', { '@type': 'ArticleList', headline: 'No' }],
    ['null', null],
    ['words', 'NewsArticle'],
    ['numbers for words', { '@type': 'NewsArticle', headline: 7, author: [1], publisher: { name: {} }, url: [] }],
    ['keys that every object has', JSON.parse('{"__proto__": {"@type": "NewsArticle", "headline": "No"}}')],
    ['an article in lists in lists', [[[[[[FULL]]]]]]],
  ])('finds nothing in linked data: %s', (_, data) => {
    expect(linked(data)).toEqual(NOTHING_DECLARED);
  });

  it('is not brought down by lists in lists without end', () => {
    const lists = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(declared(`<script type="application/ld+json">${lists}</script>`)).toEqual(NOTHING_DECLARED);
  });
});
