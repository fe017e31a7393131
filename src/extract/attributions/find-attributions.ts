import type { Span } from '../../text/span.ts';
import { articleWords, type ArticleWords } from './article-words.ts';
import type { Evidence, FoundAttribution, QuotationKind } from './attribution.ts';
import { confidenceFeatures, confidenceOf } from './confidence.ts';
import { SpanFinder } from './find-spans.ts';
import type { FoundSpan } from './found-span.ts';
import { type LinkedSpans, Linker } from './link.ts';
import { loadModel } from './load-model.ts';
import { LINK_BITS, type Model } from './model.ts';
import { ROLES } from './role.ts';
import { textSpan } from './text-span.ts';

/** The steps from a text to its attributions, with the model that they use. */
class AttributionFinder {
  readonly #finder: SpanFinder;
  readonly #linker: Linker;
  readonly #confidence: Float32Array;

  constructor(model: Model) {
    this.#linker = new Linker(model.links.unpacked(), LINK_BITS);
    this.#finder = new SpanFinder(model, this.#linker);
    this.#confidence = model.confidence;
  }

  find(text: string): FoundAttribution[] {
    const words = articleWords(text);
    const spans = this.#finder.find(words);
    return this.#linker
      .link(spans, words)
      .map((linked) => this.#describe(linked, spans, words))
      .sort((a, b) => begin(a) - begin(b));
  }

  #describe(linked: LinkedSpans, spans: readonly FoundSpan[], words: ArticleWords): FoundAttribution {
    const parts = (indexes: readonly number[]) =>
      indexes.flatMap((index): Evidence[] => {
        const span = spans[index];
        if (!span) return [];
        return [{ ...textSpan(span, words), role: ROLES[span.role] ?? 'content', likelihood: span.likelihood }];
      });
    const [source, cue, content] = [parts([linked.source]), parts([linked.cue]), parts(linked.contents)];
    const colon = cue.length > 0 ? [] : colonBefore(words, spans[linked.contents[0] ?? -1]);
    return {
      source: source.map(spanOf),
      cue: [...cue.map(spanOf), ...colon],
      content: content.map(spanOf),
      quotation: quotationKind(
        linked.contents.flatMap((index) => spans[index] ?? []),
        words,
      ),
      confidence: confidenceOf(confidenceFeatures(linked, spans), this.#confidence),
      evidence: { spans: [...source, ...cue, ...content], links: linked.likelihood },
    };
  }
}

let finder: AttributionFinder | undefined;

/**
 * Finds who is said to say or think what in an English news text. The time it takes grows with the text's length.
 *
 * @returns attributions in the order in which they begin in the text; spans are UTF-16 code units
 * @throws VerbatimError UNAVAILABLE if the model cannot be read
 */
export function findAttributions(text: string): FoundAttribution[] {
  finder ??= new AttributionFinder(loadModel());
  return finder.find(text);
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

const begin = ({ source, cue, content }: FoundAttribution): number =>
  [...source, ...cue, ...content].reduce((least, { start }) => Math.min(least, start), Infinity);

/** A colon right before what is said, as in "Mayor: We are ready"; it is all the cue there is. */
function colonBefore({ text, start, end }: ArticleWords, content: FoundSpan | undefined): Span[] {
  if (!content || content.first === 0) return [];
  const gapStart = end[content.first - 1] ?? 0;
  const at = text.slice(gapStart, start[content.first]).indexOf(':');
  return at < 0 ? [] : [{ start: gapStart + at, end: gapStart + at + 1 }];
}

function quotationKind(contents: readonly FoundSpan[], { quotation }: ArticleWords): QuotationKind {
  let [quoted, all] = [0, 0];
  for (const { first, after } of contents) {
    for (let word = first; word < after; word++) if ((quotation[word] ?? -1) >= 0) quoted++;
    all += after - first;
  }
  return quoted === 0 ? 'INDIRECT' : quoted === all ? 'DIRECT' : 'MIXED';
}
