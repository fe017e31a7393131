import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ARC_WEIGHTS, SCORES } from './chain.ts';
import { MEMORY_WEIGHTS } from './lattice.ts';
import { CONFIDENCE_WEIGHTS } from './confidence.ts';
import { GREATEST, PackedWeights, type Weights } from './packed-weights.ts';
import { TAG_BITS } from './tag-rows.ts';
import { TAGS } from './tags.ts';

/** Features of words, of spans and steps, and of links are numbers below 2 to the power of these. */
export const WORD_BITS = 18;
export const LATTICE_BITS = 19;
export const LINK_BITS = 14;

/** What was learnt. */
export interface Model {
  /** For each feature of the tagger a weight for each of TAGS. */
  readonly tags: PackedWeights;
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
  { name: 'tags', count: 2 ** TAG_BITS * TAGS.length, groups: 1 },
  { name: 'words', count: 2 ** WORD_BITS * SCORES, groups: SCORES },
  { name: 'lattice', count: 2 ** LATTICE_BITS, groups: 1 },
  { name: 'links', count: 2 ** LINK_BITS, groups: 1 },
] as const;

/** The first bytes of a model file: its name and the number of its format. */
const HEAD = 'VBATTR02';
const SIZE = PARTS.reduce((sum, { count, groups }) => sum + (groups === 0 ? 4 * count : 4 * groups + count), 0);

/** The model as bytes, the same for the same numbers; see model/README.md. */
export function encodeModel(model: Readonly<Record<keyof Model, Weights>>): Uint8Array {
  const view = new DataView(new ArrayBuffer(SIZE));
  let at = 0;
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
  return Buffer.concat([Buffer.from(HEAD), deflateRawSync(view, { level: 9 })]);
}

/** What a file holds besides its head, or null if that is not of this version or something is missing. */
function unpacked(file: Uint8Array): Buffer | null {
  if (new TextDecoder().decode(file.subarray(0, HEAD.length)) !== HEAD) return null;
  try {
    const bytes = inflateRawSync(file.subarray(HEAD.length), { maxOutputLength: SIZE });
    return bytes.length === SIZE ? bytes : null;
  } catch {
    return null;
  }
}

/** Weights as they are read after they were written, where all share a scale. */
export function packed(values: Float32Array): PackedWeights {
  const greatest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return new PackedWeights(
    Uint8Array.from(values, (value) => rounded(value, greatest)),
    Float64Array.of(greatest),
  );
}

/** A weight as a whole number, by the root of its size: few weights are great, and many small ones have to be told apart. */
const rounded = (value: number, scale: number): number =>
  scale === 0 ? 0 : Math.sign(value) * Math.round(GREATEST * Math.sqrt(Math.abs(value) / scale));

/** Reads what `encodeModel` wrote; null if the bytes are something else. */
export function decodeModel(file: Uint8Array): Model | null {
  const bytes = unpacked(file);
  if (!bytes) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const parts = PARTS.map(({ name, count, groups }) => {
    if (groups === 0) {
      const values = Float32Array.from({ length: count }, (_, index) => view.getFloat32(at + 4 * index, true));
      at += 4 * count;
      return [name, values] as const;
    }
    const greatest = Float64Array.from({ length: groups }, (_, group) => view.getFloat32(at + 4 * group, true));
    at += 4 * groups;
    // A view of the same bytes; whatever they came in, it is a plain array.
    const packed = new PackedWeights(new Uint8Array(bytes.buffer, bytes.byteOffset + at, count), greatest);
    at += count;
    return [name, packed] as const;
  });
  return Object.fromEntries(parts) as Model;
}
