import type { Matter } from './matter.ts';
import type { Speaker } from './actors.ts';
import { asSentence, Prose } from './grammar/prose.ts';
import { FORMULAS, NARRATION, PHRASES, SPEECH } from './grammar/rules.ts';
import { Random } from './random.ts';

/** An act of saying, in the words that were said. */
export interface Saying {
  /** Told apart from all others by this. */
  readonly utterance: string;
  readonly speaker: Speaker;
  /** One sentence or two; without capital and full stop when it is a phrase. */
  readonly words: string;
  readonly form: 'SPEECH' | 'PHRASE' | 'REPORT';
  /** Equal for sayings that one stump speech makes alike, though each was said at another time; else null. */
  readonly formula: string | null;
}

type Words = Pick<Saying, 'words' | 'form' | 'formula'>;

/** How often somebody says what is said every time, in other words. */
const STUMP_RATE = 0.08;
const PHRASE_RATE = 0.18;
const REPORT_RATE = 0.12;

/** What a speaker says about a matter. */
export function say(seed: number, utterance: string, matter: Matter, speaker: Speaker, random: Random): Saying {
  return { utterance, speaker, ...wordsOf(seed, matter, speaker, random) };
}

function wordsOf(seed: number, matter: Matter, speaker: Speaker, random: Random): Words {
  const prose = new Prose(matter, random);
  const kind = random.fraction();
  if (kind < PHRASE_RATE) return { words: prose.phrase(PHRASES), form: 'PHRASE', formula: null };
  // What somebody else words for the speaker: no "we" and no "I".
  if (kind < PHRASE_RATE + REPORT_RATE) return { words: prose.sentence(NARRATION), form: 'REPORT', formula: null };
  if (speaker.kind === 'PERSON' && random.chance(STUMP_RATE)) return stumpSpeech(seed, matter, speaker, random);
  const first = spoken(prose.sentence(SPEECH), random);
  const words = random.chance(0.3) ? `${first} ${spoken(prose.sentence(SPEECH), random)}` : first;
  return { words, form: 'SPEECH', formula: null };
}

/** Shorter sentences have so few words of their own that two variants may come out the same. */
const LEAST_WORDS_OF_STUMP = 15;

/** More would be the same saying to any reader; most of it are the small words of the shape. */
const MOST_IN_COMMON = 0.75;

/** Each speaker has three stump speeches a matter: every time the same opening, or the same shape and about half of the words. */
function stumpSpeech(seed: number, matter: Matter, speaker: Speaker, random: Random): Words {
  const which = random.zipf(3);
  const formula = `stump-${String(matter.number)}-${speaker.slug}-${String(which)}`;
  const always = (part: number) => new Random(seed, matter.number, speaker.number, which, part);
  if (always(0).chance(0.5)) {
    const opening = new Prose(matter, always(1)).phrase(FORMULAS);
    const rest = new Prose(matter, random).phrase(SPEECH);
    return { words: spoken(asSentence(`${opening} ${rest}`), random), form: 'SPEECH', formula };
  }
  // The same shape each time; of the words, those that chance takes over from the first time.
  const first = (part: number) => new Prose(matter, always(part), always(0)).phrase(SPEECH).split(' ');
  let part = 1;
  while (first(part).length < LEAST_WORDS_OF_STUMP) part++;
  const known = new Set(first(part));
  for (let shareOfOld = random.integer(40, 65) / 100; ; shareOfOld *= 0.8) {
    const phrase = new Prose(matter, always(part), new Blend(always(0), random, shareOfOld)).phrase(SPEECH);
    const words = phrase.split(' ');
    if (words.filter((word) => known.has(word)).length > MOST_IN_COMMON * words.length && shareOfOld > 0.05) continue;
    return { words: spoken(asSentence(phrase), random), form: 'SPEECH', formula };
  }
}

/** Draws from two sources and gives what comes of one of them: of the first with some probability, else of the second. */
class Blend {
  constructor(
    private readonly one: Random,
    private readonly other: Random,
    private readonly shareOfOne: number,
  ) {}

  fraction = (): number => this.#either((random) => random.fraction());
  chance = (probability: number): boolean => this.fraction() < probability;
  integer = (least: number, most: number): number => this.#either((random) => random.integer(least, most));
  zipf = (count: number): number => this.#either((random) => random.zipf(count));
  pick = <Item>(items: readonly Item[]): Item => this.#either((random) => random.pick(items));
  pickZipf = <Item>(items: readonly Item[]): Item => this.#either((random) => random.pickZipf(items));

  /** Both are drawn from each time, so that they stay in step. */
  #either<Result>(draw: (random: Random) => Result): Result {
    const results = [draw(this.one), draw(this.other)] as const;
    return this.other.chance(this.shareOfOne) ? results[0] : results[1];
  }
}

const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\b(do|did|is|are|was|has|have|should) not\b/g, '$1n’t'],
  [/\bcannot\b/g, 'can’t'],
  [/\b([Ww]e|[Tt]hey) will\b/g, '$1’ll'],
  [/\b([Ww]e|[Tt]hey) are\b/g, '$1’re'],
  [/\b([Ii]t|[Tt]here|[Tt]hat) is\b/g, '$1’s'],
  [/\b([Ww]e|I) have\b(?! to)/g, '$1’ve'],
  [/\bI am\b/g, 'I’m'],
];

/** As it is heard: some say "we’ll", and some make a pause. */
function spoken(sentence: string, random: Random): string {
  let heard = sentence;
  if (random.chance(0.4)) for (const [long, short] of SHORT_FORMS) heard = heard.replace(long, short);
  return random.chance(0.12) ? heard.replace(/, (and|but|not) /, ' – $1 ') : heard;
}
