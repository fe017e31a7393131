/** Where words stand that are no part of longer ones, from some place on; -1 where they do not. UTF-16 units. */
export function indexOfWhole(text: string, words: string, from = 0): number {
  for (let at = text.indexOf(words, from); at !== -1; at = text.indexOf(words, at + 1)) {
    if (!isJoined(text, at) && !isJoined(text, at + words.length)) return at;
  }
  return -1;
}

/** Whether a place is within a word or a number. */
const isJoined = (text: string, at: number): boolean =>
  /[\p{L}\p{M}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) && /^[\p{L}\p{M}\p{N}]/u.test(text.slice(at, at + 2));
