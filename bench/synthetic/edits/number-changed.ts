import { marked, withCore, wordPlaces, type Edit } from './edit.ts';

const NUMBER_WORDS = 'two three four five six seven eight nine ten twelve'.split(' ');
const DIGITS = /^\d[\d.,]*$/;

/** One number is another one. */
export const numberChanged: Edit<'NUMBER_CHANGED'> = {
  kind: 'NUMBER_CHANGED',
  isHard: false,
  apply: (words, random) => {
    const core = (place: number) => marked(words[place] ?? '').core;
    const places = wordPlaces(words).filter(
      (place) => DIGITS.test(core(place)) || NUMBER_WORDS.includes(core(place).toLowerCase()),
    );
    if (places.length === 0) return null;
    const place = random.pick(places);
    const old = core(place);
    const others = NUMBER_WORDS.filter((word) => word !== old.toLowerCase());
    // Another first digit, so that thousands and points stay where they are.
    const digit = String(((Number(old.charAt(0)) + random.integer(0, 7)) % 9) + 1);
    const other = DIGITS.test(old)
      ? digit === old.charAt(0)
        ? `9${old.slice(1)}0`
        : digit + old.slice(1)
      : random.pick(others);
    return { words: words.with(place, withCore(words[place] ?? '', other)), changed: 1 };
  },
};
