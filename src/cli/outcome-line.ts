import type { IngestedArticle } from '../ingest/ingest-articles.ts';
import { visible } from './visible.ts';

const WORDS: Readonly<Record<IngestedArticle['outcome'], string>> = {
  NEW: 'new',
  NEW_VERSION: 'new version',
  UNCHANGED: 'unchanged',
};

/** What became of an article, as a line for people. */
export function outcomeLine({ place, outcome, slug, version, proposed, orphaned }: IngestedArticle): string {
  const what = outcome === 'NEW_VERSION' ? `version ${String(version)}` : WORDS[outcome];
  const found = outcome === 'UNCHANGED' ? '' : `, ${String(proposed)} statements proposed`;
  const gone = orphaned > 0 ? `, ${String(orphaned)} quotes orphaned` : '';
  return `${visible(place)}: ${slug}, ${what}${found}${gone}\n`;
}
