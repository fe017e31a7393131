/** Words of a slug, and its characters: enough to tell articles apart, and few enough to be read. */
const MOST_WORDS = 12;
const LONGEST = 100;

/**
 * Lower-case ASCII words joined by hyphens: "Café’s 2nd day" gives "cafes-2nd-day". Letters lose their accents; what no ASCII
 * letter or digit stands for is left out.
 *
 * @returns "untitled" when nothing is left
 */
export function slugOf(words: string): string {
  const parts =
    words
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[’']|\p{M}/gu, '')
      .match(/[a-z0-9]+/g) ?? [];
  return parts.slice(0, MOST_WORDS).join('-').slice(0, LONGEST).replace(/-$/, '') || 'untitled';
}
