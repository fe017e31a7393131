import { stat } from 'node:fs/promises';
import { VerbatimError } from '../../domain/errors.ts';
import { assertStorable } from '../../text/storable.ts';
import { articleFrom } from './article-from.ts';
import { articleOfLine } from './article-of-line.ts';
import { overlay, readDeclared } from './declared.ts';
import { formatOfFile } from './format-of-file.ts';
import { splitFrontMatter } from './front-matter.ts';
import { decodeHtml } from './html/decode-html.ts';
import type { ArticleFormat, BadSource, DeclaredInput, IncomingArticle, SourceFormat } from './incoming-article.ts';
import { tooLong } from './limits.ts';
import { readBytes, type ByteStream } from './read-bytes.ts';
import { readLines } from './read-lines.ts';
import { isSystemError, readingProblem } from './reading-problem.ts';
import { sourcesAt, standardInput, type Source } from './source.ts';
import { textOfUtf8 } from './utf8.ts';

export interface ReadSourcesOptions {
  /**
   * How standard input is written (text, if nothing is said), and files that are named by themselves (else their extension tells).
   * Of the files in a folder the extension tells always.
   */
  readonly format?: SourceFormat | undefined;
  /** Counts before what the sources say. What tells of one article alone is for a single file or standard input. */
  readonly declared?: DeclaredInput | undefined;
  /** What "-" stands for. */
  readonly standardInput?: ByteStream | undefined;
}

const STANDARD_INPUT = '-';
const OF_ONE_ARTICLE = ['id', 'url', 'slug', 'title'] as const;

/**
 * Reads articles from files, folders and standard input ("-"), one at a time and in order: plain text and Markdown with what their
 * front matter says, pages of HTML, and lists with one article a line. A file or a line that no article can be read from is told in
 * its place, and the next ones are read.
 *
 * @throws VerbatimError BAD_USER_INPUT before anything is read, when the options say what cannot be
 */
export async function* readSources(
  paths: readonly string[],
  { format, declared = {}, standardInput: input = process.stdin }: ReadSourcesOptions = {},
): AsyncGenerator<IncomingArticle | BadSource> {
  const over = readDeclared(declared, 'the options');
  const ofOne = OF_ONE_ARTICLE.find((key) => over[key] !== null);
  if (ofOne !== undefined && !(await isOneArticle(paths, format))) {
    throw new VerbatimError(
      'BAD_USER_INPUT',
      `"${ofOne}" tells of one article, and more are given. Name one file, or say it in each file.`,
    );
  }
  for (const path of paths) {
    if (path === STANDARD_INPUT) yield* articlesOf(standardInput(input, format ?? 'text'), over);
    else {
      for await (const source of sourcesAt(path, format ?? null)) {
        if ('open' in source) yield* articlesOf(source, over);
        else yield source;
      }
    }
  }
}

async function isOneArticle(paths: readonly string[], format: SourceFormat | undefined): Promise<boolean> {
  const [path] = paths;
  if (path === undefined || paths.length > 1) return false;
  if ((format ?? formatOfFile(path)) === 'jsonl') return false;
  // What cannot be looked at is told when it is read.
  const isFolder = path !== STANDARD_INPUT && (await stat(path).catch(() => null))?.isDirectory() === true;
  return !isFolder;
}

async function* articlesOf(source: Source, over: DeclaredInput): AsyncGenerator<IncomingArticle | BadSource> {
  const { place, format } = source;
  try {
    if (format === 'jsonl') yield* articlesOfLines(source, over);
    else yield await articleOfFile(source, format, over);
  } catch (error) {
    yield badSource(error, place);
  }
}

async function articleOfFile(
  { place, key, open }: Source,
  format: ArticleFormat,
  over: DeclaredInput,
): Promise<IncomingArticle> {
  const bytes = await readBytes(open(), place);
  const from = key ?? undefined;
  if (format === 'html') return articleFrom(decodeHtml(bytes, place), format, over, place, from);
  const content = textOfUtf8(bytes, place);
  assertStorable(content, place);
  const { declared, body } = splitFrontMatter(content, place);
  return articleFrom(body, format, overlay(declared ?? {}, over), place, from);
}

async function* articlesOfLines(
  { place: file, key, open }: Source,
  over: DeclaredInput,
): AsyncGenerator<IncomingArticle | BadSource> {
  for await (const { bytes, number } of readLines(open())) {
    const place = `${file}:${String(number)}`;
    try {
      if (bytes === null) throw tooLong(place);
      const line = textOfUtf8(bytes, place);
      // White space, as JavaScript has it, counts a byte order mark in.
      if (line.trim() === '') continue;
      const from = key === null ? undefined : `${key}#${String(number)}`;
      yield articleOfLine(number === 1 ? line.replace(/^\uFEFF/, '') : line, over, place, from);
    } catch (error) {
      yield badSource(error, place);
    }
  }
}

/** What is wrong with a source, for people; an error of another kind is a defect. */
function badSource(error: unknown, place: string): BadSource {
  if (error instanceof VerbatimError) return { place, message: error.message, skipped: false };
  if (isSystemError(error)) return { place, message: readingProblem(place, error), skipped: false };
  throw error;
}
