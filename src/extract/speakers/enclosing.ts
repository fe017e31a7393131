import { bySpan, type Span } from '../../text/span.ts';
import { leadingCount } from '../../text/leading-count.ts';

/** So many contents that begin before a source are looked at for the one around it. */
const MOST_LOOKED_AT = 64;

interface Content extends Span {
  readonly of: number;
}

/**
 * For each attribution, the number of the one whose words its source stands in; the narrowest where several do, and null
 * where none does.
 */
export function enclosing(
  attributions: readonly { readonly source: readonly Span[]; readonly content: readonly Span[] }[],
): (number | null)[] {
  const contents = attributions
    .flatMap(({ content }, of) => content.map(({ start, end }): Content => ({ start, end, of })))
    .sort(bySpan);
  return attributions.map(({ source: [source] }, index) => (source ? around(source, index, contents) : null));
}

function around({ start, end }: Span, index: number, contents: readonly Content[]): number | null {
  const begun = leadingCount(contents, (content) => content.start <= start);
  let narrowest: Content | null = null;
  for (const content of contents.slice(Math.max(0, begun - MOST_LOOKED_AT), begun)) {
    if (content.of === index || content.end < end) continue;
    if (!narrowest || content.end - content.start <= narrowest.end - narrowest.start) narrowest = content;
  }
  return narrowest?.of ?? null;
}
