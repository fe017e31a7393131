import type { SourceFormat } from './incoming-article.ts';
import { readLines } from './read-lines.ts';
import { sourcesAt } from './source.ts';

/** How many articles there are to read at most, for telling how long it takes; null where standard input is among them. */
export async function countArticles(
  paths: readonly string[],
  format: SourceFormat | undefined,
): Promise<number | null> {
  if (paths.includes('-')) return null;
  let count = 0;
  for (const path of paths) {
    for await (const source of sourcesAt(path, format ?? null)) {
      if (!('open' in source)) continue;
      if (source.format === 'jsonl') for await (const _ of readLines(source.open())) count++;
      else count++;
    }
  }
  return count;
}
