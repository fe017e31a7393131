import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { confidenceFeatures } from '../src/extract/attributions/confidence.ts';
import { Linker } from '../src/extract/attributions/link.ts';
import { encodeModel, LATTICE_BITS, LINK_BITS, WORD_BITS } from '../src/extract/attributions/model.ts';
import { textSpan } from '../src/extract/attributions/text-span.ts';
import { readArticles } from './articles.ts';
import { createDataset } from './dataset.ts';
import { latticeData } from './lattice-data.ts';
import { linkChoices } from './link-data.ts';
import { TextWords } from './score.ts';
import { SETTINGS } from './settings.ts';
import { spansByArticle } from './spans-by-article.ts';
import { type Judged, trainConfidence } from './train-confidence.ts';
import { foldOf, trainChains } from './train-chains.ts';
import { trainLattice } from './train-lattice.ts';
import { trainLinks } from './train-links.ts';
import { trainTaggers } from './train-taggers.ts';

/** Learns the model from a folder that has polnear/train.jsonl, and writes it: node …/train.js FOLDER MODEL */
const [folder = '', modelFile = ''] = process.argv.slice(2);
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const data = createDataset(readArticles(join(folder, 'polnear/train.jsonl')), WORD_BITS);
say(`${String(data.articles.length)} articles, ${String(data.units.length)} units`);
const [chain, ...chainsWithout] = await trainChains(data, { bits: WORD_BITS, ...SETTINGS.chain });
if (!chain) throw new Error('no chain was learnt');

// What comes after the chain learns from candidates as a chain finds them in articles it has not seen.
const { tags, taggerOf } = trainTaggers(data.words);
const units = latticeData(data, LATTICE_BITS, (article) => chainsWithout[foldOf(article)] ?? chain, taggerOf);
const options = { bits: LATTICE_BITS, ...SETTINGS.lattice };
const lattice = trainLattice(units, options, say);
// And the links and the confidence from spans as a lattice finds them so.
const halves = [0, 1].map((half) =>
  trainLattice(
    units.filter(({ unit }) => foldOf(unit.article) % 2 !== half),
    options,
    say,
  ),
);
const seenBy = (article: number) => halves[foldOf(article) % 2] ?? lattice;
const found = spansByArticle(units, data.words, null, seenBy);

const choices = data.articles.flatMap((article, index) => {
  const words = data.words[index];
  return words ? linkChoices(article, words, found.get(index) ?? [], LINK_BITS) : [];
});
say(`${String(choices.length)} links`);
const links = trainLinks(choices, { bits: LINK_BITS, ...SETTINGS.links });

const linker = new Linker(links, LINK_BITS);
const completed = spansByArticle(units, data.words, linker, seenBy);
const judged = data.articles.flatMap((article, index): Judged[] => {
  const words = data.words[index];
  if (!words) return [];
  const spans = completed.get(index) ?? [];
  const textWords = new TextWords(article.text);
  const gold = new Set(article.attributions.map((one) => textWords.keyOf(one)));
  return linker.link(spans, words).map((linked) => {
    const text = (indexes: readonly number[]) =>
      indexes.flatMap((one) => spans[one] ?? []).map((span) => textSpan(span, words));
    const own = { cue: text([linked.cue]), source: text([linked.source]), content: text(linked.contents) };
    return { features: confidenceFeatures(linked, spans), isRight: gold.has(textWords.keyOf(own)) };
  });
});
const confidence = trainConfidence(judged);
say(
  `confidence from ${String(judged.length)} attributions, ${String(judged.filter(({ isRight }) => isRight).length)} right`,
);

const bytes = encodeModel({
  tags,
  words: chain.words,
  arcs: chain.arcs,
  lattice: lattice.features,
  memory: lattice.memory,
  links,
  confidence,
});
writeFileSync(modelFile, bytes);
say(`${modelFile}: ${String(bytes.length)} bytes`);
