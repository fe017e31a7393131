import { OF_TEXT } from '../../store/read/search.ts';

/**
 * What stands for each character or pair of them; the ampersand comes first, since the others bring ampersands, and what a text has of
 * the marks themselves last, since it must not be taken for them.
 */
export const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\uE000': '<mark>',
  '\uE001': '</mark>',
  [OF_TEXT['\uE000']]: '\uE000',
  [OF_TEXT['\uE001']]: '\uE001',
  [OF_TEXT['\uE002']]: '\uE002',
};

/** Text as `SearchHit.snippet` has it, as HTML: everything escaped, the hits in `<mark>`. */
export function markedHtml(text: string): string {
  return text.replace(/\uE002[\uE003-\uE005]|[&<>"'\uE000\uE001]/g, (character) => MARKS[character] ?? character);
}
