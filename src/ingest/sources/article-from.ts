import { VerbatimError } from '../../domain/errors.ts';
import { sha256 } from '../../domain/sha256.ts';
import { assertStorable } from '../../text/storable.ts';
import { NOTHING_DECLARED, overlay, readDeclared, type CheckedDeclared } from './declared.ts';
import { htmlArticle } from './html/html-article.ts';
import type { ArticleFormat, Declared, DeclaredInput, IncomingArticle } from './incoming-article.ts';
import { markdownText } from './markdown-text.ts';

type Converted = Pick<IncomingArticle, 'text' | 'declared'>;

/** One way for each format from what was brought to the text that is kept. Plain text is kept as it is. */
const CONVERTERS: Readonly<Record<ArticleFormat, (content: string, place: string) => Converted>> = {
  text: (content) => ({ text: content, declared: NOTHING_DECLARED }),
  markdown: (content, place) => ({ text: markdownText(content, place), declared: NOTHING_DECLARED }),
  html: htmlArticle,
};

/**
 * One article, of what somebody brings. Front matter belongs to files (see `splitFrontMatter`): here it would be text.
 *
 * @param content the whole of it, without anything taken off
 * @param given what is said of it from outside; it counts before what a page says of itself
 * @param place names it in error messages, and is kept
 * @param from its key when nothing is said that makes one: "file:/folder/a.txt"; else the SHA-256 of the text
 * @throws VerbatimError BAD_USER_INPUT when it cannot be kept as it is, holds no words, or `given` says what cannot be
 */
export function articleFrom(
  content: string,
  format: ArticleFormat,
  given: DeclaredInput,
  place: string,
  from?: string,
): IncomingArticle {
  assertStorable(content, place);
  const { id, ...said } = readDeclared(given, place);
  const { text, declared: saidByPage } = converted(content, format, place);
  if (!/\S/.test(text)) {
    throw new VerbatimError('BAD_USER_INPUT', `${place} holds no words. Bring an article with its text.`);
  }
  const declared = overlay(saidByPage, said);
  const key = keyOf(declared, id) ?? from ?? `sha256:${sha256(text)}`;
  assertShort(key, place);
  return { text, key, declared, place };
}

/** Bytes of a key in UTF-8. An index of PostgreSQL takes no more than some 2,700. */
const LONGEST_KEY = 2_500;

function assertShort(key: string, place: string): void {
  const length = Buffer.byteLength(key);
  if (length <= LONGEST_KEY) return;
  throw new VerbatimError(
    'BAD_USER_INPUT',
    `${place}: what would tell this article from all others has ${String(length)} bytes, more than ${String(LONGEST_KEY)}: ` +
      `${key.slice(0, 60)}… Declare an "id", or a shorter "url".`,
  );
}

function converted(content: string, format: ArticleFormat, place: string): Converted {
  try {
    return CONVERTERS[format](content, place);
  } catch (cause) {
    if (cause instanceof VerbatimError) throw cause;
    // What others wrote to take markup apart may fail at what nobody foresaw. One such page must not end the reading of all.
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new VerbatimError(
      'BAD_USER_INPUT',
      `${place} cannot be read as ${format}: ${detail}. Bring its text alone.`,
      {
        cause,
      },
    );
  }
}

function keyOf({ url, slug }: Declared, id: CheckedDeclared['id']): string | null {
  if (url !== null) return `url:${withoutFragment(url)}`;
  const name = id ?? slug;
  return name === null ? null : `id:${name}`;
}

/** Places within one page are the same page. */
function withoutFragment(url: string): string {
  const address = new URL(url);
  address.hash = '';
  return address.href;
}
