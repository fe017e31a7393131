import { groupBy } from '../domain/group-by.ts';
import type { CreditRole, HopRole } from '../domain/vocabulary.ts';
import type { Transaction } from './transaction.ts';

/** An article that is in the store, as whoever brings a text needs it. */
export interface KnownArticle {
  readonly id: string;
  readonly slug: string;
  readonly sourceKey: string | null;
  readonly sha256: string;
  readonly language: string;
  readonly url: string | null;
  readonly title: string;
  readonly titleQuoteId: string | null;
  readonly publishedId: string | null;
  /** The article's own voice, if anything is said in it yet. */
  readonly voice: { readonly actorId: string; readonly role: HopRole } | null;
  readonly version: KnownVersion;
  /** Those whom it names or describes. */
  readonly actors: readonly OwnActor[];
  /**
   * The quotes of what every statement of it says, in order, whatever became of the statement: those of the current version where
   * their words still stand, else the last ones that they stood in.
   */
  readonly contents: readonly (readonly string[])[];
}

/** An actor that an article names or describes. */
interface OwnActor {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  readonly nameKey: string | null;
}

/** The current version of an article with the quotes taken from it. Offsets without a unit are code points. */
interface KnownVersion {
  readonly number: number;
  readonly text: string;
  readonly quotes: readonly {
    readonly id: string;
    readonly exact: string;
    readonly prefix: string;
    readonly suffix: string;
    readonly start: number;
    readonly startUtf16: number;
    readonly endUtf16: number;
  }[];
}

/** How articles may be known: by where they come from, by their slug, or by their current text. */
export interface ArticleNames {
  readonly keys: readonly string[];
  readonly slugs: readonly string[];
  readonly hashes: readonly string[];
}

/** The articles that any of these names. */
export async function knownArticles(tx: Transaction, names: ArticleNames): Promise<KnownArticle[]> {
  const articles = await findArticles(tx, names);
  const articleIds = articles.map(({ id }) => id);
  const ofArticles = { articleId: { in: articleIds } };
  // One after the other: a transaction has one connection, and of two relations at once Prisma asks at once.
  const contents = await tx.statement.findMany({
    where: ofArticles,
    select: { articleId: true, content: { select: { quoteId: true }, orderBy: { ordinal: 'asc' } } },
  });
  const voices = await tx.attributionHop.findMany({
    where: { ...ofArticles, position: 0 },
    select: { articleId: true, actorId: true, role: true },
  });
  const credits = await tx.credit.findMany({
    where: { ...ofArticles, withdrawnIn: null, role: { in: ['AUTHOR', 'PUBLISHER'] } },
    select: { articleId: true, actorId: true, role: true },
    orderBy: [{ role: 'asc' }, { quote: { start: 'asc' } }],
  });
  const named = await actorsOf(tx, articleIds);
  const newest = await newestPlaces(tx, articleIds);
  const contentsOf = groupBy(contents, ({ articleId }) => articleId);
  const voicesOf = groupBy(voices, ({ articleId }) => articleId);
  const creditsOf = groupBy(credits, ({ articleId }) => articleId);
  return articles.flatMap(({ currentVersion, ...article }) => {
    if (!currentVersion) return [];
    const [voice] = voicesOf.get(article.id) ?? [];
    return [
      {
        ...article,
        sha256: currentVersion.sha256,
        voice: voice ? { actorId: voice.actorId, role: voice.role } : voiceOf(creditsOf.get(article.id) ?? []),
        version: currentVersion,
        actors: named.get(article.id) ?? [],
        contents: (contentsOf.get(article.id) ?? []).map(({ content }) =>
          content.map(({ quoteId }) => newest(quoteId)),
        ),
      },
    ];
  });
}

async function findArticles(tx: Transaction, { keys, slugs, hashes }: ArticleNames) {
  // By the version, since only that one has an index on it.
  const ofHashes = await tx.articleVersion.findMany({
    where: { sha256: { in: [...hashes] } },
    select: { articleId: true },
  });
  return tx.article.findMany({
    where: {
      OR: [
        { sourceKey: { in: [...keys] } },
        { slug: { in: [...slugs] } },
        { id: { in: ofHashes.map(({ articleId }) => articleId) } },
      ],
    },
    include: { currentVersion: { include: { quotes: { orderBy: [{ start: 'asc' }, { end: 'asc' }] } } } },
  });
}

/** Those whom articles name or describe, by article and in the order of their slugs. */
async function actorsOf(tx: Transaction, articleIds: readonly string[]): Promise<Map<string, OwnActor[]>> {
  const mentions = await tx.actorMention.findMany({
    where: { quote: { articleId: { in: [...articleIds] } } },
    select: { actorId: true, quote: { select: { articleId: true } } },
  });
  const actors = await tx.actor.findMany({
    where: { id: { in: mentions.map(({ actorId }) => actorId) } },
    select: { id: true, slug: true, name: true, kind: true, nameKey: true },
    orderBy: { slug: 'asc' },
  });
  const articlesOf = groupBy(mentions, ({ actorId }) => actorId);
  const pairs = actors.flatMap((actor) =>
    [...new Set((articlesOf.get(actor.id) ?? []).map(({ quote }) => quote.articleId))].map((articleId) => ({
      articleId,
      actor,
    })),
  );
  const byArticle = groupBy(pairs, ({ articleId }) => articleId);
  return new Map([...byArticle].map(([articleId, own]) => [articleId, own.map(({ actor }) => actor)]));
}

/** What a quote is in the newest version in which its words still stand. */
async function newestPlaces(tx: Transaction, articleIds: readonly string[]): Promise<(quoteId: string) => string> {
  const anchors = await tx.quoteAnchor.findMany({
    where: { quote: { articleId: { in: [...articleIds] } } },
    select: { quoteId: true, targetId: true },
  });
  const targets = new Map(anchors.map(({ quoteId, targetId }) => [quoteId, targetId]));
  // A quote is anchored in the next version, and what it became there in the one after that.
  const newest = (quoteId: string): string => {
    const target = targets.get(quoteId);
    return target ? newest(target) : quoteId;
  };
  return newest;
}

/** The author whom the text names, else its publisher. */
function voiceOf([first]: readonly { readonly actorId: string; readonly role: CreditRole }[]): KnownArticle['voice'] {
  return first ? { actorId: first.actorId, role: first.role === 'AUTHOR' ? 'WRITER' : 'PUBLISHER' } : null;
}

/** An actor that is in the store, under whom others may stand. */
export interface KnownActor {
  /** Of the one under whom it stands. */
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly nameKey: string;
}

/** Those that bear any of some names, each as the one under whom it stands, and which of some slugs are taken. */
export async function knownActors(
  tx: Transaction,
  { nameKeys, slugs }: { readonly nameKeys: readonly string[]; readonly slugs: readonly string[] },
): Promise<{ readonly named: readonly KnownActor[]; readonly takenSlugs: ReadonlySet<string> }> {
  const named = await tx.actor.findMany({
    where: { nameKey: { in: [...nameKeys] } },
    include: { mergedInto: true },
    orderBy: { slug: 'asc' },
  });
  const taken = await tx.actor.findMany({ where: { slug: { in: [...slugs] } }, select: { slug: true } });
  return {
    named: named.flatMap(({ nameKey, mergedInto, ...own }) => {
      const { id, name, kind } = mergedInto ?? own;
      return nameKey === null ? [] : [{ id, name, kind, nameKey }];
    }),
    takenSlugs: new Set(taken.map(({ slug }) => slug)),
  };
}
