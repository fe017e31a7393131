import { VerbatimError } from '../domain/errors.ts';
import { groupBy } from '../domain/group-by.ts';
import { identify } from '../domain/identity.ts';
import { nameKey } from '../domain/name-key.ts';
import { EMPTY_RECORDS, type CorpusRecords } from '../domain/records.ts';
import { sha256 } from '../domain/sha256.ts';
import { slugOf } from '../domain/slug.ts';
import type { Extraction } from '../extract/extraction.ts';
import { knownActors, knownArticles, type KnownActor, type KnownArticle } from '../store/known.ts';
import { recordCorpus } from '../store/record-corpus.ts';
import type { Store } from '../store/store.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Author } from '../store/write-transaction.ts';
import { recordExtraction } from './record-extraction.ts';
import type { IncomingArticle } from './sources/incoming-article.ts';

/** An article as it was read and what was found in it. */
export interface ExtractedArticle {
  readonly incoming: IncomingArticle;
  readonly extraction: Extraction;
}

/** What became of an article. */
export interface IngestedArticle {
  readonly place: string;
  readonly articleId: string;
  readonly slug: string;
  /** The number of its current version. */
  readonly version: number;
  readonly outcome: 'NEW' | 'NEW_VERSION' | 'UNCHANGED';
  /** How many statements are newly proposed. */
  readonly proposed: number;
  /** How many quotes of the version before stand elsewhere in the new one, and how many nowhere. */
  readonly moved: number;
  readonly orphaned: number;
}

/** What a write of articles did. */
export interface Ingested {
  /** The corpus revision after it. */
  readonly revision: number;
  readonly articles: readonly IngestedArticle[];
}

/**
 * Records articles with what was found in them, and compares them with the rest of the corpus: all of them in one revision, or
 * none. An article that is known by where it comes from gets a new version if its text changed; the same text twice is
 * nothing new.
 *
 * @param articles no two of one key
 * @throws VerbatimError CONFLICT when a declared slug belongs to an article that comes from elsewhere, or to another one of these
 */
export async function ingestArticles(
  store: Store,
  author: Author,
  articles: readonly ExtractedArticle[],
): Promise<Ingested> {
  let ingested: readonly IngestedArticle[] = [];
  const [only] = articles;
  const summary =
    articles.length === 1 && only ? `bring in ${only.incoming.place}` : `bring in ${String(articles.length)} articles`;
  const { revision } = await recordCorpus(store, { summary, author }, async (tx) => {
    const built = await buildAll(tx, articles);
    ingested = built.map(({ article }) => article);
    return merged(built.flatMap(({ records }) => records ?? []));
  });
  return { revision, articles: ingested };
}

interface BuiltArticle {
  readonly article: IngestedArticle;
  /** Null where nothing is new. */
  readonly records: CorpusRecords | null;
}

