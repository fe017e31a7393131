import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson } from '../../src/ledger/canonical-json.ts';
import { ledgerSigner, newLedgerKey } from '../../src/ledger/ledger-signer.ts';
import { consistencyRanges, inclusionRanges, leafHash, MerkleTree, type Range } from '../../src/ledger/merkle-tree.ts';
import {
  isTextOf,
  verifyCheckpoint,
  verifyConsistency,
  verifyProof,
  type LedgerProof,
} from '../../src/ledger/verify-proof.ts';

const SIGNER = ledgerSigner(newLedgerKey(), 'a key');
const KEY = SIGNER.publicKey;
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** A log of so many revisions, each with some records, and proofs from it. */
function logOf(revisions: number, recordsEach: number) {
  const json = (revision: number, index: number) =>
    canonicalJson({ row: { id: index, text: `words ${String(index)}` }, table: 'statement', revision });
  const trees = Array.from({ length: revisions }, (_, at) => {
    const records = Array.from({ length: recordsEach }, (__, index) => json(at + 1, index)).sort((left, right) =>
      Buffer.compare(leafHash(left), leafHash(right)),
    );
    return { records, tree: new MerkleTree(records.map(leafHash)) };
  });
  const entries = trees.map(({ records, tree }, at) =>
    canonicalJson({
      author: 'Ann',
      format: 1,
      number: at + 1,
      recorded_at: 1_000,
      records: records.length,
      records_root: hex(tree.head),
    }),
  );
  const leaves = entries.map(leafHash);
  const head = ({ start, end }: Range) => hex(new MerkleTree(leaves.slice(start, end)).head);
  return {
    checkpoint: (size: number) => SIGNER.checkpoint(size, head({ start: 0, end: size })),
    consistency: (from: number, size: number) => consistencyRanges(from, size).map(head),
    proof: (revision: number, index: number, size = revisions): LedgerProof => ({
      records: [
        {
          json: trees[revision - 1]?.records[index] ?? '',
          revision,
          index,
          path: trees[revision - 1]?.tree.path(index).map(hex) ?? [],
        },
      ],
      entries: [{ json: entries[revision - 1] ?? '', revision, path: inclusionRanges(revision - 1, size).map(head) }],
      checkpoint: SIGNER.checkpoint(size, head({ start: 0, end: size })),
    }),
  };
}

const sizes = fc.record({ revisions: fc.integer({ min: 1, max: 20 }), records: fc.integer({ min: 1, max: 9 }) });
const place = sizes.chain(({ revisions, records }) =>
  fc.record({
    revisions: fc.constant(revisions),
    records: fc.constant(records),
    revision: fc.integer({ min: 1, max: revisions }),
    index: fc.nat(records - 1),
  }),
);

/** Without a bias towards small numbers: all characters alike. */
const fraction = fc.noBias(fc.nat(2 ** 30 - 1)).map((number) => number / 2 ** 30);

