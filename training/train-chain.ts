import { ARC_WEIGHTS, Chain, SCORES } from '../src/extract/attributions/chain.ts';
import { ROLE_COUNT } from '../src/extract/attributions/role.ts';
import { ARCS, FORGETFUL_ARCS, roleOf, START } from '../src/extract/attributions/states.ts';
import { LONGEST_UNIT } from '../src/extract/attributions/units.ts';
import { WORD_FEATURES } from '../src/extract/attributions/word-features.ts';
import type { UnitData } from './dataset.ts';
import { random, shuffled } from './random.ts';

export interface ChainOptions {
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  /** How much AdaGrad is held back from great steps where a feature is rare. */
  readonly damping: number;
  readonly l2: number;
  /** Share of features that are left out at random, so that no single word is relied on. */
  readonly dropout: number;
  readonly seed: number;
}

export interface ChainWeights {
  readonly words: Float32Array;
  readonly arcs: Float32Array;
}

/** Steps between states are few and frequent; they learn at a rate of their own. */
const ARC_RATE = 0.02;
/** Smaller gradients change nothing worth their time. */
const LEAST_GRADIENT = 2e-3;

/** Learns the chain's weights from units by stochastic gradients scaled by AdaGrad (Duchi et al., 2011), and averages the later rounds'. */
export function trainChain(
  units: readonly UnitData[],
  features: Int32Array,
  options: ChainOptions,
  say: (line: string) => void,
): ChainWeights {
  const { bits, epochs, rate, damping, l2, dropout, seed } = options;
  const size = 2 ** bits * SCORES;
  const weights = new Float32Array(size);
  const squares = new Float32Array(size).fill(damping);
  const sum = new Float32Array(size);
  const arcs = new Float64Array(ARC_WEIGHTS);
  const arcSquares = new Float64Array(ARC_WEIGHTS).fill(1e-1);
  const arcSum = new Float64Array(ARC_WEIGHTS);
  const arcFactors = new Float64Array(ARC_WEIGHTS).fill(1);
  const arcGradient = new Float64Array(ARC_WEIGHTS);
  const chain = new Chain(arcFactors);
  const scores = new Float32Array(LONGEST_UNIT * SCORES);
  const target = new Float64Array(LONGEST_UNIT * SCORES);
  const kept = new Int32Array(LONGEST_UNIT * WORD_FEATURES);
  const next = random(seed);
  let averaged = 0;
  let noise = seed * 2 + 1;
  const dropped = Math.floor(dropout * 2 ** 32);
  for (let epoch = 0; epoch < epochs; epoch++) {
    let loss = 0;
    const epochRate = rate * (epoch < epochs / 2 ? 1 : 1 - (0.7 * (epoch - epochs / 2)) / (epochs / 2));
    for (const index of shuffled(units.length, next)) {
      const unit = units[index];
      if (!unit) continue;
      const { length, at, gapClass, beginsSentence } = unit;
      // Scores of the features that are kept.
      const scale = 1 / (1 - dropout);
      for (let word = 0; word < length; word++) {
        const row = word * SCORES;
        let [a, b, c, d, e, f, g, h, i] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
        for (let feature = 0; feature < WORD_FEATURES; feature++) {
          noise ^= noise << 13;
          noise ^= noise >>> 17;
          noise ^= noise << 5;
          const slot = word * WORD_FEATURES + feature;
          if (noise >>> 0 < dropped) {
            kept[slot] = -1;
            continue;
          }
          const base = (features[at + slot] ?? 0) * SCORES;
          kept[slot] = base;
          a += weights[base] ?? 0;
          b += weights[base + 1] ?? 0;
          c += weights[base + 2] ?? 0;
          d += weights[base + 3] ?? 0;
          e += weights[base + 4] ?? 0;
          f += weights[base + 5] ?? 0;
          g += weights[base + 6] ?? 0;
          h += weights[base + 7] ?? 0;
          i += weights[base + 8] ?? 0;
        }
        scores[row] = a * scale;
        scores[row + 1] = b * scale;
        scores[row + 2] = c * scale;
        scores[row + 3] = d * scale;
        scores[row + 4] = e * scale;
        scores[row + 5] = f * scale;
        scores[row + 6] = g * scale;
        scores[row + 7] = h * scale;
        scores[row + 8] = i * scale;
      }
      chain.infer({ length, scores, gapClass, beginsSentence });
      loss += chain.logSum - goldTarget(unit, scores, arcs, arcGradient, target);
      chain.addArcPosteriors(arcGradient, -1);
      for (let word = 0; word < length; word++) {
        for (let score = 0; score < SCORES; score++) {
          const gradient = (target[word * SCORES + score] ?? 0) - (chain.posteriors[word * SCORES + score] ?? 0);
          if (Math.abs(gradient) < LEAST_GRADIENT) continue;
          const squared = gradient * gradient;
          for (let feature = 0; feature < WORD_FEATURES; feature++) {
            const base = kept[word * WORD_FEATURES + feature] ?? -1;
            if (base < 0) continue;
            const slot = base + score;
            const square = (squares[slot] ?? 0) + squared;
            squares[slot] = square;
            const weight = weights[slot] ?? 0;
            weights[slot] = weight + (epochRate * (gradient - l2 * weight)) / Math.sqrt(square);
          }
        }
      }
      for (const gap of new Set(gapClass)) {
        for (let arc = gap * ARCS.length; arc < (gap + 1) * ARCS.length; arc++) {
          const gradient = (arcGradient[arc] ?? 0) - l2 * (arcs[arc] ?? 0);
          arcGradient[arc] = 0;
          const square = (arcSquares[arc] ?? 0) + gradient * gradient;
          arcSquares[arc] = square;
          arcs[arc] = (arcs[arc] ?? 0) + (ARC_RATE * gradient) / Math.sqrt(square);
          arcFactors[arc] = Math.exp(arcs[arc] ?? 0);
        }
      }
    }
    if (epoch >= epochs / 2) {
      averaged++;
      for (let slot = 0; slot < size; slot++) sum[slot] = (sum[slot] ?? 0) + (weights[slot] ?? 0);
      for (let arc = 0; arc < ARC_WEIGHTS; arc++) arcSum[arc] = (arcSum[arc] ?? 0) + (arcs[arc] ?? 0);
    }
    say(`chain, round ${String(epoch + 1)}: loss ${(loss / units.length).toFixed(3)} a unit`);
  }
  return { words: sum.map((value) => value / averaged), arcs: Float32Array.from(arcSum, (value) => value / averaged) };
}

