/** What stands for each character; the ampersand comes first, since the others bring ampersands. */
export const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\uE000': '<mark>',
  '\uE001': '</mark>',
};

/** Text with U+E000 and U+E001 around its hits, as HTML: everything else escaped, the hits in `<mark>`. */
export function markedHtml(text: string): string {
  return text.replace(/[&<>"'\uE000\uE001]/g, (character) => MARKS[character] ?? character);
}
