import { setImmediate } from 'node:timers/promises';
import { quoteOfSpan } from '../../anchor/quote-of-span.ts';
import { closeness } from '../../compare/closeness.ts';
import { compareArticles, type Comparison } from '../../compare/compare-articles.ts';
import { readForComparison, wordsWithin, type ComparedText } from '../../compare/compared-text.ts';
import { nearestSources } from '../../compare/nearest-sources.ts';
import { denials } from '../../compare/relations/denial.ts';
import type { ProposedRelation } from '../../compare/relations/rule.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { DerivationRecord, QuoteRecord, RelationRecord, SharedPassageRecord } from '../../domain/records.ts';
import { CodePoints } from '../../text/code-points.ts';
import { paragraphs } from '../../text/paragraphs.ts';
import type { Span } from '../../text/span.ts';
import type { Transaction } from '../transaction.ts';
import { findPartners } from './find-partners.ts';
import type { FreshArticle } from './fresh-articles.ts';
import { readArticles, type StoredArticle, type StoredStatement } from './read-articles.ts';

/** What a comparison says of some articles, whether or not it is stored already. */
export interface Proposals {
  readonly quotes: readonly QuoteRecord[];
  readonly passages: readonly SharedPassageRecord[];
  readonly derivations: readonly DerivationRecord[];
  readonly relations: readonly RelationRecord[];
  readonly renderings: readonly StoredRendering[];
  /** The statements of the articles that nobody has put to an utterance. */
  readonly open: readonly StoredStatement[];
}

/** Two statements that render one utterance; the left one's article was recorded first. */
export interface StoredRendering {
  readonly left: StoredStatement;
  readonly right: StoredStatement;
  readonly similarity: number;
}

/** So many of the articles are in memory at once, besides the partners of one of them. */
const AT_ONCE = 20;

/**
 * Compares articles with all others that share anything with them; each two of them once.
 *
 * While two are compared, the partners of the next article are read, and whoever else has work for this thread gets it between
 * two pairs.
 *
 * @param fresh those that the same transaction has just written
 */
export async function findProposals(
  tx: Transaction,
  articleIds: readonly string[],
  fresh: ReadonlyMap<string, FreshArticle> = new Map(),
): Promise<Proposals> {
  const proposals = new ProposalCollector();
  for (let start = 0; start < articleIds.length; start += AT_ONCE) {
    const ids = articleIds.slice(start, start + AT_ONCE);
    const older = ids.filter((id) => !fresh.has(id));
    const known = await readArticles(tx, older);
    const stored = await storedPartners(tx, older);
    const next = async (id: string | undefined) => {
      const text = textOf(id === undefined ? undefined : (fresh.get(id) ?? known.get(id)));
      return id === undefined || text === null ? [] : readPartners(tx, { id, text }, known, stored.get(id) ?? []);
    };
    let coming = next(ids[0]);
    for (const [index, id] of ids.entries()) {
      const partners = await coming;
      coming = next(ids[index + 1]);
      // It is waited for in its turn; until then its failure is nobody's.
      coming.catch(() => undefined);
      const article = known.get(id);
      if (!article) continue;
      proposals.addArticle(article);
      for (const partner of partners) {
        proposals.addPair(article, partner);
        await setImmediate();
      }
    }
  }
  return proposals.collected();
}

function textOf(article: FreshArticle | StoredArticle | undefined): ComparedText | null {
  if (!article) return null;
  return 'furniture' in article ? readForComparison(article.text, article.furniture) : article.text;
}

/**
 * Those that an article is to be compared with, in the order of recording.
 *
 * @param known articles that are read already; the article itself is put to them where it is not
 */
async function readPartners(
  tx: Transaction,
  { id, text }: { readonly id: string; readonly text: ComparedText },
  known: Map<string, StoredArticle>,
  stored: readonly string[],
): Promise<StoredArticle[]> {
  const ids = [...new Set([...(await findPartners(tx, id, text)), ...stored])];
  const read = await readArticles(
    tx,
    [id, ...ids].filter((each) => !known.has(each)),
  );
  const own = read.get(id);
  if (own) known.set(id, own);
  return ids
    .flatMap((each) => known.get(each) ?? read.get(each) ?? [])
    .sort((one, other) => one.ordinal - other.ordinal);
}

