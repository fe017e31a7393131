import { stat } from 'node:fs/promises';
import type { SourceFormat } from './incoming-article.ts';
import { readLines } from './read-lines.ts';
import { sourcesAt, type Source } from './source.ts';

/** About how many articles there are to read, for telling how long it takes; null where standard input is among them. */
export async function countArticles(
  paths: readonly string[],
  format: SourceFormat | undefined,
): Promise<number | null> {
  if (paths.includes('-')) return null;
  let count = 0;
  for (const path of paths) {
    for await (const source of sourcesAt(path, format ?? null)) {
      if ('open' in source) count += source.format === 'jsonl' ? await countLines(source) : 1;
    }
  }
  return count;
}

/** 1 for what cannot be read, which is told when it is, and for what can be read once only, as a pipe. */
async function countLines({ place, open }: Source): Promise<number> {
  try {
    if (!(await stat(place)).isFile()) return 1;
    let count = 0;
    for await (const _ of readLines(open())) count++;
    return count;
  } catch {
    return 1;
  }
}
