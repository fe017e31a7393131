import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from '../src/extract/extract.ts';
import type { ExtractedStatement, Extraction } from '../src/extract/extraction.ts';
import type { QuoteRecord, StatementRecord } from '../src/domain/records.ts';
import { buildRecords } from '../src/ingest/build-records.ts';
import { readSeeds } from '../src/ingest/read-seeds.ts';
import { outermost, overlaps, type Span } from '../src/text/span.ts';
import type { Article, Attribution } from './articles.ts';
import { quotationTable, scoreByQuotation } from './by-quotation.ts';
import { type Counts, prf, score } from './score.ts';

/**
 * Measures the extractor on the seeds, against what people annotated there, and writes the figures into the README:
 * node …/evaluate-seeds.js SEEDS PROJECT. Nothing was learnt from these articles.
 */
const [folder = '', project = ''] = process.argv.slice(2);
const README = join(project, 'README.md');
const { records } = buildRecords(await readSeeds(folder));
const quotes = new Map(records.quotes.map((quote) => [quote.id, quote]));
const spanOf = (id: string | null): Span[] => {
  const quote = id === null ? undefined : quotes.get(id);
  return quote ? [{ start: quote.startUtf16, end: quote.endUtf16 }] : [];
};

interface Annotated {
  readonly statement: StatementRecord;
  /** Without what is quoted in a clause, which both sides give besides the clause. */
  readonly content: readonly Span[];
}

const utf16 = ({ startUtf16, endUtf16 }: QuoteRecord): Span => ({ start: startUtf16, end: endUtf16 });

const gold: Article[] = [];
const found = new Map<string, Attribution[]>();
/** Of statements that share most of their content: whether speaker, chain, mode, polarity and certainty are the same. */
const aspects = { speaker: tally(), chain: tally(), mode: tally(), polarity: tally(), certainty: tally() };
let [annotatedCount, extractedCount, matched] = [0, 0, 0];
/** Lines that are furniture: both annotated and found, annotated, found. */
const furniture = { hit: 0, gold: 0, predicted: 0 };

for (const { articleId, text } of records.versions) {
  const extraction = extract(text);
  const annotated = records.statements
    .filter((statement) => statement.articleId === articleId && statement.mode !== 'NARRATION')
    .map((statement): Annotated => ({ statement, content: outermost(statement.contentIds.flatMap(spanOf)) }));
  gold.push({ id: articleId, text, attributions: annotated.map(asAttribution) });
  found.set(articleId, extraction.statements.map(extractedAttribution));
  const pieces = records.furniture
    .filter((piece) => piece.articleId === articleId)
    .flatMap(({ quoteId }) => spanOf(quoteId));
  furniture.gold += pieces.length;
  furniture.predicted += extraction.furniture.length;
  furniture.hit += extraction.furniture.filter((line) => pieces.some((piece) => overlaps(piece, line))).length;
  annotatedCount += annotated.length;
  extractedCount += extraction.statements.length;
  for (const one of annotated) {
    const own = extraction.statements.find((statement) => isSame(outermost(statement.content), one.content));
    if (!own) continue;
    matched++;
    compareAspects(one.statement, own, extraction);
  }
}

function asAttribution({ statement, content }: Annotated): Attribution {
  const last = statement.chain.at(-1);
  return { content, source: spanOf(last?.sourceId ?? null), cue: spanOf(last?.cueId ?? null) };
}

function extractedAttribution({ content, chain }: ExtractedStatement): Attribution {
  const { source = null, cue = null } = chain.at(-1) ?? {};
  return { content: outermost(content), source: source ? [source] : [], cue: cue ? [cue] : [] };
}

/** Whether each shares more than half of its characters with the other. */
function isSame(one: readonly Span[], other: readonly Span[]): boolean {
  const length = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const common = one.reduce(
    (sum, a) =>
      sum + other.reduce((part, b) => part + Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)), 0),
    0,
  );
  return 2 * common > Math.max(length(one), length(other));
}

function compareAspects(statement: StatementRecord, own: ExtractedStatement, extraction: Extraction): void {
  // The article's own voice is no hop of what is extracted.
  const hops = statement.chain.slice(1);
  const isActor = (id: string | undefined, hop: ExtractedStatement['chain'][number] | undefined) => {
    if (id === undefined || !hop) return id === undefined && !hop;
    const actor = hop.actor === null ? undefined : extraction.actors[hop.actor];
    const own = [...(actor?.names ?? []), ...(actor?.descriptions ?? []), ...(hop.source ? [hop.source] : [])];
    const places = records.actorMentions
      .filter(({ actorId }) => actorId === id)
      .map(({ quoteId }) => quotes.get(quoteId));
    return places.some(
      (place) => place?.articleId === statement.articleId && own.some((span) => overlaps(span, utf16(place))),
    );
  };
  note(aspects.speaker, isActor(hops.at(-1)?.actorId, own.chain.at(-1)));
  note(
    aspects.chain,
    hops.length === own.chain.length && hops.every(({ actorId }, at) => isActor(actorId, own.chain[at])),
  );
  note(aspects.mode, own.mode === statement.mode);
  note(aspects.polarity, own.polarity === statement.polarity);
  note(aspects.certainty, own.certainty === statement.certainty);
}

function tally(): { right: number; all: number } {
  return { right: 0, all: 0 };
}

function note(of: { right: number; all: number }, isRight: boolean): void {
  of.all++;
  if (isRight) of.right++;
}

const percent = (share: number): string => (100 * share).toFixed(1);
const figures = (counted: Counts): string => prf(counted).map(percent).join(' / ');
const scores = score(gold, found);
const report = [
  `Of ${String(annotatedCount)} statements that people annotated, ${String(matched)} were found (more than half of the content common), among ${String(extractedCount)} that were extracted.`,
  'In percent, precision / recall / F1:',
  '',
  '| role | exact span | words |',
  '| --- | --- | --- |',
  ...(['cue', 'source', 'content', 'all'] as const).map(
    (role) => `| ${role} | ${figures(scores[role].exact)} | ${figures(scores[role].token)} |`,
  ),
  '',
  ...quotationTable(scoreByQuotation(gold, found)),
  '',
  `Whole, right only if cue, source and content all are to the word: ${figures(scores.whole)}. Of those that were found, right are:`,
  '',
  `| ${Object.keys(aspects).join(' | ')} |`,
  `| ${Object.keys(aspects)
    .map(() => '--:')
    .join(' | ')} |`,
  `| ${Object.values(aspects)
    .map(({ right, all }) => `${percent(right / all)} %`)
    .join(' | ')} |`,
  '',
  `Of ${String(furniture.gold)} lines that are not of the articles (captions, links, appeals) ${String(furniture.hit)} were found, among ${String(furniture.predicted)}.`,
].join('\n');

process.stdout.write(`${report}\n`);
const readme = readFileSync(README, 'utf8');
const [open, close] = ['<!-- figures: seeds -->', '<!-- end: seeds -->'];
const [start, end] = [readme.indexOf(open), readme.indexOf(close)];
if (start === -1 || end < start) throw new Error(`${README} lacks the marks between which the figures stand`);
writeFileSync(
  README,
  `${readme.slice(0, start + open.length)}\n\n<!-- prettier-ignore-start -->\n${report}\n<!-- prettier-ignore-end -->\n\n${readme.slice(end)}`,
);
