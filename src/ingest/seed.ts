import type { Transaction } from '../store/transaction.ts';
import type { OnProgress } from '../store/plan.ts';
import { recordCorpus, type RecordedWrite } from '../store/record-corpus.ts';
import type { Store } from '../store/store.ts';
import { SEEDS } from '../store/write-transaction.ts';
import { buildRecords, type BuiltRecords } from './build-records.ts';
import { readSeeds } from './read-seeds.ts';
import type { StoredVersion } from './record-anchors.ts';

/** What seeding did, and with what. */
export interface Seeding extends RecordedWrite {
  readonly built: BuiltRecords;
}

/**
 * Makes a store say what a folder of seeds says of its articles (see seeds/README.md). The same seeds twice give nothing
 * new; an error anywhere leaves the store as it was.
 *
 * @throws VerbatimError INVALID_SEEDS with every problem and its place
 */
export async function seed(store: Store, folder: string, onProgress?: OnProgress): Promise<Seeding> {
  const seeds = await readSeeds(folder);
  let built: BuiltRecords | undefined;
  const write = await recordCorpus(
    store,
    { summary: `seed ${String(seeds.articles.length)} articles`, author: SEEDS },
    async (transaction) => {
      const slugs = seeds.articles.map(({ file }) => file.content.slug);
      built = buildRecords(seeds, await storedVersions(transaction, slugs));
      return built.records;
    },
    onProgress,
  );
  if (!built) throw new Error('records were not built');
  return { ...write, built };
}

async function storedVersions(transaction: Transaction, slugs: string[]): Promise<Map<string, StoredVersion>> {
  const articles = await transaction.article.findMany({
    where: { slug: { in: slugs } },
    select: { slug: true, currentVersion: { include: { quotes: { orderBy: [{ start: 'asc' }, { end: 'asc' }] } } } },
  });
  return new Map(articles.flatMap(({ slug, currentVersion }) => (currentVersion ? [[slug, currentVersion]] : [])));
}