describe('a proof', () => {
  it('holds for every record of every log', async () => {
    await fc.assert(
      fc.asyncProperty(place, async ({ revisions, records, revision, index }) => {
        const rows = await verifyProof(logOf(revisions, records).proof(revision, index), KEY);
        expect(rows).toMatchObject([{ table: 'statement', revision, author: 'Ann', recordedAt: 1_000 }]);
      }),
    );
  });

  it('does not hold once a single character of it is another', async () => {
    await fc.assert(
      fc.asyncProperty(place, fraction, async (at, where) => {
        const written = JSON.stringify(logOf(at.revisions, at.records).proof(at.revision, at.index));
        const position = Math.floor(where * written.length);
        const changed = written.slice(0, position) + other(written.charAt(position)) + written.slice(position + 1);
        const read = readOrNull(changed);
        // What is no longer a proof by its form, or the same one (1 and 1.0), says nothing.
        fc.pre(read !== null && JSON.stringify(read) !== written);
        await expect(verifyProof(read, KEY)).rejects.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  const log = logOf(7, 5);
  const good = log.proof(3, 2);
  const [record] = good.records;
  const [entry] = good.entries;
  if (!record || !entry) throw new Error('no record');
  it.each<[string, LedgerProof, RegExp]>([
    [
      'words that were not recorded',
      { ...good, records: [{ ...record, json: record.json.replace('words', 'lies ') }] },
      /not one of revision 3/,
    ],
    ['a record at another place', { ...good, records: [{ ...record, index: 1 }] }, /not one of revision 3/],
    ['a place outside of the tree', { ...good, records: [{ ...record, index: 5 }] }, /outside of its tree/],
    ['a negative place', { ...good, records: [{ ...record, index: -1 }] }, /outside of its tree/],
    ['a record of another revision', { ...good, records: [{ ...record, revision: 4 }] }, /not what the log says of it/],
    [
      'an entry of another revision',
      { ...good, entries: [{ ...entry, revision: 4 }] },
      /says something else of itself/,
    ],
    [
      'an entry with another author',
      { ...good, entries: [{ ...entry, json: entry.json.replace('Ann', 'Eve') }] },
      /not in the log/,
    ],
    ['an entry that is none', { ...good, entries: [{ ...entry, json: '{}' }] }, /says something else of itself/],
    ...['null', '5', '"words"', '[]', '', '{'].map((json): [string, LedgerProof, RegExp] => [
      `an entry that is ${json}`,
      { ...good, entries: [{ ...entry, json }] },
      /^The proof holds what is no JSON object: /,
    ]),
    ...Object.keys(JSON.parse(entry.json) as object)
      .filter((name) => name !== 'format')
      .map((name): [string, LedgerProof, RegExp] => [
        `an entry whose ${name} is true`,
        {
          ...good,
          entries: [{ ...entry, json: JSON.stringify({ ...(JSON.parse(entry.json) as object), [name]: true }) }],
        },
        /^Entry 3 says something else of itself/,
      ]),
    [
      'a way that is too short',
      { ...good, entries: [{ ...entry, path: entry.path.slice(0, -1) }] },
      /^A way up in the proof is too short/,
    ],
    [
      'a way that is too long',
      { ...good, records: [{ ...record, path: [...record.path, ...record.path] }] },
      /too long/,
    ],
    ...['xyz', 'abcdzz', 'zzabcd', 'abc', '', 'AB', ' ab'].map((digits): [string, LedgerProof, RegExp] => [
      `a way by "${digits}"`,
      { ...good, records: [{ ...record, path: [digits] }] },
      /^Not hexadecimal digits: /,
    ]),
    [
      'an inner hash as a leaf',
      { ...good, records: [{ ...record, json: record.path[0] ?? '', path: record.path.slice(1) }] },
      /not one of|too short/,
    ],
    ['a checkpoint of another size', { ...good, checkpoint: { ...good.checkpoint, size: 8 } }, /signature/],
    ['a checkpoint of another ledger', { ...good, checkpoint: { ...good.checkpoint, origin: 'another' } }, /signature/],
    ['a checkpoint of another time', { ...good, checkpoint: log.checkpoint(5) }, /not in the log|too long/],
    [
      'another signer',
      { ...good, checkpoint: ledgerSigner(newLedgerKey(), 'a key').checkpoint(7, good.checkpoint.rootHash) },
      /another key/,
    ],
  ])('does not hold with %s', async (_, proof, message) => {
    await expect(verifyProof(proof, KEY)).rejects.toThrow(message);
  });

  it.each([
    ['a record', { ...good, records: [{ ...record, json: JSON.stringify({ text: 'x'.repeat(1_000) }) }] }],
    ['an entry', { ...good, entries: [{ ...entry, json: 'x'.repeat(1_000) }] }],
  ])('that does not hold since %s is another says so in few words', async (_, proof) => {
    const error: unknown = await verifyProof(proof, KEY).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ProofError', message: expect.stringContaining('x'.repeat(150)) as string });
    expect((error as Error).message.length).toBeLessThan(300);
  });

  it('holds without a key that is known, by whoever signed it', async () => {
    const signer = ledgerSigner(newLedgerKey(), 'a key');
    const { size, rootHash } = good.checkpoint;
    const proof = { ...good, checkpoint: signer.checkpoint(size, rootHash) };
    await expect(verifyProof(proof)).resolves.toHaveLength(1);
  });
});

describe('a recorded text', () => {
  const version = (record: object, table = 'article_version') => ({
    table,
    record: record as Readonly<Record<string, unknown>>,
    revision: 1,
    author: 'Ann',
    recordedAt: 0,
  });
  const sha256 = createHash('sha256').update('Rain 🕊 fell.').digest('hex');

  it.each([
    ['the text itself', version({ row: { sha256 } }), 'Rain 🕊 fell.', true],
    ['another text', version({ row: { sha256 } }), 'Rain 🕊 fell', false],
    ['a row of another table', version({ row: { sha256 } }, 'quote'), 'Rain 🕊 fell.', false],
    ['a row that tells of no text', version({ row: {} }), 'Rain 🕊 fell.', false],
    ['no row', version({}), 'Rain 🕊 fell.', false],
  ])('is known by its hash: %s', async (_, row, text, isOf) => {
    expect(await isTextOf(row, text)).toBe(isOf);
  });
});

describe('a checkpoint', () => {
  const log = logOf(16, 1);

  it('goes on from every earlier one', async () => {
    for (let size = 1; size <= 16; size++) {
      for (let from = 1; from <= size; from++) {
        await verifyConsistency(log.checkpoint(from), log.checkpoint(size), log.consistency(from, size));
      }
    }
  });

  it.each([
    ['with its first hash less', 5, 11, (path: string[]) => path.slice(1), /too short/],
    ['with its last hash less', 5, 11, (path: string[]) => path.slice(0, -1), /too short/],
    ['with its last hash less, from a full tree', 8, 11, (path: string[]) => path.slice(0, -1), /too short/],
    ['with a hash more', 5, 11, (path: string[]) => [...path, ...path], /too long/],
    ['without any', 5, 11, () => [], /too short/],
    ['from a larger one', 12, 11, (path: string[]) => path, /^The ledger is shorter than it was/],
    ['of the same size with a hash', 11, 11, () => [log.checkpoint(1).rootHash], /too long/],
    ['with a way that is none', 5, 11, () => ['xyz'], /Not hexadecimal/],
    [
      'from one that held something else',
      5,
      11,
      (path: string[]) => path,
      /What the ledger held at size 5/,
      logOf(16, 2),
    ],
    ['of the same size as one that held something else', 11, 11, () => [], /at size 11 is not/, logOf(16, 2)],
    [
      'with a last hash that is another, so that only what it holds now differs',
      5,
      11,
      (path: string[]) => [...path.slice(0, -1), log.checkpoint(1).rootHash],
      /What the ledger held at size 5/,
    ],
  ])('does not go on %s', async (_, from, size, changed, message, other = log) => {
    const path = changed(from <= size ? log.consistency(from, size) : []);
    await expect(verifyConsistency(other.checkpoint(from), log.checkpoint(size), path)).rejects.toThrow(message);
  });

  it('goes on from nothing, and not from what says to be nothing and is not', async () => {
    await verifyConsistency(log.checkpoint(0), log.checkpoint(7), []);
    const other = SIGNER.checkpoint(0, log.checkpoint(1).rootHash);
    await expect(verifyConsistency(other, log.checkpoint(7), [])).rejects.toThrow('What the ledger held at size 0');
  });

  it('is signed by its key alone', async () => {
    await verifyCheckpoint(log.checkpoint(3), KEY);
    await expect(verifyCheckpoint({ ...log.checkpoint(3), size: 4 })).rejects.toThrow('signature');
  });
});

/** A character that differs by a bit from another one. */
const other = (character: string): string => String.fromCharCode(character.charCodeAt(0) ^ 1);

function readOrNull(json: string): LedgerProof | null {
  try {
    const proof = JSON.parse(json) as Partial<LedgerProof>;
    const isProof =
      Array.isArray(proof.records) && Array.isArray(proof.entries) && typeof proof.checkpoint === 'object';
    return isProof ? (proof as LedgerProof) : null;
  } catch {
    return null;
  }
}
