import { VerbatimError } from '../domain/errors.ts';
import { sha256 } from '../domain/sha256.ts';
import { knownTexts } from '../store/read/known-texts.ts';
import type { Store } from '../store/store.ts';
import type { Author } from '../store/write-transaction.ts';
import type { Extractor } from './extractor.ts';
import { ingestArticles, type ExtractedArticle, type IngestedArticle } from './ingest-articles.ts';
import type { BadSource, IncomingArticle } from './sources/incoming-article.ts';

/** With what articles are brought in. */
export interface Ingesting {
  readonly store: Store;
  readonly author: Author;
  readonly extractor: Extractor;
}

/** How many articles are recorded in one revision: many enough to share its cost, few enough not to hold up other writers. */
const BATCH = 20;
/** UTF-16 units of their texts: what is found in them is held in memory, and is many times as much. */
const LONGEST_BATCH = 2_000_000;

/**
 * Brings articles in as they are read, in their order: while some are recorded, the next ones are read and extracted. What is
 * yielded is recorded for good; cut off anywhere, the same articles again go on where it stopped. An article that the store refuses,
 * for a slug that belongs to another one, is a bad source too.
 *
 * @throws VerbatimError BAD_USER_INPUT or CONFLICT at the first bad source, if these are to stop it; what came before it is recorded
 */
export async function* ingestSources(
  ingesting: Ingesting,
  sources: AsyncIterable<IncomingArticle | BadSource>,
  { strict }: { readonly strict: boolean },
): AsyncGenerator<IngestedArticle | BadSource> {
  const batches = prepared(ingesting, sources, strict);
  let coming = batches.next();
  for (;;) {
    const { value: batch, done } = await coming;
    if (done === true) return;
    coming = batches.next();
    // It is waited for in its turn; until then its failure is nobody's.
    coming.catch(() => undefined);
    const { extracted, others, failure } = batch;
    yield* inOrder(recorded(ingesting, extracted, strict), others);
    if (failure) throw failure;
  }
}

/** Records articles in one revision; or, when one of them is refused, each of the others in a revision of its own. */
async function* recorded(
  { store, author }: Ingesting,
  extracted: readonly ExtractedArticle[],
  strict: boolean,
): AsyncGenerator<IngestedArticle | BadSource> {
  if (extracted.length === 0) return;
  try {
    yield* (await ingestArticles(store, author, extracted)).articles;
    return;
  } catch (error) {
    if (!(error instanceof VerbatimError && error.code === 'CONFLICT')) throw error;
  }
  for (const one of extracted) {
    const { place } = one.incoming;
    try {
      yield* (await ingestArticles(store, author, [one])).articles;
    } catch (error) {
      if (strict || !(error instanceof VerbatimError && error.code === 'CONFLICT')) throw error;
      yield { place, message: error.message, skipped: false };
    }
  }
}

/** Some articles that are ready to be recorded, and what came between them. */
interface Batch {
  readonly extracted: readonly ExtractedArticle[];
  /** Bad sources and texts that are known, each with how many articles come before it. */
  readonly others: readonly { readonly after: number; readonly other: IngestedArticle | BadSource }[];
  readonly failure: VerbatimError | null;
}

async function* prepared(
  ingesting: Ingesting,
  sources: AsyncIterable<IncomingArticle | BadSource>,
  strict: boolean,
): AsyncGenerator<Batch, undefined> {
  let group: (IncomingArticle | BadSource)[] = [];
  let length = 0;
  const names = new Set<string>();
  for await (const source of sources) {
    const isBad = 'message' in source;
    if (isBad && strict && !source.skipped) {
      yield { ...(await prepare(ingesting, group)), failure: new VerbatimError('BAD_USER_INPUT', source.message) };
      return undefined;
    }
    const own = isBad ? [] : [source.key, source.text];
    const size = isBad ? 0 : source.text.length;
    // What comes twice would have to be two versions of one write, or one article of two files.
    if (group.length >= BATCH || length + size > LONGEST_BATCH || own.some((name) => names.has(name))) {
      yield await prepare(ingesting, group);
      group = [];
      length = 0;
      names.clear();
    }
    group.push(source);
    length += size;
    for (const name of own) names.add(name);
  }
  if (group.length > 0) yield await prepare(ingesting, group);
  return undefined;
}

async function prepare(
  { store, extractor }: Ingesting,
  group: readonly (IncomingArticle | BadSource)[],
): Promise<Batch> {
  const incoming = group.flatMap((source) => ('message' in source ? [] : [source]));
  const known = await knownTexts(
    store.sql,
    incoming.map(({ key, text }) => ({ key, sha256: sha256(text) })),
  );
  const fresh = incoming.filter(({ key }) => !known.has(key));
  const extracted = await Promise.all(
    fresh.map(async (article) => ({ incoming: article, extraction: await extracting(extractor, article) })),
  );
  let after = 0;
  const others: { after: number; other: IngestedArticle | BadSource }[] = [];
  for (const source of group) {
    if ('message' in source) others.push({ after, other: source });
    else {
      const same = known.get(source.key);
      if (same) others.push({ after, other: unchanged(source, same) });
      else after++;
    }
  }
  return { extracted, others, failure: null };
}

/** What is found in an article. */
export function extracting(
  extractor: Extractor,
  { text, declared }: IncomingArticle,
): Promise<ExtractedArticle['extraction']> {
  return extractor.extract(text, declared.published === null ? {} : { published: declared.published });
}

const unchanged = (
  { place }: IncomingArticle,
  { id, slug, version }: { readonly id: string; readonly slug: string; readonly version: number },
): IngestedArticle => ({
  place,
  articleId: id,
  slug,
  version,
  outcome: 'UNCHANGED',
  proposed: 0,
  moved: 0,
  orphaned: 0,
});

async function* inOrder(
  articles: AsyncIterable<IngestedArticle | BadSource>,
  others: Batch['others'],
): AsyncGenerator<IngestedArticle | BadSource> {
  let index = 0;
  for await (const article of articles) {
    for (const { after, other } of others) if (after === index) yield other;
    yield article;
    index++;
  }
  for (const { after, other } of others) if (after >= index) yield other;
}