async function buildAll(tx: Transaction, articles: readonly ExtractedArticle[]): Promise<BuiltArticle[]> {
  const slugOfArticle = articles.map(({ incoming }) => firstSlug(incoming));
  const known = await knownArticles(tx, {
    keys: articles.map(({ incoming }) => incoming.key),
    slugs: slugOfArticle,
    hashes: articles.map(({ incoming }) => sha256(incoming.text)),
  });
  const byKey = new Map(known.map((article) => [article.sourceKey, article]));
  const bySlug = new Map(known.map((article) => [article.slug, article]));
  const byHash = groupBy(known, ({ sha256: hash }) => hash);
  const taken = new Set(bySlug.keys());
  const ofThese = new Map<string, string>();

  const placed = articles.map(({ incoming, extraction }, index) => {
    const slug = slugOfArticle[index] ?? 'untitled';
    const article =
      byKey.get(incoming.key) ?? sameArticle(incoming, bySlug.get(slug), byHash.get(sha256(incoming.text)));
    const own = article?.slug ?? (taken.has(slug) ? `${slug}-${sha256(incoming.key).slice(0, 8)}` : slug);
    const other = ofThese.get(slug);
    if (incoming.declared.slug !== null && other && !byKey.has(incoming.key)) throw slugTaken(incoming, other);
    taken.add(own);
    ofThese.set(own, incoming.key);
    return { incoming, extraction, article, slug: own };
  });
  const { named, takenSlugs } = await knownActors(tx, {
    nameKeys: placed.flatMap(({ extraction }) =>
      extraction.actors.flatMap(({ name, kind }) => nameKey(name, kind) ?? []),
    ),
    slugs: placed.flatMap(({ extraction, slug }) =>
      extraction.actors.flatMap(({ name }) => actorSlugs(slugOf(name), slug)),
    ),
  });
  const actors = new Map<string, KnownActor[]>(groupBy(named, ({ nameKey: key }) => key));
  const takenActorSlugs = new Set(takenSlugs);
  return placed.map(({ incoming, extraction, article, slug }) => {
    const base = { place: incoming.place, articleId: article?.id ?? identify('Article', slug), slug };
    const nothing = { proposed: 0, moved: 0, orphaned: 0 };
    if (article?.version.text === incoming.text) {
      return { article: { ...base, ...nothing, version: article.version.number, outcome: 'UNCHANGED' }, records: null };
    }
    const records = recordExtraction(incoming, extraction, { article, slug, actors, takenActorSlugs });
    // The next articles of the same write know the actors of this one.
    const into = new Map((records.merges ?? []).map(({ actorId, intoId }) => [actorId, intoId]));
    for (const { id, slug: actorSlug, name, kind, nameKey: key } of records.actors) {
      takenActorSlugs.add(actorSlug);
      if (key !== null && !into.has(id))
        actors.set(key, [...(actors.get(key) ?? []), { id, name, kind, nameKey: key }]);
    }
    const count = (state: string) => records.anchors.filter((anchor) => anchor.state === state).length;
    return {
      records,
      article: {
        ...base,
        version: records.versions[0]?.number ?? 1,
        outcome: article ? 'NEW_VERSION' : 'NEW',
        proposed: records.statements.length,
        moved: count('MOVED'),
        orphaned: count('ORPHANED'),
      },
    };
  });
}

/** The slugs that an actor may get in an article; beyond these nobody has been seen. */
const actorSlugs = (base: string, articleSlug: string): string[] => [
  base,
  `${base}-in-${articleSlug}`,
  ...[2, 3, 4, 5].map((number) => `${base}-in-${articleSlug}-${String(number)}`),
];

/** The declared slug, or one of the title, or of the first words. */
function firstSlug({ declared, text }: IncomingArticle): string {
  return declared.slug ?? slugOf(declared.title ?? text.trimStart().slice(0, LONGEST_HEADING).split('\n', 1)[0] ?? '');
}

/** In UTF-16 units. */
const LONGEST_HEADING = 250;

/**
 * A known article that a text with a key of its own belongs to: that of the declared slug, unless that one is known to come from
 * elsewhere; or, for a text without an address, one that says exactly the same.
 *
 * @throws VerbatimError CONFLICT
 */
function sameArticle(
  incoming: IncomingArticle,
  ofSlug: KnownArticle | undefined,
  ofHash: readonly KnownArticle[] | undefined,
): KnownArticle | undefined {
  const { declared, key } = incoming;
  if (declared.slug !== null && ofSlug) {
    if (ofSlug.sourceKey === null || ofSlug.sourceKey === key) return ofSlug;
    throw slugTaken(incoming, ofSlug.sourceKey);
  }
  return key.startsWith('url:') || key.startsWith('id:') ? undefined : ofHash?.[0];
}

const slugTaken = ({ declared, place }: IncomingArticle, by: string): VerbatimError =>
  new VerbatimError(
    'CONFLICT',
    `${place}: ${String(declared.slug)} is the slug of an article that comes from elsewhere (${by}). Declare another one.`,
  );

/** The records of several articles as those of one write. */
function merged(all: readonly CorpusRecords[]): CorpusRecords {
  const joined: Record<string, unknown> = { ...EMPTY_RECORDS, isWhole: false };
  for (const key of Object.keys(EMPTY_RECORDS) as (keyof CorpusRecords)[]) {
    joined[key] = all.flatMap((records) => (records[key] as readonly unknown[] | undefined) ?? []);
  }
  return joined as unknown as CorpusRecords;
}
