import type { IngestedArticle } from '../ingest/ingest-articles.ts';
import { numberOf } from './number-of.ts';
import { visible } from './visible.ts';

const WORDS: Readonly<Record<IngestedArticle['outcome'], string>> = {
  NEW: 'new',
  NEW_VERSION: 'new version',
  UNCHANGED: 'unchanged',
};

/** What became of an article, as a line for people. */
export function outcomeLine({ place, outcome, slug, version, proposed, orphaned }: IngestedArticle): string {
  const what = outcome === 'NEW_VERSION' ? `version ${String(version)}` : WORDS[outcome];
  const found = outcome === 'UNCHANGED' ? '' : `, ${numberOf(proposed, 'statement')} proposed`;
  const gone = orphaned > 0 ? `, ${numberOf(orphaned, 'quote')} orphaned` : '';
  return `${visible(place)}: ${slug}, ${what}${found}${gone}\n`;
}
