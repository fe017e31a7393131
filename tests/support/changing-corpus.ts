import { extract } from '../../src/extract/extract.ts';
import { buildStatement, type StatementDraft } from '../../src/ingest/build-statement.ts';
import { ingestArticles } from '../../src/ingest/ingest-articles.ts';
import { seed } from '../../src/ingest/seed.ts';
import { correctStatement } from '../../src/store/review/correct-statement.ts';
import { reviewStatement, type StatementReview } from '../../src/store/review/review-statement.ts';
import type { Store } from '../../src/store/store.ts';
import { COMMAND_LINE } from '../../src/store/write-transaction.ts';
import { withFolder, type SeedFiles } from './seed-folder.ts';

const NOTHING_DECLARED = {
  title: null,
  url: null,
  language: null,
  published: null,
  author: null,
  publisher: null,
  slug: null,
};

/** Writes of all kinds to a store. Each gives the revision that it made; statements are named by their text. */
export class ChangingCorpus {
  constructor(readonly store: Store) {}

  async sow(files: SeedFiles): Promise<number> {
    return (await withFolder(files, (folder) => seed(this.store, folder))).revision;
  }

  /** Brings in an article that is extracted, or a new version of it. */
  async bringIn(slug: string, text: string): Promise<number> {
    const incoming = { key: `id:${slug}`, place: slug, text, declared: { ...NOTHING_DECLARED, slug } };
    return (await ingestArticles(this.store, COMMAND_LINE, [{ incoming, extraction: extract(text) }])).revision;
  }

  async review(text: string, action: StatementReview['action'], reason: string | null = null): Promise<number> {
    const { id, reviewedIn } = await this.find(text);
    return reviewStatement(this.store, COMMAND_LINE, { statementId: id, ifRevision: reviewedIn, action, reason });
  }

  async correct(text: string, draft: Pick<StatementDraft, 'text' | 'content'>, reason: string): Promise<number> {
    const { id, reviewedIn } = await this.find(text);
    const correction = { statementId: id, ifRevision: reviewedIn, reason };
    const whole = { polarity: 'AFFIRMED', certainty: 'CERTAIN', chain: [], ...draft } as const;
    const { revision } = await correctStatement(this.store, COMMAND_LINE, correction, (article) =>
      buildStatement(whole, article),
    );
    return revision;
  }

  /** The newest statement that says this. */
  find(text: string): Promise<{ readonly id: string; readonly reviewedIn: number; readonly articleId: string }> {
    return this.store.prisma.statement.findFirstOrThrow({ where: { text }, orderBy: { revision: 'desc' } });
  }
}
