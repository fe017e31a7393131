import { organizationName, speakerOf, type Speaker } from './actors.ts';
import { Random } from './random.ts';
import { invent, ORGANIZATIONS, PLACES } from './vocabulary/names.ts';
import type { Topic } from './vocabulary/topic.ts';
import { TOPICS } from './vocabulary/topics.ts';

/** What is in the news for a while: one topic, at one place, with its own people, names and favourite words. */
export interface Matter {
  readonly number: number;
  readonly topic: Topic;
  readonly place: string;
  /** Names of schemes, acts and buildings that nobody else talks about. */
  readonly projects: readonly string[];
  readonly organizations: readonly string[];
  /** Those who speak about it, who speaks most first. */
  readonly cast: readonly Speaker[];
  /** Which words of the topic come most often here: for each rank the index of a word. */
  readonly order: Readonly<Record<'people' | 'thing' | 'stuff' | 'verb' | 'adjective', readonly number[]>>;
}

/** Matters that are never over, with many more speakers; the first ones. */
export const PERENNIAL_MATTERS = 40;

/** The matter of a number, worked out from it and the seed alone. The later it comes up, the more speakers there are to choose from. */
export function matterOf(seed: number, number: number): Matter {
  const random = new Random(seed, number, 2);
  const topicNumber = random.chance(0.4) ? random.zipf(TOPICS.length) : random.integer(0, TOPICS.length - 1);
  const topic = TOPICS[topicNumber];
  if (!topic) throw new Error(`There is no topic ${String(topicNumber)}.`);
  const place = random.pick(PLACES);
  const isPerennial = number < PERENNIAL_MATTERS;
  const speakersOfTopic = isPerennial ? 60 : 6 + Math.floor(number ** 0.75);
  const ranks = new Set(
    Array.from({ length: isPerennial ? 30 : random.integer(4, 9) }, () => random.zipf(speakersOfTopic)),
  );
  return {
    number,
    topic,
    place,
    projects: Array.from(
      { length: 3 },
      () => `${invent(random)} ${random.pick(topic.things.filter((thing) => !thing.includes(' ')))}`,
    ),
    organizations: Array.from({ length: 4 }, () =>
      organizationName(random.pick(ORGANIZATIONS), topic.name, random.chance(0.5) ? place : random.pick(PLACES)),
    ),
    cast: random.shuffle([...ranks]).map((rank) => speakerOf(seed, topicNumber + TOPICS.length * rank)),
    order: {
      people: random.shuffle([...topic.people.keys()]),
      thing: random.shuffle([...topic.things.keys()]),
      stuff: random.shuffle([...topic.stuff.keys()]),
      verb: random.shuffle([...topic.verbs.keys()]),
      adjective: random.shuffle([...topic.adjectives.keys()]),
    },
  };
}
