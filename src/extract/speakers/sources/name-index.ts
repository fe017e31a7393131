import { contains, type Span } from '../../../text/span.ts';
import type { NameMention } from '../names/name-mention.ts';
import { leadingCount } from '../../../text/leading-count.ts';

/** So many names are read of one phrase. */
const MOST_NAMES = 40;

/** The names of an article by place. */
export class NameIndex {
  /** @param mentions in order of text */
  constructor(readonly mentions: readonly NameMention[]) {}

  /** Names that lie in a span, in order. */
  within(span: Span): NameMention[] {
    const first = this.firstFrom(span.start);
    return this.mentions.slice(first, first + MOST_NAMES).filter((mention) => contains(span, mention));
  }

  /** The last name that ends at a place or before it; null where there is none. */
  endingBefore(utf16: number): NameMention | null {
    for (let at = this.firstFrom(utf16) - 1; at >= 0; at--) {
      const mention = this.mentions[at];
      if (mention && mention.end <= utf16) return mention;
    }
    return null;
  }

  /** Index of the first name that starts at a place or behind it. */
  firstFrom(utf16: number): number {
    return leadingCount(this.mentions, ({ start }) => start < utf16);
  }
}
