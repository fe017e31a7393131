import type { ArticleWords } from './article-words.ts';
import { FeatureList } from './feature-list.ts';
import type { FoundSpan } from './found-span.ts';
import type { NearSpans, Spans } from './found-spans.ts';
import { addLinkFeatures, LINKED_ROLE, type LinkKind, LINKS } from './link-features.ts';
import { linkOptions } from './link-options.ts';
import { type LinkedSpans, Links, NO_SPAN } from './links.ts';
import { CONTENT } from './role.ts';

/** Joins spans by a log-linear model: each content chooses its cue, each cue its source. */
export class Linker {
  readonly #weights: Float32Array;
  readonly #list: FeatureList;

  constructor(weights: Float32Array, bits: number) {
    this.#weights = weights;
    this.#list = new FeatureList(bits);
  }

  /** Which of an article's spans belong together. */
  links(spans: Spans, words: ArticleWords): Links {
    const links = new Links(spans.length);
    for (let span = 0; span < spans.length; span++) {
      const near = spans.around(span);
      if (near.spans[span - near.first]?.role !== CONTENT) continue;
      const cue = this.#choose(LINKS.CUE_OF_CONTENT, near, span, words);
      links.addContent(span, cue.to, cue.likelihood);
    }
    for (let attribution = 0; attribution < links.count; attribution++) {
      const { cue, contents } = links.at(attribution);
      const [kind, from] = cue < 0 ? [LINKS.SOURCE_OF_CONTENT, contents[0] ?? 0] : [LINKS.SOURCE_OF_CUE, cue];
      const source = this.#choose(kind, spans.around(from), from, words);
      links.addSource(attribution, source.to, source.likelihood);
    }
    return links;
  }

  /** The attributions that an article's spans make, in order of their contents. */
  link(spans: readonly FoundSpan[], words: ArticleWords): LinkedSpans[] {
    const links = this.links({ length: spans.length, around: () => ({ first: 0, spans }) }, words);
    return Array.from({ length: links.count }, (_, attribution) => links.at(attribution));
  }

  /** The cues and sources that no attribution would hold; numbers of spans. */
  alone(spans: readonly FoundSpan[], words: ArticleWords): number[] {
    const used = new Set(this.link(spans, words).flatMap(({ cue, source, contents }) => [cue, source, ...contents]));
    return spans.flatMap((_, index) => (used.has(index) ? [] : [index]));
  }

  /** The span that one belongs to. */
  #choose(
    kind: LinkKind,
    { first, spans }: NearSpans,
    span: number,
    words: ArticleWords,
  ): { to: number; likelihood: number } {
    const from = span - first;
    const options = [NO_SPAN, ...linkOptions(spans, from, LINKED_ROLE[kind], words)];
    const scores = options.map((to) => {
      this.#list.clear();
      addLinkFeatures(this.#list, kind, spans, from, to, words);
      let sum = 0;
      for (let at = 0; at < this.#list.length; at++) sum += this.#weights[this.#list.values[at] ?? 0] ?? 0;
      return sum;
    });
    const greatest = Math.max(...scores);
    const total = scores.reduce((sum, score) => sum + Math.exp(score - greatest), 0);
    const to = options[scores.indexOf(greatest)] ?? NO_SPAN;
    return { to: to === NO_SPAN ? NO_SPAN : first + to, likelihood: 1 / total };
  }
}
