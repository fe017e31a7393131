import type { VariantKind } from '../domain/vocabulary.ts';
import { quotations } from '../text/quotations.ts';
import { sentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { variantKinds } from './variant-kinds.ts';
import { pairPassages, type PassagePair } from './version-diff/pair-passages.ts';
import { diffWords, type Edit } from './word-diff.ts';
import { itemAt } from '../text/item-at.ts';

/** What became of a quotation or a sentence from one version of a text to the next. Spans are UTF-16 code units. */
export type PassageChange =
  | { readonly change: 'ADDED'; readonly before: null; readonly after: Span }
  | { readonly change: 'CUT'; readonly before: Span; readonly after: null }
  /** The very same characters, at another place in the order. */
  | { readonly change: 'MOVED'; readonly before: Span; readonly after: Span }
  | ChangedPassage;

/** Two passages of the same words but for some. */
interface ChangedPassage {
  readonly change: 'CHANGED';
  readonly before: Span;
  readonly after: Span;
  /** From 0 to 1; see `WordDiff`. */
  readonly similarity: number;
  /** A changed number, name or negation is always among them. */
  readonly kinds: readonly VariantKind[];
  /** From the words before, left, to those after, right. */
  readonly edits: readonly Edit[];
}

/** What changed from one version of a text to the next; what was kept is not listed. */
export interface VersionDiff {
  /** Stretches inside quotation marks, without the marks; see `quotations`. */
  readonly quotations: readonly PassageChange[];
  /** Sentences, headings and captions; see `sentences`. */
  readonly sentences: readonly PassageChange[];
}

/**
 * What was added, cut, changed or moved between two versions of one text: in what stands in quotation marks, and sentence by
 * sentence. Both are listed in the order of the newer text, what was cut at the place where it stood.
 *
 * The same words in other quotation marks, or said to be somebody else's, are a quotation that was kept and a sentence that was
 * changed. Words that lost their quotation marks are a quotation that was cut. Each passage of either text is in one change at
 * most; which passages go together is told at `pairPassages`. The other way round, the same passages go together, with ADDED
 * for CUT and the edits exchanged.
 */
export function diffVersions(before: string, after: string): VersionDiff {
  return {
    quotations: diffPassages(passagesOf(before, quotations(before)), passagesOf(after, quotations(after))),
    sentences: diffPassages(passagesOf(before, sentences(before)), passagesOf(after, sentences(after))),
  };
}

interface Passage {
  readonly span: Span;
  readonly words: string;
}

const passagesOf = (text: string, spans: readonly Span[]): Passage[] =>
  spans.map((span) => ({ span, words: text.slice(span.start, span.end) }));

/** A change with its place in the order of the newer text, counted in passages. */
interface PlacedChange {
  readonly place: number;
  readonly change: PassageChange;
}

function diffPassages(befores: readonly Passage[], afters: readonly Passage[]): PassageChange[] {
  const words = (passages: readonly Passage[]) => passages.map((passage) => passage.words);
  const pairs = pairPassages(words(befores), words(afters));
  const cutAt = placesOfCuts(pairs, befores.length);
  const [counterparts, paired] = [
    new Map(pairs.map((pair) => [pair.right, pair])),
    new Set(pairs.map(({ left }) => left)),
  ];
  const cuts = befores.flatMap(({ span }, at): PlacedChange[] =>
    paired.has(at) ? [] : [{ place: itemAt(cutAt, at), change: { change: 'CUT', before: span, after: null } }],
  );
  const others = afters.flatMap((after, place): PlacedChange[] => {
    const pair = counterparts.get(place);
    const before = pair && befores[pair.left];
    if (!before) return [{ place, change: { change: 'ADDED', before: null, after: after.span } }];
    const change = changeOf(before, after, pair.isInOrder);
    return change ? [{ place, change }] : [];
  });
  // The sort is stable: what was cut at one place keeps its order.
  return [...cuts, ...others].sort((a, b) => a.place - b.place).map(({ change }) => change);
}

function changeOf(before: Passage, after: Passage, isInOrder: boolean): PassageChange | null {
  const spans = { before: before.span, after: after.span };
  if (before.words === after.words) return isInOrder ? null : { change: 'MOVED', ...spans };
  const diff = diffWords(before.words, after.words);
  return { change: 'CHANGED', ...spans, similarity: diff.similarity, kinds: variantKinds(diff), edits: diff.edits };
}

/** For each passage of the older text the place right behind the last one before it that stayed in order. */
function placesOfCuts(pairs: readonly PassagePair[], count: number): number[] {
  const stayed = new Map(pairs.filter(({ isInOrder }) => isInOrder).map(({ left, right }) => [left, right]));
  let last = -1;
  return Array.from({ length: count }, (_, at) => {
    last = stayed.get(at) ?? last;
    return last + 0.5;
  });
}
