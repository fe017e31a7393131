import { extname } from 'node:path';
import type { SourceFormat } from './incoming-article.ts';

const FORMATS: ReadonlyMap<string, SourceFormat> = new Map([
  ['.txt', 'text'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.jsonl', 'jsonl'],
  ['.ndjson', 'jsonl'],
]);

/** Every extension that is read, as messages list them. */
export const READ_EXTENSIONS = [...FORMATS.keys()].join(', ');

/** How a file is written, by the extension of its name in any case; null when that tells nothing. */
export const formatOfFile = (name: string): SourceFormat | null => FORMATS.get(extname(name).toLowerCase()) ?? null;
