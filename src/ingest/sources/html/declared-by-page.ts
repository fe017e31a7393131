import { firstValid } from '../declared.ts';
import type { Declared } from '../incoming-article.ts';
import type { DomDocument } from './dom.ts';
import { articleData, isObject, namesIn } from './json-ld.ts';

/** What a page says of its article where readers do not look. What is not valid counts as not said. */
export function declaredByPage(document: DomDocument): Declared {
  const metas = metasOf(document);
  const data = articleData(document) ?? {};
  const page: unknown = data['mainEntityOfPage'];
  return {
    title: firstValid(
      'title',
      [data['headline'], metas.get('og:title'), metas.get('twitter:title'), titleOf(document)].map(inOneLine),
    ),
    url: firstValid(
      'url',
      [canonical(document), metas.get('og:url'), data['url'], isObject(page) ? page['@id'] : page].filter(
        isOfAnArticle,
      ),
    ),
    language: firstValid(
      'language',
      [document.documentElement.getAttribute('lang'), data['inLanguage'], metas.get('og:locale')].map(asLanguageTag),
    ),
    published: firstValid('published', [
      data['datePublished'],
      metas.get('article:published_time'),
      metas.get('datepublished'),
      metas.get('date'),
    ]),
    author: firstValid(
      'author',
      [namesIn(data['author']), metas.get('author'), metas.get('article:author'), metas.get('parsely-author')]
        .map(inOneLine)
        .filter((author) => !isAddress(author)),
    ),
    publisher: firstValid('publisher', [namesIn(data['publisher']), metas.get('og:site_name')].map(inOneLine)),
    slug: null,
  };
}

/** The first that each name or property is given, names in lower case. */
function metasOf(document: DomDocument): Map<string, string> {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const content = meta.getAttribute('content') ?? '';
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase() ?? '';
      if (name !== '' && content.trim() !== '' && !metas.has(name)) metas.set(name, content);
    }
  }
  return metas;
}

const titleOf = (document: DomDocument): string | null => document.querySelector('title')?.textContent ?? null;

function canonical(document: DomDocument): string | null {
  for (const link of document.querySelectorAll('link')) {
    if (/(?:^|\s)canonical(?:\s|$)/i.test(link.getAttribute('rel') ?? '')) return link.getAttribute('href');
  }
  return null;
}

/** Pages that give the address of their site for their own would all be one article. */
function isOfAnArticle(address: unknown): boolean {
  if (typeof address !== 'string' || !URL.canParse(address)) return false;
  const { pathname, search } = new URL(address);
  return pathname.length > 1 || search !== '';
}

/** Pages write "en_US" and "EN" too. */
function asLanguageTag(language: unknown): unknown {
  if (typeof language !== 'string') return language;
  const [primary = '', ...rest] = language.trim().split(/[-_]/);
  return [primary.toLowerCase(), ...rest].join('-');
}

const inOneLine = (words: unknown): unknown =>
  typeof words === 'string' ? words.replace(/[ \t\n\f\r]+/g, ' ') : words;

const isAddress = (words: unknown): boolean => typeof words === 'string' && /^\s*https?:/i.test(words);
