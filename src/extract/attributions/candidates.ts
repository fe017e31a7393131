import { type Chain, SCORES } from './chain.ts';
import { ROLE_COUNT } from './role.ts';

/** A span that may be one. Words count from the unit's first; `after` is the one after the last. */
export interface Candidate {
  readonly role: number;
  readonly first: number;
  readonly after: number;
  /** How likely the chain holds it to be. */
  readonly likelihood: number;
  /** How likely one of the role begins with the first word, and how likely one ends with the last, whatever its length. */
  readonly begins: number;
  readonly ends: number;
  /** How many others that share words with it are likelier. */
  rank: number;
}

/** Bounds set where less lost no annotated span that the lattice would have chosen. */
const LEAST_FIRST = 0.015;
const LEAST_LIKELIHOOD = 0.01;
/** A unit has no more candidates; a paragraph of news has thirty. */
const MOST = 160;

/** The spans that the chain holds possible in the unit it inferred last, by first word and then by length. */
export function candidates(chain: Pick<Chain, 'posteriors' | 'spansFrom'>, length: number): Candidate[] {
  const found: Candidate[] = [];
  for (let first = 0; first < length; first++) {
    for (let role = 0; role < ROLE_COUNT; role++) {
      if ((chain.posteriors[first * SCORES + ROLE_COUNT + role] ?? 0) < LEAST_FIRST) continue;
      chain.spansFrom(first, role, LEAST_LIKELIHOOD, (last, likelihood) => {
        if (likelihood <= LEAST_LIKELIHOOD) return;
        const begins = chain.posteriors[first * SCORES + ROLE_COUNT + role] ?? 0;
        const ends = chain.posteriors[last * SCORES + 2 * ROLE_COUNT + role] ?? 0;
        found.push({ role, first, after: last + 1, likelihood, begins, ends, rank: 0 });
      });
    }
  }
  return ranked((found.length <= MOST ? found : likeliest(found)).sort(byPlace));
}

const likeliest = (all: Candidate[]): Candidate[] =>
  all.sort((a, b) => b.likelihood - a.likelihood || byPlace(a, b)).slice(0, MOST);

function ranked(all: Candidate[]): Candidate[] {
  for (const one of all) {
    for (const other of all) {
      if (other.first >= one.after) break;
      if (one.first < other.after && other.likelihood > one.likelihood) one.rank++;
    }
  }
  return all;
}

const byPlace = (a: Candidate, b: Candidate): number => a.first - b.first || a.after - b.after || a.role - b.role;
