import type { ActorKind } from '../../src/domain/vocabulary.ts';
import { Random } from './random.ts';
import { FIRST_NAMES, OFFICES, ORGANIZATIONS, OUTLETS, PLACES, SURNAMES } from './vocabulary/names.ts';
import { TOPICS } from './vocabulary/topics.ts';

export interface SyntheticActor {
  readonly slug: string;
  readonly name: string;
  readonly kind: ActorKind;
}

/** Somebody who says things, mostly about one topic. */
export interface Speaker extends SyntheticActor {
  readonly number: number;
  /** Where the name was given before. */
  readonly shortName: string;
  /** What the speaker is, to be set behind the name at first; null for an organization. */
  readonly office: string | null;
}

export const PUBLISHERS: readonly SyntheticActor[] = OUTLETS.map((name) => actor(name, 'OUTLET'));

/** How many speakers of a hundred are organizations. */
const ORGANIZATIONS_OF_HUNDRED = 8;

/**
 * The speaker of a number, worked out from it and the seed alone, so that no list of speakers has to be kept. Those whose numbers
 * leave the same rest when divided by the number of topics speak about the same topic. No two persons have one name.
 */
export function speakerOf(seed: number, number: number): Speaker {
  const random = new Random(seed, number, 1);
  const topic = TOPICS[number % TOPICS.length]?.name ?? '';
  const place = random.pick(PLACES);
  if (random.integer(1, 100) <= ORGANIZATIONS_OF_HUNDRED) {
    const name = organizationName(random.pick(ORGANIZATIONS), topic, place);
    return { ...actor(name, 'ORGANIZATION'), number, shortName: `the ${name.split(' ').at(-1) ?? ''}`, office: null };
  }
  const round = Math.floor(number / SURNAMES.length);
  const surname = SURNAMES[number % SURNAMES.length] ?? '';
  const first = FIRST_NAMES[((number % SURNAMES.length) * 11 + round) % FIRST_NAMES.length] ?? '';
  // More rounds than first names: the letters of the alphabet tell the namesakes apart.
  const initials = 'ABCDEFGHIJKLMNOPRSTVWZ';
  const initial =
    round < FIRST_NAMES.length ? '' : ` ${initials[Math.floor(round / FIRST_NAMES.length) % initials.length] ?? ''}.`;
  const office = random.pick(OFFICES).replace('$topic', topic).replace('$place', place);
  return { ...actor(`${first}${initial} ${surname}`, 'PERSON'), number, shortName: surname, office };
}

/** The name of a body, from its pattern. */
export const organizationName = (pattern: string, topic: string, place: string): string =>
  pattern
    .replace(
      '$topic',
      topic.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase()),
    )
    .replace('$place', place);

/** The name as it stands in a sentence: "the Federal Energy Agency", but "Tolven Audit Office". */
export const withThe = (name: string): string => (TAKES_ARTICLE.test(name) ? `the ${name}` : name);

const TAKES_ARTICLE =
  /^(?:National|Federal|Institute|Ministry|Association|Supreme|Commission|University|Consumers|Society|Central|Joint|Citizens)/;

function actor(name: string, kind: ActorKind): SyntheticActor {
  const slug = name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[\p{M}’.]/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-');
  return { slug, name, kind };
}
