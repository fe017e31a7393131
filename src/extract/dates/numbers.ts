const WORDS = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen twenty'
).split(' ');
const TENS = ['thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const VALUES = new Map([
  ...WORDS.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, 30 + 10 * index] as const),
  ['a', 1] as const,
  ['an', 1] as const,
]);
const LONG = [...VALUES.keys()].filter((word) => word.length > 2 && word !== 'zero');

/** A number of days, weeks, months or years: in digits up to 999, or in one word. */
export const COUNT = String.raw`(?:[1-9]\d{0,2}|[Aa]n?|${LONG.map(eitherCase).join('|')})`;

function eitherCase(word: string): string {
  return `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`;
}

/** The number that `COUNT` matched. */
export const readCount = (words: string): number => VALUES.get(words.toLowerCase()) ?? Number(words);
