import { overlaps } from '../../text/span.ts';
import type { Attribution, ReadArticle } from '../uncued/uncued-rule.ts';
import type { FurtherSource } from './further-source.ts';
import type { Gap } from './further-source-rule.ts';
import { FURTHER_SOURCE_RULES } from './further-source-rules.ts';
import { gapsBeside } from './gaps-beside.ts';
import { toldOutlet } from './told-outlet.ts';

/** For each attribution those who have a part in it besides its source, from the article inwards. */
export function furtherSources(
  { text, sentences }: ReadArticle,
  attributions: readonly Attribution[],
): FurtherSource[][] {
  const gaps = gapsBeside(sentences, attributions);
  return attributions.map((attribution, index) => {
    const found = (gaps[index] ?? []).flatMap((gap) => within(text, gap) ?? []);
    // Whom somebody tells it stands nearest to the words.
    const told = toldOutlet(text, attribution);
    return told && !found.some(({ source }) => overlaps(source, told.source)) ? [...found, told] : found;
  });
}

function within(text: string, gap: Gap): FurtherSource | null {
  for (const { name, part, find } of FURTHER_SOURCE_RULES) {
    const words = find(text, gap);
    if (words) return { ...words, part, step: name };
  }
  return null;
}
