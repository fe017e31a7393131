import { bySpan, type Span } from '../../text/span.ts';
import type { Attribution } from '../uncued/uncued-rule.ts';
import { Clause } from './clause.ts';
import { leadingCount } from '../../text/leading-count.ts';

/** Longer ones are several sentences. */
const LONGEST = 1000;

interface Owned extends Span {
  readonly of: Attribution;
}

/** Gives the clauses that attributions report, each time for one of the same list. */
export function clausesIn(text: string, attributions: readonly Attribution[]): (one: Attribution) => Clause[] {
  const spans = attributions
    .flatMap((of) => [...of.source, ...of.cue, ...of.content].map(({ start, end }): Owned => ({ start, end, of })))
    .sort(bySpan);
  const isAlone = (one: Attribution, { start, end }: Span): boolean => {
    for (let at = firstFrom(spans, start); (spans[at]?.start ?? Infinity) < end; at++) {
      if (spans[at]?.of !== one) return false;
    }
    return true;
  };
  return (one) => {
    const { source, cue, content } = one;
    const [first, last] = [content[0], content.at(-1)];
    if (!first || !last || last.end - first.start > LONGEST) return [];
    const whole = { start: first.start, end: last.end };
    // What stands between the parts of what is said may be how another one says it.
    if (content.length > 1 && !text.slice(whole.start, whole.end).includes('\n') && isAlone(one, whole)) {
      const cuts = [...source, ...cue].filter(({ start, end }) => start < whole.end && end > whole.start).sort(bySpan);
      return [new Clause(text, whole, cuts)];
    }
    return content.map((span) => new Clause(text, span, []));
  };
}

/** Number of the first span that begins at a place or behind it. */
const firstFrom = (spans: readonly Span[], utf16: number): number => leadingCount(spans, ({ start }) => start < utf16);
