import fc from 'fast-check';
import {
  consistencyRanges,
  fullTrees,
  inclusionRanges,
  leafHash,
  MerkleTree,
  nodeHash,
  rangeHash,
  type Range,
} from '../../src/ledger/merkle-tree.ts';

/** Leaves and heads that implementations of Certificate Transparency (RFC 6962) are checked with. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (hex) => leafHash(Buffer.from(hex, 'hex')),
);
const HEADS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const treeHash = (leaves: readonly Buffer[]) => new MerkleTree(leaves).head;
const written = (ranges: readonly Range[]): string[] =>
  ranges.map(({ start, end }) => `${String(start)}-${String(end)}`);
const manyLeaves = (count: number) => Array.from({ length: count }, (_, index) => leafHash(String(index)));

describe('the head of a tree', () => {
  it.each(HEADS.map((head, size) => [size, head] as const))('of %i known leaves is the known one', (size, head) => {
    expect(treeHash(LEAVES.slice(0, size)).toString('hex')).toBe(head);
  });

  it('is another one for a leaf than for two hashes that look like it', () => {
    const [left, right] = manyLeaves(2) as [Buffer, Buffer];
    expect(leafHash(Buffer.concat([left, right]))).not.toEqual(nodeHash(left, right));
  });

  it('is the one that the definition gives', () => {
    // RFC 6962, section 2.1, word for word.
    const defined = (leaves: readonly Buffer[]): Buffer => {
      const [only] = leaves;
      if (leaves.length === 1 && only) return only;
      let k = 1;
      while (k * 2 < leaves.length) k *= 2;
      return nodeHash(defined(leaves.slice(0, k)), defined(leaves.slice(k)));
    };
    for (let size = 1; size < 70; size++)
      expect([size, treeHash(manyLeaves(size))]).toEqual([size, defined(manyLeaves(size))]);
  });
});

describe('the path of a leaf', () => {
  // RFC 6962, section 2.1.3: the tree of seven leaves, with a = 0-1 ... k = 4-6, l = 4-7.
  it.each([
    [0, ['1-2', '2-4', '4-7']],
    [3, ['2-3', '0-2', '4-7']],
    [4, ['5-6', '6-7', '0-4']],
    [6, ['4-6', '0-4']],
  ])('of leaf %i of seven is that of the RFC', (index, ranges) => {
    expect(written(inclusionRanges(index, 7))).toEqual(ranges);
  });

  it('of the only leaf is empty', () => {
    expect(inclusionRanges(0, 1)).toEqual([]);
    expect(new MerkleTree(manyLeaves(1)).path(0)).toEqual([]);
  });

  it('is the same in memory as out of it', () => {
    for (let size = 1; size < 40; size++) {
      const leaves = manyLeaves(size);
      const tree = new MerkleTree(leaves);
      for (let index = 0; index < size; index++) {
        const heads = inclusionRanges(index, size).map(({ start, end }) => treeHash(leaves.slice(start, end)));
        expect([size, index, tree.path(index)]).toEqual([size, index, heads]);
      }
    }
  });
});

describe('what proves that a tree goes on', () => {
  it.each([
    [3, ['2-3', '3-4', '0-2', '4-7']],
    [4, ['4-7']],
    [6, ['4-6', '6-7', '0-4']],
    [7, []],
  ])('from %i leaves to seven is that of the RFC', (from, ranges) => {
    expect(written(consistencyRanges(from, 7))).toEqual(ranges);
  });
});

describe('full trees', () => {
  it.each([
    [{ start: 0, end: 8 }, ['0-8']],
    [{ start: 4, end: 7 }, ['4-6', '6-7']],
    [{ start: 0, end: 1 }, ['0-1']],
    [{ start: 8, end: 15 }, ['8-12', '12-14', '14-15']],
  ])('make up %j', (range, expected) => {
    expect(written(fullTrees(range))).toEqual(expected);
  });

  it('give the head of every range of every proof', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }).chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1))),
        ([size, index]) => {
          const leaves = manyLeaves(size);
          const headOf = ({ start, end }: Range) => {
            expect(start % (end - start)).toBe(0);
            return treeHash(leaves.slice(start, end));
          };
          for (const range of [...inclusionRanges(index, size), ...consistencyRanges(index + 1, size)]) {
            expect(rangeHash(range, headOf)).toEqual(treeHash(leaves.slice(range.start, range.end)));
          }
        },
      ),
    );
  });
});
