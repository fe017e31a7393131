const ESCAPES: Readonly<Record<string, string>> = {
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
  return text.replace(/[&<>"'\uE000\uE001]/g, (character) => ESCAPES[character] ?? character);
}
