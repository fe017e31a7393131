import { quoteOfSpan } from '../../anchor/quote-of-span.ts';
import { compareArticles } from '../../compare/compare-articles.ts';
import { denials } from '../../compare/relations/denial.ts';
import type { ProposedRelation } from '../../compare/relations/rule.ts';
import type { DerivationRecord, QuoteRecord, RelationRecord, SharedPassageRecord } from '../../domain/records.ts';
import { CodePoints } from '../../text/code-points.ts';
import { paragraphs } from '../../text/paragraphs.ts';
import type { Span } from '../../text/span.ts';
import type { Transaction } from '../plan-write.ts';
import { findPartners } from './find-partners.ts';
import { readArticles, type StoredArticle, type StoredStatement } from './read-articles.ts';

/** What a comparison says of some articles, whether or not it is stored already. */
export interface Proposals {
  readonly quotes: readonly QuoteRecord[];
  readonly passages: readonly SharedPassageRecord[];
  readonly derivations: readonly DerivationRecord[];
  readonly relations: readonly RelationRecord[];
  readonly renderings: readonly StoredRendering[];
}

/** Two statements that render one utterance; the left one's article was recorded first. */
export interface StoredRendering {
  readonly left: StoredStatement;
  readonly right: StoredStatement;
  readonly similarity: number;
}

/** Compares articles with all others that share anything with them; each two of them once. */
export async function findProposals(tx: Transaction, articleIds: readonly string[]): Promise<Proposals> {
  const compared = new Set<string>();
  const found = {
    quotes: new Map<string, QuoteRecord>(),
    passages: [] as SharedPassageRecord[],
    derivations: [] as DerivationRecord[],
    relations: [] as RelationRecord[],
    renderings: [] as StoredRendering[],
  };
  for (const id of articleIds) {
    const article = (await readArticles(tx, [id])).get(id);
    if (!article) continue;
    found.relations.push(...denials(article.text, article.statements).map(extracted));
    const others = await readArticles(tx, [
      ...new Set([...(await findPartners(tx, id, article.text)), ...(await storedPartners(tx, id))]),
    ]);
    for (const other of others.values()) {
      const [left, right] = article.ordinal < other.ordinal ? [article, other] : [other, article];
      const pair = `${left.id} ${right.id}`;
      if (compared.has(pair)) continue;
      compared.add(pair);
      const { passages, madeFrom, renderings, relations } = compareArticles(left, right);
      const [quoteLeft, quoteRight] = [quoter(left, found.quotes), quoter(right, found.quotes)];
      found.passages.push(
        ...passages.map((passage) => ({
          leftId: quoteLeft(passage.left),
          rightId: quoteRight(passage.right),
          leftArticleId: left.id,
          rightArticleId: right.id,
        })),
      );
      if (madeFrom) {
        const [derived, source] = madeFrom.derived === 'left' ? [left, right] : [right, left];
        const rationale = madeFrom.evidence.join(' ');
        found.derivations.push({ articleId: derived.id, sourceId: source.id, rationale, origin: 'EXTRACTED' });
      }
      found.relations.push(...relations.map(extracted));
      const [lefts, rights] = [left, right].map(({ statements }) => new Map(statements.map((one) => [one.id, one])));
      found.renderings.push(
        ...renderings.flatMap(({ similarity, ...rendering }) => {
          const [one, another] = [lefts?.get(rendering.left.id), rights?.get(rendering.right.id)];
          return one && another ? [{ left: one, right: another, similarity }] : [];
        }),
      );
    }
  }
  return { ...found, quotes: [...found.quotes.values()] };
}

const extracted = (relation: ProposedRelation): RelationRecord => ({ ...relation, origin: 'EXTRACTED' });

/** Articles that were found to share something with one: what no longer holds of them is withdrawn. */
async function storedPartners(tx: Transaction, articleId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT right_article_id::text AS id FROM shared_passage WHERE left_article_id = ${articleId}::uuid AND withdrawn_in IS NULL
    UNION SELECT left_article_id::text FROM shared_passage WHERE right_article_id = ${articleId}::uuid AND withdrawn_in IS NULL`;
  return rows.map(({ id }) => id);
}

/** Takes quotes from an article's text, each span once. */
function quoter(article: StoredArticle, quotes: Map<string, QuoteRecord>): (span: Span) => string {
  const version = { id: article.versionId, articleId: article.id };
  const codePoints = new CodePoints(article.text.text);
  const paragraphSpans = paragraphs(article.text.text);
  return (span) => {
    const quote = quoteOfSpan(version, codePoints, paragraphSpans, span);
    quotes.set(quote.id, quote);
    return quote.id;
  };
}
