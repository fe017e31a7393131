import type { Span } from '../../text/span.ts';
import { articleWords, type ArticleWords } from './article-words.ts';
import type { Evidence, FoundAttribution, QuotationKind } from './attribution.ts';
import { confidenceFeatures, confidenceOf } from './confidence.ts';
import { SpanFinder } from './find-spans.ts';
import type { FoundSpan } from './found-span.ts';
import { FoundSpans } from './found-spans.ts';
import { Linker } from './link.ts';
import { type LinkedSpans, type Links, NO_SPAN } from './links.ts';
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

  /** All is decided before the first one is given, so that several texts may be gone through at once. */
  find(text: string): Generator<FoundAttribution> {
    const words = articleWords(text);
    const spans = new FoundSpans();
    for (const found of this.#finder.find(words)) for (const span of found) spans.add(span);
    return this.#described(this.#linker.links(spans, words), spans, words);
  }

  *#described(links: Links, all: FoundSpans, words: ArticleWords): Generator<FoundAttribution> {
    for (const attribution of links.inOrder((span) => all.at(span).first)) {
      const { source, cue, contents, likelihood } = links.at(attribution);
      const numbers = [source, cue, ...contents];
      const spans = numbers.map((span) => all.at(span));
      // The same in numbers of its own spans.
      const own: LinkedSpans = {
        source: source === NO_SPAN ? NO_SPAN : 0,
        cue: cue === NO_SPAN ? NO_SPAN : 1,
        contents: contents.map((_, index) => 2 + index),
        likelihood,
      };
      yield this.#describe(own, spans, words);
    }
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
export const findAttributions = (text: string): FoundAttribution[] => [...attributionsIn(text)];

/** What `findAttributions` finds, one after another: those of a very long text together take more memory than the text. */
export function attributionsIn(text: string): Generator<FoundAttribution> {
  finder ??= new AttributionFinder(loadModel());
  return finder.find(text);
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

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
