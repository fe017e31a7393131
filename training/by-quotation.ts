import { articleWords, type ArticleWords } from '../src/extract/attributions/article-words.ts';
import type { QuotationKind } from '../src/extract/attributions/attribution.ts';
import type { Span } from '../src/text/span.ts';
import type { Article, Attribution } from './articles.ts';
import { wordsOf } from './gold.ts';
import { add, type Counts, counts, TextWords } from './score.ts';

/** How well the contents and whole attributions of a kind of quotation are found. Hits of precision and recall differ, since each counts its own side's kind. */
export interface KindScore {
  readonly contentRecall: Counts;
  readonly contentPrecision: Counts;
  readonly wholeRecall: Counts;
  readonly wholePrecision: Counts;
}

const KINDS: readonly QuotationKind[] = ['DIRECT', 'MIXED', 'INDIRECT'];

/** How some spans of a text are quoted: all their words within quotation marks, some, or none. */
function kindOf(spans: readonly Span[], words: ArticleWords): QuotationKind {
  let [quoted, all] = [0, 0];
  for (const span of spans) {
    const [first, after] = wordsOf(span, words) ?? [0, 0];
    for (let word = first; word < after; word++) if ((words.quotation[word] ?? -1) >= 0) quoted++;
    all += after - first;
  }
  return quoted === 0 ? 'INDIRECT' : quoted === all ? 'DIRECT' : 'MIXED';
}

/** Scores contents and whole attributions by how they are quoted. */
export function scoreByQuotation(
  articles: readonly Article[],
  found: ReadonlyMap<string, readonly Attribution[]>,
): Record<QuotationKind, KindScore> {
  const empty = (): KindScore => ({
    contentRecall: counts(),
    contentPrecision: counts(),
    wholeRecall: counts(),
    wholePrecision: counts(),
  });
  const scores = { DIRECT: empty(), MIXED: empty(), INDIRECT: empty() };
  for (const article of articles) {
    const words = articleWords(article.text);
    const textWords = new TextWords(article.text);
    const spanKey = (span: Span) => String(textWords.snap(span));
    const own = found.get(article.id) ?? [];
    for (const kind of KINDS) {
      const contents = (all: readonly Attribution[], of: QuotationKind | null) =>
        all.flatMap(({ content }) =>
          content.filter((span) => of === null || kindOf([span], words) === of).map(spanKey),
        );
      const wholes = (all: readonly Attribution[], of: QuotationKind | null) =>
        all.filter(({ content }) => of === null || kindOf(content, words) === of).map((one) => textWords.keyOf(one));
      const { contentRecall, contentPrecision, wholeRecall, wholePrecision } = scores[kind];
      add(contentRecall, overlap(contents(article.attributions, kind), contents(own, null)));
      add(contentPrecision, overlap(contents(article.attributions, null), contents(own, kind)));
      add(wholeRecall, overlap(wholes(article.attributions, kind), wholes(own, null)));
      add(wholePrecision, overlap(wholes(article.attributions, null), wholes(own, kind)));
    }
  }
  return scores;
}

function overlap(gold: readonly string[], predicted: readonly string[]): Counts {
  const [goldSet, predictedSet] = [new Set(gold), new Set(predicted)];
  const hit = [...predictedSet].filter((one) => goldSet.has(one)).length;
  return { hit, predicted: predictedSet.size, gold: goldSet.size };
}

/** The scores as lines of a table, in percent, precision / recall / F1: precision by the kind found, recall by the kind annotated. */
export const quotationTable = (scores: Readonly<Record<QuotationKind, KindScore>>): string[] => [
  '| quotation | annotated contents | contents, exact span | whole attributions |',
  '| --- | --: | --- | --- |',
  ...KINDS.map((kind) => {
    const { contentPrecision, contentRecall, wholePrecision, wholeRecall } = scores[kind];
    const contents = `${String(contentRecall.gold)} | ${ownSide(contentPrecision, contentRecall)}`;
    return `| ${kind.toLowerCase()} | ${contents} | ${ownSide(wholePrecision, wholeRecall)} |`;
  }),
];

function ownSide(precision: Counts, recall: Counts): string {
  const [p, r] = [precision.hit / Math.max(1, precision.predicted), recall.hit / Math.max(1, recall.gold)];
  return [p, r, (2 * p * r) / Math.max(1e-9, p + r)].map((share) => (100 * share).toFixed(1)).join(' / ');
}