const [INSIDE, FIRST, LAST] = [0, ROLE_COUNT, 2 * ROLE_COUNT];

/** Counts what the gold spans ask for; returns their own score. */
function goldTarget(
  unit: UnitData,
  scores: Float32Array,
  arcs: Float64Array,
  arcGradient: Float64Array,
  target: Float64Array,
): number {
  const { length, gold, gapClass, beginsSentence } = unit;
  target.fill(0, 0, length * SCORES);
  const roles = new Int8Array(length).fill(-1);
  const begins = new Uint8Array(length + 1);
  for (const { role, first, after } of gold) {
    roles.fill(role, first, after);
    begins[first] = 1;
    for (let word = first; word < after; word++) target[word * SCORES + INSIDE + role] = 1;
    target[first * SCORES + FIRST + role] = 1;
    target[(after - 1) * SCORES + LAST + role] = 1;
  }
  let total = 0;
  for (let slot = 0; slot < length * SCORES; slot++) if (target[slot] === 1) total += scores[slot] ?? 0;
  let state = START;
  for (let word = 0; word < length; word++) {
    const role = roles[word] ?? -1;
    const steps = beginsSentence[word] ? FORGETFUL_ARCS : ARCS;
    const arc = steps.findIndex(
      (step) =>
        step.from === state &&
        roleOf(step.to) === role &&
        (role < 0 || (begins[word] ? step.begins === role : step.goesOn === role)),
    );
    const weight = (gapClass[word] ?? 0) * ARCS.length + arc;
    arcGradient[weight] = (arcGradient[weight] ?? 0) + 1;
    total += arcs[weight] ?? 0;
    state = steps[arc]?.to ?? START;
  }
  return total;
}
