import { blockText } from './block-text.ts';
import type { DomDocument, DomElement } from './dom.ts';

/** Headings that are looked at. The title is among the first ones. */
const MOST = 50;

/** Paragraphs, and UTF-16 units, of what stands above an article: rubric, title, lead, author and date. */
const MOST_PARAGRAPHS = 10;
const LONGEST = 2_000;

/**
 * What stands at the top of an article as its readers see it: its heading, with what is in one header with it. That is the heading
 * that is like the declared title; else the main heading of the article's part of the page, or the only one outside of what all
 * pages of a site share.
 *
 * @returns paragraphs, none if there is no such heading
 */
export function topOf(document: DomDocument, title: string | null): readonly string[] {
  const headings = [...document.querySelectorAll('h1, h2')].slice(0, MOST).flatMap((element) => {
    const words = blockText(element).join(' ').replaceAll('\n', ' ');
    return words === '' ? [] : [{ element, words }];
  });
  const like = headings
    .filter(({ words }) => title !== null && (begins(words, title) || begins(title, words)))
    .sort((a, b) => b.words.length - a.words.length)[0];
  const main = headings.filter(({ element }) => element.localName === 'h1');
  const ofArticle = main.find(({ element }) => isInArticle(element));
  const others = main.filter(({ element }) => element.closest('header, nav, footer, aside') === null);
  const heading = like ?? ofArticle ?? (others.length === 1 ? others[0] : undefined);
  return heading ? (headerAround(heading.element) ?? [heading.words]) : [];
}

/** The header of an article, if it is no more than that. */
function headerAround(heading: DomElement): readonly string[] | null {
  const header = heading.closest('header');
  if (header === null || !isInArticle(header)) return null;
  const paragraphs = blockText(header);
  const length = paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
  return paragraphs.length > MOST_PARAGRAPHS || length > LONGEST ? null : paragraphs;
}

const isInArticle = (element: DomElement): boolean => element.closest('article, main') !== null;

/** Whether two paragraphs differ by white space and capitals alone. */
export const saysTheSame = (one: string, other: string): boolean => folded(one) === folded(other);

/** Whether a paragraph is a page's title, with or without the name of the site behind it. */
export function isTitle(paragraph: string, title: string): boolean {
  return (
    saysTheSame(paragraph, title) ||
    (begins(paragraph, title) && SITE.test(folded(title).slice(folded(paragraph).length)))
  );
}

const SITE = /^ [-–—|·•»:] /;

/** Titles of pages often end with the name of the site. */
const begins = (beginning: string, whole: string): boolean => folded(whole).startsWith(folded(beginning));

const folded = (words: string): string => words.replace(/\s+/g, ' ').trim().toLowerCase();
