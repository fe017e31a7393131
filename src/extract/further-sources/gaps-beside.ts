import { bySpan, type Span } from '../../text/span.ts';
import type { Attribution } from '../uncued/uncued-rule.ts';
import type { Gap } from './further-source-rule.ts';
import { leadingCount } from '../../text/leading-count.ts';

interface Taken extends Span {
  readonly of: number;
}

/** For each attribution what stands beside it in the sentence of its cue, in order. */
export function gapsBeside(sentences: readonly Span[], attributions: readonly Attribution[]): Gap[][] {
  const taken = takenBySentence(sentences, attributions);
  const gaps = attributions.map((): Gap[] => []);
  for (const [number, spans] of taken) {
    const sentence = sentences[number];
    if (!sentence) continue;
    let at = sentence.start;
    let owner = spans[0]?.of ?? 0;
    const leave = (end: number) => {
      if (end <= at) return;
      gaps[owner]?.push({
        start: at,
        end,
        opensSentence: at === sentence.start,
        endsSentence: end === sentence.end,
      });
    };
    for (const { start, end, of } of spans) {
      leave(Math.min(start, sentence.end));
      if (end <= at) continue;
      at = end;
      owner = of;
    }
    leave(sentence.end);
  }
  return gaps;
}

/** The words of attributions by the number of the sentence in which they begin or end, in order. */
function takenBySentence(
  sentences: readonly Span[],
  attributions: readonly Attribution[],
): ReadonlyMap<number, readonly Taken[]> {
  const bySentence = new Map<number, Taken[]>();
  attributions.forEach(({ source, cue, content }, of) => {
    for (const { start, end } of [...source, ...cue, ...content]) {
      for (const number of new Set([sentenceAt(sentences, start), sentenceAt(sentences, end - 1)])) {
        const others = bySentence.get(number);
        if (others) others.push({ start, end, of });
        else bySentence.set(number, [{ start, end, of }]);
      }
    }
  });
  for (const spans of bySentence.values()) spans.sort(bySpan);
  return bySentence;
}

/** Number of the last sentence that begins at a place or before it. */
const sentenceAt = (sentences: readonly Span[], utf16: number): number =>
  Math.max(0, leadingCount(sentences, ({ start }) => start <= utf16) - 1);
