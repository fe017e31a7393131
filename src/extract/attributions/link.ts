import type { ArticleWords } from './article-words.ts';
import { FeatureList } from './feature-list.ts';
import type { FoundSpan } from './found-span.ts';
import { addLinkFeatures, LINKED_ROLE, type LinkKind, LINKS } from './link-features.ts';
import { linkOptions } from './link-options.ts';
import { CONTENT } from './role.ts';

/** Spans that belong together; numbers of spans. An attribution may lack a source, and a cue where marks alone are one. */
export interface LinkedSpans {
  readonly cue: number;
  readonly source: number;
  readonly contents: readonly number[];
  /** How likely each link was held, the least of them. */
  readonly likelihood: number;
}

/** Joins spans by a log-linear model: each content chooses its cue, each cue its source. */
export class Linker {
  readonly #weights: Float32Array;
  readonly #list: FeatureList;

  constructor(weights: Float32Array, bits: number) {
    this.#weights = weights;
    this.#list = new FeatureList(bits);
  }

  /** The attributions that an article's spans make, in order of their contents. */
  link(spans: readonly FoundSpan[], words: ArticleWords): LinkedSpans[] {
    const groups = new Map<number, { cue: number; contents: number[]; likelihood: number }>();
    for (const [index, { role }] of spans.entries()) {
      if (role !== CONTENT) continue;
      const { to, likelihood } = this.#choose(LINKS.CUE_OF_CONTENT, spans, index, words);
      // A content without a cue is an attribution by itself.
      const key = to < 0 ? -1 - index : to;
      const group = groups.get(key) ?? { cue: to, contents: [], likelihood: 1 };
      group.contents.push(index);
      group.likelihood = Math.min(group.likelihood, likelihood);
      groups.set(key, group);
    }
    return [...groups.values()].map(({ cue, contents, likelihood }) => {
      const [kind, from] = cue < 0 ? [LINKS.SOURCE_OF_CONTENT, contents[0] ?? 0] : [LINKS.SOURCE_OF_CUE, cue];
      const source = this.#choose(kind, spans, from, words);
      return { cue, source: source.to, contents, likelihood: Math.min(likelihood, source.likelihood) };
    });
  }

  /** The cues and sources that no attribution would hold; numbers of spans. */
  alone(spans: readonly FoundSpan[], words: ArticleWords): number[] {
    const used = new Set(this.link(spans, words).flatMap(({ cue, source, contents }) => [cue, source, ...contents]));
    return spans.flatMap((_, index) => (used.has(index) ? [] : [index]));
  }

  #choose(
    kind: LinkKind,
    spans: readonly FoundSpan[],
    from: number,
    words: ArticleWords,
  ): { to: number; likelihood: number } {
    const options = [-1, ...linkOptions(spans, from, LINKED_ROLE[kind], words)];
    const scores = options.map((to) => {
      this.#list.clear();
      addLinkFeatures(this.#list, kind, spans, from, to, words);
      let sum = 0;
      for (let at = 0; at < this.#list.length; at++) sum += this.#weights[this.#list.values[at] ?? 0] ?? 0;
      return sum;
    });
    const greatest = Math.max(...scores);
    const total = scores.reduce((sum, score) => sum + Math.exp(score - greatest), 0);
    return { to: options[scores.indexOf(greatest)] ?? -1, likelihood: 1 / total };
  }
}
