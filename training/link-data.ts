import type { ArticleWords } from '../src/extract/attributions/article-words.ts';
import { FeatureList } from '../src/extract/attributions/feature-list.ts';
import type { FoundSpan } from '../src/extract/attributions/found-span.ts';
import { addLinkFeatures, LINKED_ROLE, type LinkKind, LINKS } from '../src/extract/attributions/link-features.ts';
import { linkOptions } from '../src/extract/attributions/link-options.ts';
import { CONTENT, CUE, SOURCE } from '../src/extract/attributions/role.ts';
import type { Span } from '../src/text/span.ts';
import type { Article } from './articles.ts';
import { wordsOf } from './gold.ts';

/** A choice that the linker has to make: the features of each option, and which are right. */
export interface LinkChoice {
  readonly at: Int32Array;
  readonly features: Int32Array;
  readonly isRight: Uint8Array;
}

type Range = readonly [first: number, after: number];

/** An annotated attribution in words. */
interface GoldLinks {
  readonly cue: Range | null;
  readonly sources: readonly Range[];
  readonly contents: readonly Range[];
}

/** The choices that an article's spans ask for, as far as the annotation says what is right. */
export function linkChoices(
  article: Article,
  words: ArticleWords,
  spans: readonly FoundSpan[],
  bits: number,
): LinkChoice[] {
  const ranges = (list: readonly Span[]) =>
    list.flatMap((span) => [wordsOf(span, words)]).filter((range) => range !== null);
  const gold = article.attributions.map(({ cue, source, content }): GoldLinks => ({
    cue: ranges(cue)[0] ?? null,
    sources: ranges(source),
    contents: ranges(content),
  }));
  const list = new FeatureList(bits);
  const choices: LinkChoice[] = [];
  const ask = (kind: LinkKind, from: number, right: (span: FoundSpan) => boolean): void => {
    const options = [-1, ...linkOptions(spans, from, LINKED_ROLE[kind], words)];
    const isRight = Uint8Array.from(options, (to) => (to >= 0 && right(spans[to] ?? NOWHERE) ? 1 : 0));
    if (!isRight.includes(1)) isRight[0] = 1;
    list.clear();
    const at = new Int32Array(options.length + 1);
    for (const [option, to] of options.entries()) {
      addLinkFeatures(list, kind, spans, from, to, words);
      at[option + 1] = list.length;
    }
    choices.push({ at, features: list.values.slice(0, list.length), isRight });
  };
  for (const [index, span] of spans.entries()) {
    if (span.role === CONTENT) {
      const own = gold.filter(({ contents }) => contents.some((range) => shares(range, span)));
      if (own.length === 0) continue;
      ask(LINKS.CUE_OF_CONTENT, index, (cue) => own.some((one) => one.cue !== null && shares(one.cue, cue)));
      if (own.every(({ cue }) => cue === null)) {
        ask(LINKS.SOURCE_OF_CONTENT, index, (source) =>
          own.some(({ sources }) => sources.some((range) => shares(range, source))),
        );
      }
    } else if (span.role === CUE) {
      const own = gold.filter(({ cue }) => cue !== null && shares(cue, span));
      if (own.length === 0) continue;
      ask(LINKS.SOURCE_OF_CUE, index, (source) =>
        own.some(({ sources }) => sources.some((range) => shares(range, source))),
      );
    }
  }
  return choices;
}

const NOWHERE: FoundSpan = { role: SOURCE, first: -1, after: -1, likelihood: 0 };

const shares = ([first, after]: Range, span: FoundSpan): boolean => first < span.after && span.first < after;
