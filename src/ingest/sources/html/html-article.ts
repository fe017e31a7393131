import { Readability } from '@mozilla/readability';
import type { Declared } from '../incoming-article.ts';
import { blockText } from './block-text.ts';
import { buildDocument } from './build-document.ts';
import { declaredByPage } from './declared-by-page.ts';
import type { DomDocument, DomElement } from './dom.ts';
import { isTitle, saysTheSame, topOf } from './top-of.ts';

/** An article in HTML. */
export interface HtmlArticle {
  /** Paragraphs with an empty line between them, the title first. */
  readonly text: string;
  readonly declared: Declared;
}

/** Paragraphs among which the title and what goes with it are looked for. */
const FIRST = 10;
/** Characters. What is found and is shorter is looked for once more, among what is unlikely: a report may have three sentences. */
const SHORTEST = 250;

/**
 * The article of a page as its readers see it: its heading and its paragraphs, without what the page has around them. Of HTML that
 * is no whole page, nothing but navigation is taken for anything else.
 *
 * @param place names it in error messages
 * @throws VerbatimError BAD_USER_INPUT when it is larger than any article (see `buildDocument`)
 */
export function htmlArticle(html: string, place: string): HtmlArticle {
  const { document, isPage } = buildDocument(html, place);
  const declared = declaredByPage(document);
  if (!isPage) return { text: blockText(document.body).join('\n\n'), declared };
  const top = topOf(document, declared.title);
  const { content, title } = mainContent(document, top.length > 0);
  // It takes the document apart, so that what was not found is looked for in another one.
  const found = blockText(content ?? buildDocument(html, place).document.body);
  const paragraphs = top.length > 0 ? withTop(top, found) : withTitle(title ?? declared.title, found);
  return { text: paragraphs.join('\n\n'), declared };
}

/** The paragraphs of an article with what stands above it, which may have been found or not. */
function withTop(top: readonly string[], found: readonly string[]): readonly string[] {
  const isIn = (paragraph: string, paragraphs: readonly string[]) =>
    paragraphs.some((one) => saysTheSame(one, paragraph));
  const first = found.slice(0, FIRST);
  if (top.every((paragraph) => isIn(paragraph, first))) return found;
  return [...top, ...first.filter((paragraph) => !isIn(paragraph, top)), ...found.slice(FIRST)];
}

/** The paragraphs of an article without a heading, with the title that its readers see above the page. */
function withTitle(title: string | null, found: readonly string[]): readonly string[] {
  if (title === null || found.slice(0, FIRST).some((paragraph) => isTitle(paragraph, title))) return found;
  return [title, ...found];
}

/**
 * The article's part of a page, and the page's title without the name of its site; both null when nothing is found.
 *
 * @param hasHeading whether a heading is there for readers to see
 */
function mainContent(
  document: DomDocument,
  hasHeading: boolean,
): { readonly content: DomElement | null; readonly title: string | null } {
  // Where no author is declared, the line that names one would be taken out of the text; and a heading, where it is the title.
  declare(document, 'author', '-');
  if (hasHeading) declare(document, 'dc:title', '-');
  const reader = new Readability<DomElement>(document, {
    charThreshold: SHORTEST,
    disableJSONLD: true,
    serializer: (node) => node as DomElement,
  });
  const { content, title } = reader.parse() ?? {};
  return { content: content ?? null, title: title || null };
}

function declare(document: DomDocument, name: string, content: string): void {
  const meta = document.createElement('meta');
  meta.setAttribute('name', name);
  meta.setAttribute('content', content);
  document.head.appendChild(meta);
}
