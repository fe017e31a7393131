/** A list of words as a set, written as one string with spaces between. */
export const wordList = (...words: readonly string[]): ReadonlySet<string> => new Set(words.join(' ').split(' '));
