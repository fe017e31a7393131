import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findAttributions } from '../src/extract/attributions/find-attributions.ts';
import { readArticles } from './articles.ts';
import { quotationTable, scoreByQuotation } from './by-quotation.ts';
import { calibrationError, type Rated, reliability, reliabilityPlot } from './reliability.ts';
import { type Counts, prf, score, type Scores, TextWords } from './score.ts';

/** Measures the model on the part of the data it did not learn from: node …/evaluate.js FOLDER PROJECT */
const [folder = '', project = ''] = process.argv.slice(2);
const DOCUMENT = join(project, 'docs/extraction.md');

/** What others reach on PolNeAR's test part, by the same way of counting: cue, source, content and all roles, exact / token. */
const OTHERS: readonly (readonly [name: string, figures: string])[] = [
  ['one human annotator against another (20 articles)', '71.2 / 69.7 | 79.3 / 81.3 | 69.5 / 91.3 | 72.9 / 88.0'],
  ['fine-tuned BERT (van Timmeren 2022)', '71.3 / 72.9 | 78.2 / 83.7 | 61.9 / 86.3 | 69.5 / 84.7'],
  ['CRF (same work)', '58.9 / 56.6 | 62.4 / 62.7 | 43.8 / 72.3 | 54.1 / 69.7'],
  ['ninety lines of rules on part-of-speech tags', '60.0 / 54.8 | 55.6 / 53.8 | 46.2 / 72.6 | 53.5 / 69.0'],
];

const articles = readArticles(join(folder, 'polnear/dev.jsonl'));
const full = new Map(articles.map(({ id, text }) => [id, findAttributions(text)]));
const scores = score(articles, full);
const rated = articles.flatMap((article): Rated[] => {
  const words = new TextWords(article.text);
  const gold = new Set(article.attributions.map((one) => words.keyOf(one)));
  return (full.get(article.id) ?? []).map((one) => ({
    confidence: one.confidence,
    isRight: gold.has(words.keyOf(one)),
  }));
});
const bins = reliability(rated);

const percent = (share: number): string => (100 * share).toFixed(1);
const figures = (counted: Counts): string => prf(counted).map(percent).join(' / ');
const f1 = (counted: Counts): string => percent(prf(counted)[2]);
const both = ({ exact, token }: Scores['all']): string => `${f1(exact)} / ${f1(token)}`;

const report = [
  `On ${String(articles.length)} articles that were not learnt from, in percent, precision / recall / F1:`,
  '',
  '| role | exact span | words |',
  '| --- | --- | --- |',
  ...(['cue', 'source', 'content', 'all'] as const).map(
    (role) => `| ${role} | ${figures(scores[role].exact)} | ${figures(scores[role].token)} |`,
  ),
  '',
  `Whole attributions, right only if all spans of all parts are: ${figures(scores.whole)}.`,
  '',
  'By how the content is quoted:',
  '',
  ...quotationTable(scoreByQuotation(articles, full)),
  '',
  'Beside what others reach on the test part of the same data (F1, exact span / words):',
  '',
  '| | cue | source | content | all roles |',
  '| --- | --- | --- | --- | --- |',
  `| **this model**, on the development part | ${both(scores.cue)} | ${both(scores.source)} | ${both(scores.content)} | **${both(scores.all)}** |`,
  ...OTHERS.map(([name, row]) => `| ${name} | ${row} |`),
  '',
  `Confidence and share of right ones are ${percent(calibrationError(bins))} points apart on average.`,
].join('\n');

process.stdout.write(`${report}\n`);
const document = readFileSync(DOCUMENT, 'utf8');
const [head, rest = ''] = document.split('<!-- figures -->\n');
const [, tail = ''] = rest.split('<!-- end of figures -->');
if (tail === '') throw new Error(`${DOCUMENT} lacks the marks between which the figures stand`);
writeFileSync(
  DOCUMENT,
  `${head ?? ''}<!-- figures -->\n\n<!-- prettier-ignore-start -->\n${report}\n<!-- prettier-ignore-end -->\n\n<!-- end of figures -->${tail}`,
);
writeFileSync(join(project, 'docs/extraction-reliability.svg'), reliabilityPlot(bins));
