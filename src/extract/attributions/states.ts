import { ROLE_COUNT } from './role.ts';

/**
 * The states of a word: in no span or in one of a role, and which role the last span before it in the sentence had. So the
 * model knows after "the mayor said" that a content is due, however many words lie between.
 */
const MEMORIES = ROLE_COUNT + 1;
export const STATES = MEMORIES * (ROLE_COUNT + 1);

/** The state outside with nothing before it, where each unit begins. */
export const START = 0;

/** A step from a word's state to the next one's. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  /** Role of the span that ends with the step, or -1. */
  readonly ends: number;
  /** Role of the span that begins with it, or -1. */
  readonly begins: number;
  /** Role of the span that goes on over it, or -1. */
  readonly goesOn: number;
}

const outside = (memory: number): number => memory;
/** The state within a span. */
export const inside = (role: number, memory: number): number => MEMORIES * (role + 1) + memory;
/** Role of the span that a state is in, or -1. */
export const roleOf = (state: number): number => Math.floor(state / MEMORIES) - 1;

const roles = Array.from({ length: ROLE_COUNT }, (_, role) => role);
const memories = Array.from({ length: MEMORIES }, (_, memory) => memory);

function arcs(forgets: boolean): readonly Arc[] {
  const keep = (memory: number) => (forgets ? 0 : memory);
  return memories.flatMap((memory) => [
    { from: outside(memory), to: outside(keep(memory)), ends: -1, begins: -1, goesOn: -1 },
    ...roles.map((next) => ({
      from: outside(memory),
      to: inside(next, keep(memory)),
      ends: -1,
      begins: next,
      goesOn: -1,
    })),
    ...roles.flatMap((role) => [
      { from: inside(role, memory), to: inside(role, memory), ends: -1, begins: -1, goesOn: role },
      { from: inside(role, memory), to: outside(keep(role + 1)), ends: role, begins: -1, goesOn: -1 },
      ...roles.map((next) => ({
        from: inside(role, memory),
        to: inside(next, keep(role + 1)),
        ends: role,
        begins: next,
        goesOn: -1,
      })),
    ]),
  ]);
}

/** The steps within a sentence; those over the end of one are the same in the same order, but forget what was before. */
export const ARCS = arcs(false);
export const FORGETFUL_ARCS = arcs(true);
