import { VerbatimError } from '../../domain/errors.ts';
import { identify } from '../../domain/identity.ts';
import type {
  ActorMentionRecord,
  ActorRecord,
  DateRecord,
  HopRecord,
  QuoteRecord,
  StatementRecord,
} from '../../domain/records.ts';
import type { Transaction } from '../transaction.ts';

/** An article about which a statement is written. */
export interface RecordableArticle {
  readonly id: string;
  readonly slug: string;
  /** Of the current version. */
  readonly number: number;
  readonly text: string;
  /** The article's own voice, with which every chain begins. */
  readonly voice: HopRecord;
}

/** A statement as it is worked out from what somebody wrote, with whatever it needs. */
export interface BuiltStatement {
  readonly statement: Omit<StatementRecord, 'utteranceId' | 'utteranceOrigin' | 'events'>;
  readonly quotes: readonly QuoteRecord[];
  readonly dates: readonly DateRecord[];
  /** Those that are new. */
  readonly actors: readonly ActorRecord[];
  readonly mentions: readonly ActorMentionRecord[];
}

/** Works a statement out, inside the transaction that records it. */
export type BuildStatement = (article: RecordableArticle) => BuiltStatement;

/** @throws VerbatimError NOT_FOUND */
export async function recordableArticle(tx: Transaction, id: string): Promise<RecordableArticle> {
  const article = await tx.article.findUnique({ where: { id }, include: { currentVersion: true } });
  if (!article?.currentVersion) throw new VerbatimError('NOT_FOUND', 'There is no article of this id.');
  const credits = await tx.credit.findMany({
    where: { articleId: id, withdrawnIn: null, role: { in: ['AUTHOR', 'PUBLISHER'] } },
    include: { quote: { select: { start: true } } },
  });
  const [first] = credits.sort((a, b) => (a.role < b.role ? -1 : a.role > b.role ? 1 : a.quote.start - b.quote.start));
  const none = { cueId: null, sourceId: null };
  const voice: HopRecord = first
    ? { actorId: first.actorId, role: first.role === 'AUTHOR' ? 'WRITER' : 'PUBLISHER', ...none }
    : { actorId: identify('Actor', `unnamed-writer-of-${article.slug}`), role: 'WRITER', ...none };
  return { id, slug: article.slug, number: article.currentVersion.number, text: article.currentVersion.text, voice };
}
