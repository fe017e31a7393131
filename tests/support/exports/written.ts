import { EXPORT_FORMATS, type ExportFormatName } from '../../../src/export/export-formats.ts';
import type { ExportedCorpus } from '../../../src/export/exported.ts';
import { corpusAt } from '../../../src/store/export/corpus-at.ts';
import type { Store } from '../../../src/store/store.ts';

/** A whole export. */
export async function written(name: ExportFormatName, corpus: ExportedCorpus): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of EXPORT_FORMATS[name].write(corpus)) pieces.push(piece);
  return pieces.join('');
}

/** A whole export of what is in a store. */
export const exportOf = async (
  name: ExportFormatName,
  { sql }: Store,
  revision: number,
  size?: number,
): Promise<string> => written(name, await corpusAt(sql, revision, size));
