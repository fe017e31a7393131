import MarkdownIt from 'markdown-it';
import { VerbatimError } from '../../domain/errors.ts';
import { blockText } from './html/block-text.ts';
import { buildDocument } from './html/build-document.ts';
import { assertConvertible } from './limits.ts';

/** Lists and block quotes within each other; what is deeper the parser leaves out without a word. */
const DEEPEST = 60;

/** CommonMark with tables and struck-out words, as most sites show it. Quotes and dashes stay as they are written. */
const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false, maxNesting: DEEPEST });

/**
 * The paragraphs of Markdown as its readers see them, with an empty line between them: headings are paragraphs, links are their
 * words, images and marks of emphasis are gone. HTML in it is read as HTML.
 *
 * @param place names it in error messages
 * @throws VerbatimError BAD_USER_INPUT when it is longer or deeper than any article
 */
export function markdownText(source: string, place: string): string {
  assertConvertible(source, place);
  const environment = {};
  const tokens = markdown.parse(source.replace(/^\uFEFF/, ''), environment);
  if (tokens.some(({ level }) => level >= DEEPEST - 1)) {
    throw new VerbatimError(
      'BAD_USER_INPUT',
      `${place} nests lists and block quotes more than ${String(DEEPEST / 2)} deep, which no article does. Bring its text alone.`,
    );
  }
  const html = markdown.renderer.render(tokens, markdown.options, environment);
  return blockText(buildDocument(html, place).document.body).join('\n\n');
}
