import type { CorpusRecords } from '../src/domain/records.ts';
import { indexPassages } from '../src/store/comparison/index-passages.ts';
import { writeRecords } from '../src/store/record-corpus.ts';
import type { Store } from '../src/store/store.ts';
import { COMMAND_LINE, inWriteTransaction } from '../src/store/write-transaction.ts';

/**
 * Loads records of new articles by the product's own writes, batch by batch, with every constraint and trigger on, and compares them
 * with nothing: what that costs is measured apart. While one batch is written the passages of the one before are put into the index.
 */
export class CorpusLoader {
  #indexing: Promise<unknown> = Promise.resolve();

  constructor(private readonly store: Store) {}

  /** @param isIndexed whether the passages are put into the index too */
  async load(records: CorpusRecords, isIndexed = true): Promise<void> {
    await inWriteTransaction(this.store, (transaction) =>
      writeRecords(transaction, { summary: 'load', author: COMMAND_LINE }, records),
    );
    await this.#indexing;
    if (!isIndexed) return;
    const versions = records.versions.map(({ id }) => id);
    // Beside the writes of the store, which take turns.
    this.#indexing = this.store.prisma.$transaction(
      async (transaction) => {
        await transaction.$executeRaw`SELECT set_config('role', ${this.store.writer ?? 'none'}, true)`;
        await indexPassages(transaction, versions);
      },
      { timeout: 60_000 },
    );
  }

  /** Once all that was loaded is in the index. */
  async finish(): Promise<void> {
    await this.#indexing;
  }
}
