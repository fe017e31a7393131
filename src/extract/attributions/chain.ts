import { GAP_CLASSES } from './gap.ts';
import { ROLE_COUNT } from './role.ts';
import { ARCS, FORGETFUL_ARCS, inside, START, STATES } from './states.ts';
import { LONGEST_UNIT } from './units.ts';

/** Each feature has so many weights: for each role, that a word is inside a span, is its first and is its last. */
export const SCORES = 3 * ROLE_COUNT;
const INSIDE = 0;
const FIRST = ROLE_COUNT;
const LAST = 2 * ROLE_COUNT;

/** How many weights the steps between states have: for each class of gap its own. */
export const ARC_WEIGHTS = GAP_CLASSES * ARCS.length;

/** No score counts more than this, so that no product leaves the range of numbers. */
const GREATEST_SCORE = 30;

const ARC_COUNT = ARCS.length;
const from = Uint8Array.from(ARCS, (arc) => arc.from);
const to = Uint8Array.from(ARCS, (arc) => arc.to);
const forgetfulTo = Uint8Array.from(FORGETFUL_ARCS, (arc) => arc.to);
/** Where the factors of a step stand among those of the word it leaves and of the word it comes to; the last one is 1. */
const leaving = Uint8Array.from(ARCS, ({ ends }) => (ends < 0 ? ROLE_COUNT : ends));
const coming = Uint8Array.from(ARCS, ({ begins, goesOn }) =>
  begins >= 0 ? begins : goesOn >= 0 ? ROLE_COUNT + goesOn : 2 * ROLE_COUNT,
);
const LEAVING = ROLE_COUNT + 1;
const COMING = 2 * ROLE_COUNT + 1;
const MEMORIES = STATES / (ROLE_COUNT + 1);

/** What the chain needs to know of a unit besides the scores of its words. */
export interface ChainInput {
  readonly length: number;
  /** SCORES numbers for each word. */
  readonly scores: Float32Array;
  /** Class of the gap before each word. */
  readonly gapClass: Int32Array;
  /** Whether a sentence begins with a word. */
  readonly beginsSentence: Uint8Array;
}

/**
 * A conditional random field over the words of a unit (Lafferty, McCallum and Pereira, 2001), whose edges of spans have
 * scores of their own. `infer` sums over all ways to lay spans; afterwards the posteriors can be read.
 */
