/** Longer words are given by their beginning and end, as the specification recommends, in UTF-16 code units. */
const LONGEST_WHOLE = 300;
/** How many words of the beginning and of the end tell such a passage. */
const EDGE_WORDS = 6;

/**
 * A URL that makes a browser scroll to a quote and highlight it.
 *
 * Source: WICG, URL Fragment Text Directives, section 3.3. Context is given as far as it stands in the quote's own
 * paragraph; a part that would begin or end inside a word is left out, since browsers match whole words.
 */
export function textFragmentUrl(
  url: string,
  quote: { readonly exact: string; readonly prefix: string; readonly suffix: string },
): string {
  const before = wholeWordsAtEnd(quote.prefix);
  const after = wholeWordsAtStart(quote.suffix);
  const parts = [
    ...(before ? [`${encode(before)}-`] : []),
    ...textOf(quote.exact).map(encode),
    ...(after ? [`-${encode(after)}`] : []),
  ];
  const base = new URL(url);
  const fragment = base.hash.replace(/^#/, '').split(':~:')[0] ?? '';
  base.hash = '';
  return `${base.href.replace(/#$/, '')}#${fragment}:~:text=${parts.join(',')}`;
}

function textOf(exact: string): [string] | [string, string] {
  if (exact.length <= LONGEST_WHOLE && !exact.includes('\n')) return [exact];
  const words = exact.split(/\s+/).filter(Boolean);
  return [words.slice(0, EDGE_WORDS).join(' '), words.slice(-EDGE_WORDS).join(' ')];
}

/** The last words of a prefix in its last line; the first of them may be cut, and is dropped. */
function wholeWordsAtEnd(prefix: string): string {
  const line = prefix.slice(prefix.lastIndexOf('\n') + 1);
  const words = line.length < prefix.length ? line : line.replace(/^\S*/, '');
  return words.trim();
}

/** The first words of a suffix in its first line; the last of them may be cut, and is dropped. */
function wholeWordsAtStart(suffix: string): string {
  const line = suffix.split('\n')[0] ?? '';
  const lastSpace = line.search(/\s(?=\S*$)/);
  const words = line.length < suffix.length ? line : line.slice(0, Math.max(0, lastSpace));
  return words.trim();
}

/** Percent-encoding in which hyphens and commas, which separate the parts, are encoded too. */
const encode = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D');