/** Of articles those that were found to have anything to do with them: what no longer holds of these is withdrawn. */
async function storedPartners(tx: Transaction, articleIds: readonly string[]): Promise<Map<string, string[]>> {
  if (articleIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; partner: string }[]>`
    WITH asked AS (SELECT unnest(${articleIds}::uuid[]) AS id),
    own AS (SELECT s.id, s.article_id, s.utterance_id FROM asked a JOIN statement s ON s.article_id = a.id),
    found AS (
      SELECT a.id, p.right_article_id AS partner FROM asked a JOIN shared_passage p ON p.left_article_id = a.id AND p.withdrawn_in IS NULL
      UNION SELECT a.id, p.left_article_id FROM asked a JOIN shared_passage p ON p.right_article_id = a.id AND p.withdrawn_in IS NULL
      UNION SELECT own.article_id, s.article_id FROM own JOIN statement s ON s.utterance_id = own.utterance_id
      UNION SELECT own.article_id, s.article_id FROM own
        JOIN statement_relation r ON r.from_id = own.id AND r.origin = 'EXTRACTED' JOIN statement s ON s.id = r.to_id
      UNION SELECT own.article_id, s.article_id FROM own
        JOIN statement_relation r ON r.to_id = own.id AND r.origin = 'EXTRACTED' JOIN statement s ON s.id = r.from_id
    )
    SELECT id::text AS id, partner::text AS partner FROM found WHERE partner <> id`;
  const byArticle = groupBy(rows, ({ id }) => id);
  return new Map([...byArticle].map(([id, partners]) => [id, partners.map(({ partner }) => partner)]));
}

/** A derivation with what its article shares with the source. */
interface FoundDerivation extends DerivationRecord {
  readonly shared: readonly Span[];
  readonly alike: number;
}

class ProposalCollector {
  readonly #compared = new Set<string>();
  readonly #quotes = new Map<string, QuoteRecord>();
  readonly #passages: SharedPassageRecord[] = [];
  readonly #derivations: FoundDerivation[] = [];
  readonly #relations: RelationRecord[] = [];
  readonly #renderings: StoredRendering[] = [];
  readonly #open: StoredStatement[] = [];

  addArticle(article: StoredArticle): void {
    this.#relations.push(...denials(article.text, article.statements).map(extracted));
    this.#open.push(...article.statements.filter(({ utteranceOrigin }) => utteranceOrigin === 'EXTRACTED'));
  }

  addPair(article: StoredArticle, other: StoredArticle): void {
    const [left, right] = article.ordinal < other.ordinal ? [article, other] : [other, article];
    const pair = `${left.id} ${right.id}`;
    if (this.#compared.has(pair)) return;
    this.#compared.add(pair);
    const comparison = compareArticles(left, right);
    this.#addPassages(left, right, comparison);
    this.#addDerivation(left, right, comparison);
    this.#relations.push(...comparison.relations.map(extracted));
    this.#addRenderings(left, right, comparison);
  }

  collected(): Proposals {
    const byArticle = groupBy(this.#derivations, ({ articleId }) => articleId);
    return {
      quotes: [...this.#quotes.values()],
      passages: this.#passages,
      derivations: [...byArticle.values()]
        .flatMap(nearestSources)
        .map(({ shared: _shared, alike: _alike, ...derivation }) => derivation),
      relations: this.#relations,
      renderings: this.#renderings,
      open: this.#open,
    };
  }

  #addPassages(left: StoredArticle, right: StoredArticle, { passages }: Comparison): void {
    const [quoteLeft, quoteRight] = [this.#quoter(left), this.#quoter(right)];
    for (const passage of passages) {
      this.#passages.push({
        leftId: quoteLeft(passage.left),
        rightId: quoteRight(passage.right),
        leftArticleId: left.id,
        rightArticleId: right.id,
      });
    }
  }

  #addDerivation(left: StoredArticle, right: StoredArticle, { madeFrom, passages }: Comparison): void {
    if (!madeFrom) return;
    const [derived, source] = madeFrom.derived === 'left' ? [left, right] : [right, left];
    this.#derivations.push({
      articleId: derived.id,
      sourceId: source.id,
      rationale: madeFrom.evidence.join(' '),
      origin: 'EXTRACTED',
      shared: passages.map((passage) => passage[madeFrom.derived]),
      alike: passages.reduce((sum, passage) => {
        const words = wordsWithin(left.text.words, passage.left);
        return sum + words.length * closeness(words, wordsWithin(right.text.words, passage.right)).similarity;
      }, 0),
    });
  }

  #addRenderings(left: StoredArticle, right: StoredArticle, { renderings }: Comparison): void {
    const lefts = new Map(left.statements.map((statement) => [statement.id, statement]));
    const rights = new Map(right.statements.map((statement) => [statement.id, statement]));
    for (const { left: one, right: other, similarity } of renderings) {
      const [known, knownOther] = [lefts.get(one.id), rights.get(other.id)];
      if (known && knownOther) this.#renderings.push({ left: known, right: knownOther, similarity });
    }
  }

  /** Takes quotes from an article's text, each span once. */
  #quoter(article: StoredArticle): (span: Span) => string {
    const version = { id: article.versionId, articleId: article.id };
    const codePoints = new CodePoints(article.text.text);
    const paragraphSpans = paragraphs(article.text.text);
    return (span) => {
      const quote = quoteOfSpan(version, codePoints, paragraphSpans, span);
      this.#quotes.set(quote.id, quote);
      return quote.id;
    };
  }
}

const extracted = (relation: ProposedRelation): RelationRecord => ({ ...relation, origin: 'EXTRACTED' });
