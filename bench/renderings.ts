import { recordCorpus } from '../src/store/record-corpus.ts';
import { COMMAND_LINE } from '../src/store/write-transaction.ts';
import { measureRenderings } from './measure-renderings.ts';
import { machine, say, withBench, writeResult } from './run.ts';
import { syntheticCorpus, type SyntheticArticle } from './synthetic/corpus.ts';
import { toRecords } from './synthetic/to-records.ts';

/** How well renderings and derivations are found in a made-up corpus: node …/renderings.js [articles] [seed] */
const [count = 2_000, seed = 1] = process.argv.slice(2).map(Number);
const BATCH = 50;

await withBench(async ({ store }) => {
  const articles = [...syntheticCorpus({ articles: count, seed, copyRate: 0.3 })];
  const started = performance.now();
  for (let at = 0; at < articles.length; at += BATCH) {
    const records = toRecords(articles.slice(at, at + BATCH));
    await recordCorpus(store, { summary: 'synthetic', author: COMMAND_LINE }, () => Promise.resolve(records));
  }
  const seconds = (performance.now() - started) / 1000;
  const { precision, recall, found, wrong } = await measureRenderings(store.sql, articles);
  const part = (isHard: boolean) => {
    const some = recall.filter((row) => row.isHard === isHard);
    const sum = (key: 'pairs' | 'found') => some.reduce((total, row) => total + row[key], 0);
    return `${percent(sum('found') / sum('pairs'))} of ${String(sum('pairs'))}`;
  };
  const derivations = await store.sql.query<{ derived: string; source: string }>({
    name: '',
    text: `SELECT a.slug AS derived, b.slug AS source FROM derivation d JOIN article a ON a.id = d.article_id
      JOIN article b ON b.id = d.source_id WHERE d.withdrawn_in IS NULL`,
  });
  const lines = [
    `# Finding renderings in a made-up corpus`,
    '',
    `${String(count)} articles, seed ${String(seed)}, three in ten made from others in one of 14 ways. Recorded and compared in ${seconds.toFixed(0)} s.`,
    `Repeat by \`npm run bench -- renderings ${String(count)} ${String(seed)}\`. Machine: ${machine()}.`,
    '',
    `- precision ${percent(precision)}: of ${String(found)} pairs found ${String(wrong.length)} are wrong, ${String(wrong.filter(({ isFormula }) => isFormula).length)} of them sayings of one stump speech`,
    `- recall ${part(false)} for edits of up to a third of the words`,
    `- recall ${part(true)} for the hard part`,
    `- derivations: ${derivationLine(articles, derivations)}`,
    '',
    '| what was done to the words | part | pairs | found | recall |',
    '| --- | --- | --: | --: | --: |',
    ...[...recall]
      .sort((a, b) => Number(a.isHard) - Number(b.isHard) || b.found / b.pairs - a.found / a.pairs)
      .map(
        (row) =>
          `| ${row.edit} | ${row.isHard ? 'hard' : 'main'} | ${String(row.pairs)} | ${String(row.found)} | ${percent(row.found / row.pairs)} |`,
      ),
    '',
  ];
  await writeResult('renderings.md', lines.join('\n'));
  say(lines.join('\n'));
  for (const { left, right } of wrong.slice(0, 20)) say(`wrong:\n  ${left}\n  ${right}`);
});

function derivationLine(
  articles: readonly SyntheticArticle[],
  found: readonly { readonly derived: string; readonly source: string }[],
): string {
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  const made = articles.filter(({ copy }) => copy === 'RETELLING' || copy === 'WIRE');
  const isLater = (article: SyntheticArticle) => {
    const source = article.madeFrom === null ? undefined : bySlug.get(article.madeFrom);
    return (source?.publishedDaysSinceEpoch ?? Infinity) < (article.publishedDaysSinceEpoch ?? -Infinity);
  };
  const told = made.filter(isLater);
  const right = found.filter(({ derived, source }) => bySlug.get(derived)?.madeFrom === source);
  const turned = found.filter(({ derived, source }) => bySlug.get(source)?.madeFrom === derived);
  return `${String(right.length)} of ${String(found.length)} found are right, ${String(turned.length)} turned round; ${String(made.length)} articles were made from others, of ${String(told.length)} the dates tell which was first`;
}

function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}
