import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import pc from 'picocolors';
import { VerbatimError } from '../../domain/errors.ts';
import { extract } from '../../extract/extract.ts';
import { writeAnnotations } from '../../ingest/write-annotations.ts';
import { assertStorable } from '../../text/storable.ts';
import { reportExtraction } from '../extract-report/report-extraction.ts';
import { visible, visibleJson } from '../visible.ts';

const STANDARD_INPUT = '-';

interface ExtractCommandOptions {
  readonly json: boolean;
  /** A folder to be made. */
  readonly annotate?: string;
  /** EDTF */
  readonly published?: string;
}

/**
 * `verbatim extract`: who says what in an article, highlighted and explained; as JSON; or as a folder of seeds that a person can
 * go on from.
 *
 * @throws VerbatimError BAD_USER_INPUT when the file cannot be read or stored, or the folder is there already
 */
export async function extractCommand(
  file: string,
  { json, annotate, published }: ExtractCommandOptions,
): Promise<void> {
  const text = await readArticle(file);
  const extraction = extract(text, published === undefined ? {} : { published });
  if (annotate !== undefined) {
    const name = file === STANDARD_INPUT ? 'article' : basename(file, extname(file));
    process.stdout.write(await annotateInto(annotate, name, text, extraction));
  } else if (json) {
    process.stdout.write(`${visibleJson(extraction, 2)}\n`);
  } else {
    process.stdout.write(reportExtraction(text, extraction, pc));
  }
}

async function readArticle(file: string): Promise<string> {
  const name = file === STANDARD_INPUT ? 'standard input' : file;
  const bytes = await (file === STANDARD_INPUT ? buffer(process.stdin) : readFile(file)).catch((cause: unknown) => {
    throw new VerbatimError('BAD_USER_INPUT', `${name} cannot be read. Name a file of plain text, or "-".`, { cause });
  });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new VerbatimError('BAD_USER_INPUT', `${name} is not UTF-8. Convert it first.`, { cause });
  }
  assertStorable(text, name);
  return text;
}

/** Writes a folder of seeds, and tells of it. */
async function annotateInto(
  folder: string,
  name: string,
  text: string,
  extraction: ReturnType<typeof extract>,
): Promise<string> {
  const { article, actors, leftOut } = writeAnnotations(text, extraction, { reference: name, file: `${name}.txt` });
  await mkdir(folder).catch((cause: unknown) => {
    throw new VerbatimError('BAD_USER_INPUT', `The folder ${folder} cannot be made. Name one that is not there yet.`, {
      cause,
    });
  });
  await mkdir(join(folder, 'corpus'));
  await mkdir(join(folder, 'annotations/articles'), { recursive: true });
  await writeFile(join(folder, 'corpus', `${name}.txt`), text);
  await writeFile(join(folder, 'annotations/articles', `${name}.yaml`), article);
  await writeFile(join(folder, 'annotations/actors.yaml'), actors);
  const missing =
    leftOut.length === 0 ? '' : `${String(leftOut.length)} places could not be told by words and are left out.\n`;
  return `${missing}Written into ${visible(folder)}. Go on from there, then: verbatim seed --dir ${visible(folder)} --check\n`;
}