export class Chain {
  /** Posteriors of a word's being inside, first and last, as SCORES numbers a word. */
  readonly posteriors = new Float64Array(LONGEST_UNIT * SCORES);
  /** The logarithm of the sum over all ways. */
  logSum = 0;
  #input: ChainInput = {
    length: 0,
    scores: new Float32Array(),
    gapClass: new Int32Array(),
    beginsSentence: new Uint8Array(),
  };
  readonly #arcFactors: Float64Array;
  readonly #alpha = new Float64Array((LONGEST_UNIT + 1) * STATES);
  readonly #beta = new Float64Array((LONGEST_UNIT + 1) * STATES);
  readonly #leaving = new Float64Array((LONGEST_UNIT + 1) * LEAVING);
  readonly #coming = new Float64Array(LONGEST_UNIT * COMING);
  readonly #scale = new Float64Array(LONGEST_UNIT);
  /** ARC_COUNT numbers for each word. */
  readonly #factors = new Float64Array(LONGEST_UNIT * ARC_COUNT);

  /** @param arcFactors the exponentials of the ARC_WEIGHTS */
  constructor(arcFactors: Float64Array) {
    this.#arcFactors = arcFactors;
  }

  /** Sums over all ways to lay spans over a unit. */
  infer(input: ChainInput): void {
    this.#input = input;
    this.#weigh();
    this.#forward();
    this.#backward();
  }

  #weigh(): void {
    const { length, scores } = this.#input;
    this.#leaving[ROLE_COUNT] = 1;
    for (let at = 0; at < length; at++) {
      for (let role = 0; role < ROLE_COUNT; role++) {
        const within = bounded(scores[at * SCORES + INSIDE + role]);
        const goesOn = Math.exp(within);
        this.#coming[at * COMING + role] = Math.exp(bounded(scores[at * SCORES + FIRST + role])) * goesOn;
        this.#coming[at * COMING + ROLE_COUNT + role] = goesOn;
        this.#leaving[(at + 1) * LEAVING + role] = Math.exp(bounded(scores[at * SCORES + LAST + role]));
      }
      this.#coming[at * COMING + 2 * ROLE_COUNT] = 1;
      this.#leaving[(at + 1) * LEAVING + ROLE_COUNT] = 1;
    }
  }

  /** The factors of all steps to a word, without what was before and after. */
  #weighSteps(at: number): void {
    const [arcFactors, ofLeaving, ofComing, factors] = [this.#arcFactors, this.#leaving, this.#coming, this.#factors];
    const own = (this.#input.gapClass[at] ?? 0) * ARC_COUNT;
    const [left, come, into] = [at * LEAVING, at * COMING, at * ARC_COUNT];
    for (let arc = 0; arc < ARC_COUNT; arc++) {
      factors[into + arc] =
        (arcFactors[own + arc] ?? 0) *
        (ofLeaving[left + (leaving[arc] ?? 0)] ?? 0) *
        (ofComing[come + (coming[arc] ?? 0)] ?? 0);
    }
  }

  /** Alpha of a word stands one row further down; the first row is the start. */
  #forward(): void {
    const [alpha, factors] = [this.#alpha, this.#factors];
    const { length, beginsSentence } = this.#input;
    alpha.fill(0, 0, (length + 1) * STATES);
    alpha[START] = 1;
    let logSum = 0;
    for (let at = 0; at < length; at++) {
      const target = beginsSentence[at] ? forgetfulTo : to;
      const [before, here] = [at * STATES, (at + 1) * STATES];
      this.#weighSteps(at);
      let sum = 0;
      for (let arc = 0; arc < ARC_COUNT; arc++) {
        const mass = alpha[before + (from[arc] ?? 0)] ?? 0;
        if (mass === 0) continue;
        const added = mass * (factors[at * ARC_COUNT + arc] ?? 0);
        sum += added;
        alpha[here + (target[arc] ?? 0)] = (alpha[here + (target[arc] ?? 0)] ?? 0) + added;
      }
      this.#scale[at] = sum;
      logSum += Math.log(sum);
      for (let state = 0; state < STATES; state++) alpha[here + state] = (alpha[here + state] ?? 0) / sum;
    }
    let end = 0;
    for (let state = 0; state < STATES; state++) end += (alpha[length * STATES + state] ?? 0) * this.#ending(state);
    this.logSum = logSum + Math.log(end);
    for (let state = 0; state < STATES; state++) this.#beta[length * STATES + state] = this.#ending(state) / end;
  }

  /** What ends with the unit's last word ends with its score for being last. */
  #ending(state: number): number {
    const role = Math.floor(state / MEMORIES) - 1;
    return this.#leaving[this.#input.length * LEAVING + (role < 0 ? ROLE_COUNT : role)] ?? 0;
  }

  #backward(): void {
    const { length, beginsSentence } = this.#input;
    const [alpha, beta, factors, posteriors] = [this.#alpha, this.#beta, this.#factors, this.posteriors];
    beta.fill(0, 0, length * STATES);
    posteriors.fill(0, 0, length * SCORES);
    for (let role = 0; role < ROLE_COUNT && length > 0; role++) {
      for (let memory = 0; memory < MEMORIES; memory++) {
        const state = length * STATES + inside(role, memory);
        addTo(posteriors, (length - 1) * SCORES + LAST + role, (alpha[state] ?? 0) * (beta[state] ?? 0));
      }
    }
    for (let at = length - 1; at >= 0; at--) {
      const target = beginsSentence[at] ? forgetfulTo : to;
      const scale = this.#scale[at] ?? 1;
      const [before, here] = [at * STATES, (at + 1) * STATES];
      for (let arc = 0; arc < ARC_COUNT; arc++) {
        const behind = beta[here + (target[arc] ?? 0)] ?? 0;
        if (behind === 0) continue;
        const source = before + (from[arc] ?? 0);
        const added = (behind * (factors[at * ARC_COUNT + arc] ?? 0)) / scale;
        beta[source] = (beta[source] ?? 0) + added;
        const posterior = (alpha[source] ?? 0) * added;
        const [left, come] = [leaving[arc] ?? ROLE_COUNT, coming[arc] ?? 0];
        if (left < ROLE_COUNT && at > 0) addTo(posteriors, (at - 1) * SCORES + LAST + left, posterior);
        if (come < ROLE_COUNT) addTo(posteriors, at * SCORES + FIRST + come, posterior);
        if (come < 2 * ROLE_COUNT) {
          addTo(posteriors, at * SCORES + INSIDE + (come < ROLE_COUNT ? come : come - ROLE_COUNT), posterior);
        }
      }
    }
  }

  /** Adds the posterior of each step to a word, times a factor, to a list of ARC_WEIGHTS. */
  addArcPosteriors(into: Float64Array, factor: number): void {
    const { length, beginsSentence, gapClass } = this.#input;
    for (let at = 0; at < length; at++) {
      const target = beginsSentence[at] ? forgetfulTo : to;
      const scale = this.#scale[at] ?? 1;
      for (let arc = 0; arc < ARC_COUNT; arc++) {
        const mass =
          (this.#alpha[at * STATES + (from[arc] ?? 0)] ?? 0) *
          (this.#beta[(at + 1) * STATES + (target[arc] ?? 0)] ?? 0);
        if (mass === 0) continue;
        const weight = (gapClass[at] ?? 0) * ARC_COUNT + arc;
        into[weight] = (into[weight] ?? 0) + (factor * mass * (this.#factors[at * ARC_COUNT + arc] ?? 0)) / scale;
      }
    }
  }

  /**
   * Goes through the spans of a role that begin with a word, shortest first, with their posteriors.
   * It stops where all longer ones together are less likely than `least`.
   */
  spansFrom(first: number, role: number, least: number, found: (last: number, posterior: number) => void): void {
    const { length } = this.#input;
    const mass = this.#entering(first, role);
    for (let at = first; at < length; at++) {
      let [ending, staying] = [0, 0];
      for (let memory = 0; memory < MEMORIES; memory++) {
        const here = mass[memory] ?? 0;
        if (here === 0) continue;
        const all = here * (this.#beta[(at + 1) * STATES + inside(role, memory)] ?? 0);
        const next = at + 1 < length ? this.#goingOn(role, memory, at + 1) : 0;
        mass[memory] = here * next;
        const on = at + 1 < length ? here * next * (this.#beta[(at + 2) * STATES + inside(role, memory)] ?? 0) : 0;
        staying += on;
        ending += Math.max(0, all - on);
      }
      found(at, ending);
      if (staying < least) return;
    }
  }

  #entering(first: number, role: number): Float64Array {
    const mass = new Float64Array(MEMORIES);
    const target = this.#input.beginsSentence[first] ? forgetfulTo : to;
    for (let arc = 0; arc < ARC_COUNT; arc++) {
      if (coming[arc] !== role) continue;
      const memory = (target[arc] ?? 0) % MEMORIES;
      const added =
        (this.#alpha[first * STATES + (from[arc] ?? 0)] ?? 0) * (this.#factors[first * ARC_COUNT + arc] ?? 0);
      mass[memory] = (mass[memory] ?? 0) + added / (this.#scale[first] ?? 1);
    }
    return mass;
  }

  #goingOn(role: number, memory: number, at: number): number {
    const arc = goingOnArc[role * MEMORIES + memory] ?? 0;
    return (this.#factors[at * ARC_COUNT + arc] ?? 0) / (this.#scale[at] ?? 1);
  }
}

const goingOnArc = Array.from({ length: ROLE_COUNT * MEMORIES }, (_, index) =>
  ARCS.findIndex(
    (arc) =>
      arc.goesOn === Math.floor(index / MEMORIES) &&
      arc.from === inside(Math.floor(index / MEMORIES), index % MEMORIES),
  ),
);

function addTo(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value;
}

const bounded = (score: number | undefined): number => Math.max(-GREATEST_SCORE, Math.min(GREATEST_SCORE, score ?? 0));
