import { join } from 'node:path';
import { buildRecords, type BuiltRecords } from '../../ingest/build-records.ts';
import { uncovered } from '../../ingest/coverage.ts';
import { readSeeds } from '../../ingest/read-seeds.ts';
import { seed } from '../../ingest/seed.ts';
import { lineAndColumn } from '../../text/lines.ts';
import { numberOf } from '../number-of.ts';
import { describeWrite, showProgress } from '../progress.ts';
import { visible } from '../visible.ts';
import { withStore } from '../with-store.ts';

/** The seeds that come with the package. */
export const OWN_SEEDS = join(import.meta.dirname, '../../../seeds');

/** How much of an uncovered part is shown, in UTF-16 code units. */
const SHOWN = 80;

/** `verbatim seed`: records what a folder of texts and annotations says, or only checks it. */
export async function seedCommand({ dir, check }: { readonly dir: string; readonly check: boolean }): Promise<void> {
  if (check) {
    const built = buildRecords(await readSeeds(dir));
    process.stdout.write(`${summary(built)}\n${gaps(built)}Nothing is wrong. Nothing was stored.\n`);
    return;
  }
  await withStore(async (store) => {
    const { onProgress, end } = showProgress(process.stderr);
    const { built, revision, changes } = await seed(store, dir, onProgress).finally(end);
    const outcome = describeWrite({ revision, changes });
    process.stdout.write(`${summary(built)}\n${outcome}\n`);
  });
}

function summary({ records }: BuiltRecords): string {
  const { articles, statements, quotes, actors, events } = records;
  return [
    numberOf(articles.length, 'article'),
    numberOf(statements.length, 'statement'),
    numberOf(quotes.length, 'quote'),
    numberOf(actors.length, 'actor'),
    numberOf(events.length, 'event'),
  ].join(', ');
}

/** What the annotations say nothing of yet; no error, since a corpus may grow. */
function gaps({ articles }: BuiltRecords): string {
  return articles
    .flatMap((article) => {
      const { text } = article.text;
      const { sentences, quotations } = uncovered(article);
      const parts = [
        ...sentences.map((span) => ['sentence', span] as const),
        ...quotations.map((span) => ['quotation', span] as const),
      ];
      return parts.map(([what, { start, end }]) => {
        const words = text.slice(start, Math.min(end, start + SHOWN)).replaceAll('\n', ' ');
        return `${visible(article.reference)}: line ${String(lineAndColumn(text, start).line)}: no statement holds this ${what}: ${visible(words)}\n`;
      });
    })
    .join('');
}
