import { createHash } from 'node:crypto';

/** Leaves or hashes from one place in a tree to another, exclusive; places count from 0. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The hash of a leaf (RFC 6962, section 2.1): a leaf can never be taken for two hashes. */
export const leafHash = (leaf: string | Uint8Array): Buffer => createHash('sha256').update(LEAF).update(leaf).digest();

/** The hash of two subtrees side by side (RFC 6962, section 2.1). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer =>
  createHash('sha256').update(NODE).update(left).update(right).digest();

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** A tree of hashed leaves (RFC 6962, section 2.1), in memory. Pairing neighbours level by level gives the tree of that definition. */
export class MerkleTree {
  /** The leaves, and what they were paired to, up to the head. */
  private readonly levels: (readonly Uint8Array[])[];

  constructor(leaves: readonly Uint8Array[]) {
    this.levels = [leaves];
    for (let level = leaves; level.length > 1;) {
      level = paired(level);
      this.levels.push(level);
    }
  }

  /** MTH of the leaves. */
  get head(): Buffer {
    const head = this.levels.at(-1)?.[0];
    return head ? Buffer.from(head) : createHash('sha256').digest();
  }

  /**
   * The heads that prove that a leaf is in the tree, from the leaf upwards (RFC 6962, section 2.1.1: PATH).
   *
   * @param index of the leaf, from 0
   */
  path(index: number): Uint8Array[] {
    return this.levels.flatMap((level, height) => {
      // A last one without a neighbour went up as it was.
      const beside = level[(index >> height) ^ 1];
      return beside ? [beside] : [];
    });
  }
}

function paired(level: readonly Uint8Array[]): Uint8Array[] {
  const above: Uint8Array[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const [left, right] = [level[at], level[at + 1]];
    if (left) above.push(right ? nodeHash(left, right) : left);
  }
  return above;
}

/**
 * The subtrees whose heads prove that a leaf is in a tree that is not in memory, from the leaf upwards.
 *
 * @param index of the leaf, from 0
 * @param size of the tree, greater than the index
 */
export function inclusionRanges(index: number, size: number): Range[] {
  const ranges: Range[] = [];
  for (let tree: Range = { start: 0, end: size }; tree.end - tree.start > 1;) {
    const [left, right] = halves(tree);
    const isLeft = index < left.end;
    ranges.unshift(isLeft ? right : left);
    tree = isLeft ? left : right;
  }
  return ranges;
}

/**
 * The subtrees whose heads prove that a tree goes on where a smaller one ended (RFC 6962, section 2.1.2: PROOF).
 *
 * @param from the size of the smaller one, from 1
 * @param size of the larger one
 */
export function consistencyRanges(from: number, size: number): Range[] {
  const ranges: Range[] = [];
  let isWhole = true;
  let tree: Range = { start: 0, end: size };
  while (from !== tree.end) {
    const [left, right] = halves(tree);
    if (from <= left.end) {
      ranges.unshift(right);
      tree = left;
    } else {
      ranges.unshift(left);
      tree = right;
      isWhole = false;
    }
  }
  return isWhole ? ranges : [tree, ...ranges];
}

/** The two subtrees of a tree: the left one has the largest power of two of leaves that leaves something to the right one. */
function halves({ start, end }: Range): [Range, Range] {
  const middle = start + 2 ** (31 - Math.clz32(end - start - 1));
  return [
    { start, end: middle },
    { start: middle, end },
  ];
}

/** The full trees, of a power of two of leaves each, that a range of a tree is made of, from left to right. */
export function fullTrees(range: Range): Range[] {
  const { start, end } = range;
  const count = end - start;
  if (Number.isInteger(Math.log2(count)) && start % count === 0) return [range];
  return halves(range).flatMap(fullTrees);
}

/**
 * The head of a range of a tree, from the heads of the full trees that it is made of.
 *
 * @param headOf gives the head of a full tree
 */
export function rangeHash(range: Range, headOf: (tree: Range) => Uint8Array): Uint8Array {
  const heads = fullTrees(range).map(headOf);
  return heads.reduceRight((right, left) => nodeHash(left, right));
}
