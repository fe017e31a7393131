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
export async function knownArticles(tx: Transaction, { keys, slugs, hashes }: ArticleNames): Promise<KnownArticle[]> {
  const articles = await tx.article.findMany({
    where: {
      OR: [
        { sourceKey: { in: [...keys] } },
        { slug: { in: [...slugs] } },
        // By the version, since only that one has an index on it.
        {
          id: {
            in: (
              await tx.articleVersion.findMany({ where: { sha256: { in: [...hashes] } }, select: { articleId: true } })
            ).map(({ articleId }) => articleId),
          },
        },
      ],
    },
    include: {
      currentVersion: { include: { quotes: { orderBy: [{ start: 'asc' }, { end: 'asc' }] } } },
      statements: {
        select: {
          content: { select: { quoteId: true }, orderBy: { ordinal: 'asc' } },
          attribution: { select: { actorId: true, role: true }, where: { position: 0 } },
        },
      },
      credits: {
        where: { withdrawnIn: null, role: { in: ['AUTHOR', 'PUBLISHER'] } },
        select: { actorId: true, role: true },
        orderBy: [{ role: 'asc' }, { quote: { start: 'asc' } }],
      },
    },
  });
  const ofArticles = { quote: { articleId: { in: articles.map(({ id }) => id) } } };
  const mentions = await tx.actorMention.findMany({
    where: ofArticles,
    select: {
      actor: { select: { id: true, slug: true, name: true, kind: true, nameKey: true } },
      quote: { select: { articleId: true } },
    },
    orderBy: { actor: { slug: 'asc' } },
  });
  const anchors = await tx.quoteAnchor.findMany({ where: ofArticles, select: { quoteId: true, targetId: true } });
  const targets = new Map(anchors.map(({ quoteId, targetId }) => [quoteId, targetId]));
  // A quote is anchored in the next version, and what it became there in the one after that.
  const newest = (quoteId: string): string => {
    const target = targets.get(quoteId);
    return target ? newest(target) : quoteId;
  };
  const named = groupBy(mentions, ({ quote }) => quote.articleId);
  return articles.flatMap(({ currentVersion, statements, credits, ...article }) =>
    currentVersion
      ? [
          {
            ...article,
            sha256: currentVersion.sha256,
            voice: statements[0]?.attribution[0] ?? voiceOf(credits),
            version: currentVersion,
            actors: (named.get(article.id) ?? []).map(({ actor }) => actor),
            contents: statements.map(({ content }) => content.map(({ quoteId }) => newest(quoteId))),
          },
        ]
      : [],
  );
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
