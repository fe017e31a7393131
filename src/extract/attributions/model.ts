import { ARC_WEIGHTS, SCORES } from './chain.ts';
import { MEMORY_WEIGHTS } from './lattice.ts';
import { CONFIDENCE_WEIGHTS } from './confidence.ts';
import { BYTE_VALUES, PackedWeights, type Weights } from './packed-weights.ts';

/** Features of words, of spans and steps, and of links are numbers below 2 to the power of these. */
export const WORD_BITS = 18;
export const LATTICE_BITS = 19;
export const LINK_BITS = 14;

/** What was learnt. */
export interface Model {
  /** SCORES weights for each feature of words. */
  readonly words: PackedWeights;
  /** Exponents of the steps between states. */
  readonly arcs: Float32Array;
  /** Weights of the features of spans and of steps between them. */
  readonly lattice: PackedWeights;
  /** Exponents of the lattice's steps by what it remembers. */
  readonly memory: Float32Array;
  readonly links: PackedWeights;
  readonly confidence: Float32Array;
}

/**
 * The model's parts in the order of its file, and how many numbers each has. Those that are rounded take a byte each, in
 * groups: every n-th number shares its scale.
 */
const PARTS = [
  { name: 'arcs', count: ARC_WEIGHTS, groups: 0 },
  { name: 'memory', count: MEMORY_WEIGHTS, groups: 0 },
  { name: 'confidence', count: CONFIDENCE_WEIGHTS, groups: 0 },
  { name: 'words', count: 2 ** WORD_BITS * SCORES, groups: SCORES },
  { name: 'lattice', count: 2 ** LATTICE_BITS, groups: 1 },
  { name: 'links', count: 2 ** LINK_BITS, groups: 1 },
] as const;

/** The first bytes of a model file: its name and the number of its format. */
const HEAD = 'VBATTR01';
const FILE_SIZE = PARTS.reduce(
  (sum, { count, groups }) => sum + (groups === 0 ? 4 * count : 4 * groups + count),
  HEAD.length,
);
const GREATEST = 127;

/** The model as bytes, the same for the same numbers; see model/README.md. */
export function encodeModel(model: Readonly<Record<keyof Model, Weights>>): Uint8Array {
  const bytes = new Uint8Array(FILE_SIZE);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(HEAD));
  let at = HEAD.length;
  for (const { name, count, groups } of PARTS) {
    const values = model[name];
    const scales = new Float32Array(groups);
    for (let index = 0; groups > 0 && index < count; index++) {
      scales[index % groups] = Math.max(scales[index % groups] ?? 0, Math.abs(values.at(index) ?? 0));
    }
    for (const scale of scales) {
      view.setFloat32(at, scale, true);
      at += 4;
    }
    for (let index = 0; index < count; index++) {
      const value = values.at(index) ?? 0;
      if (groups === 0) view.setFloat32(at, value, true);
      else view.setInt8(at, rounded(value, scales[index % groups] ?? 0));
      at += groups === 0 ? 4 : 1;
    }
  }
  return bytes;
}

/** A weight as a whole number, by the root of its size: few weights are great, and many small ones have to be told apart. */
const rounded = (value: number, scale: number): number =>
  scale === 0 ? 0 : Math.sign(value) * Math.round(GREATEST * Math.sqrt(Math.abs(value) / scale));

/** Reads what `encodeModel` wrote; null if the bytes are something else. */
export function decodeModel(bytes: Uint8Array): Model | null {
  if (bytes.length !== FILE_SIZE || new TextDecoder().decode(bytes.subarray(0, HEAD.length)) !== HEAD) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = HEAD.length;
  const parts = PARTS.map(({ name, count, groups }) => {
    if (groups === 0) {
      const values = Float32Array.from({ length: count }, (_, index) => view.getFloat32(at + 4 * index, true));
      at += 4 * count;
      return [name, values] as const;
    }
    const tables = new Float64Array(groups * BYTE_VALUES);
    for (let group = 0; group < groups; group++, at += 4) {
      tables.set(weightsOfBytes(view.getFloat32(at, true)), group * BYTE_VALUES);
    }
    // A view of the same bytes; whatever they came in, it is a plain array.
    const packed = new PackedWeights(new Uint8Array(bytes.buffer, bytes.byteOffset + at, count), tables);
    at += count;
    return [name, packed] as const;
  });
  return Object.fromEntries(parts) as Model;
}

/** What each byte stands for, by its unsigned value. */
const weightsOfBytes = (scale: number): Float32Array =>
  Float32Array.from({ length: BYTE_VALUES }, (_, byte) => {
    const value = byte < 128 ? byte : byte - 256;
    return Math.sign(value) * scale * (value / GREATEST) ** 2;
  });
