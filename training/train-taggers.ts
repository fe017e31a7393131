import type { ArticleWords } from '../src/extract/attributions/article-words.ts';
import { packed } from '../src/extract/attributions/model.ts';
import type { PackedWeights } from '../src/extract/attributions/packed-weights.ts';
import { Tagger } from '../src/extract/attributions/tagger.ts';
import { teacherTags } from './teacher-tags.ts';
import { taggedUnits, trainTagger } from './train-tagger.ts';

/** By what an article's words are tagged: a tagger that has not learnt from it, as it will be with others. */
export type TaggerOf = (article: number) => Tagger;

/** Learns the tagger of all articles, and two that learnt from one half each and tag the other one for what learns from tags. */
export function trainTaggers(words: readonly ArticleWords[]): { tags: PackedWeights; taggerOf: TaggerOf } {
  const articles = words.map((one) => taggedUnits(one, teacherTags(one)));
  const tags = packed(trainTagger(articles));
  const halves = [0, 1].map(
    (half) => new Tagger(packed(trainTagger(articles.filter((_, article) => article % 2 !== half)))),
  );
  return { tags, taggerOf: (article) => halves[article % 2] ?? new Tagger(tags) };
}
