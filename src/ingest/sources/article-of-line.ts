import { VerbatimError } from '../../domain/errors.ts';
import { articleFrom } from './article-from.ts';
import { overlay, readDeclared } from './declared.ts';
import { ARTICLE_FORMATS, type DeclaredInput, type IncomingArticle } from './incoming-article.ts';

const WANTED =
  'Write each article on a line of its own, as {"text": "…"} with "html" or "markdown" instead if it is that, ' +
  'and with "id", "slug", "url", "title", "published", "author", "publisher" and "language" as far as they are known.';

/**
 * One article of a list that has one a line, as JSON. Keys that are not known are not looked at.
 *
 * @param over counts before what the line says
 * @param place "list.jsonl:12"
 * @param from see `articleFrom`
 * @throws VerbatimError BAD_USER_INPUT when it is no such object, or what it holds is no article
 */
export function articleOfLine(line: string, over: DeclaredInput, place: string, from?: string): IncomingArticle {
  const written = objectOf(line, place);
  const given = ARTICLE_FORMATS.filter((format) => Object.hasOwn(written, format) && written[format] !== null);
  const [format] = given;
  const content = format === undefined ? undefined : written[format];
  if (format === undefined || given.length > 1) {
    const what =
      given.length > 1 ? `more than one of ${ARTICLE_FORMATS.join(', ')}` : `none of ${ARTICLE_FORMATS.join(', ')}`;
    throw new VerbatimError('BAD_USER_INPUT', `${place}: there is ${what}. ${WANTED}`);
  }
  if (typeof content !== 'string') {
    throw new VerbatimError('BAD_USER_INPUT', `${place}: "${format}" is no string. ${WANTED}`);
  }
  return articleFrom(content, format, overlay(readDeclared(written, place), over), place, from);
}

function objectOf(line: string, place: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    const detail = cause instanceof Error ? ` (${cause.message})` : '';
    throw new VerbatimError('BAD_USER_INPUT', `${place}: this is not JSON${detail}. ${WANTED}`, { cause });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new VerbatimError('BAD_USER_INPUT', `${place}: this is no object. ${WANTED}`);
  }
  return value as Readonly<Record<string, unknown>>;
}
