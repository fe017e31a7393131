import { LRUCache } from 'lru-cache';
import { prepared, type SqlClient } from '../sql.ts';
import { entriesOf, entryHash, type LedgerEntry } from './ledger-entries.ts';

/** Bytes of memory that a record takes in an entry: its hash, and its part of the tree above it, each with what the program needs to hold it. */
const BYTES_OF_RECORD = 320;
const BYTES_OF_ENTRY = 2_000;
/** Bytes that are kept, and that are read at once. */
const MOST_KEPT = 64_000_000;
const MOST_AT_ONCE = 32_000_000;

/**
 * Entries by the hashes of their leaves. The tree of a large write takes as long to make as thousands of statements take to read, whoever
 * asks for one proof; and since a hash stands for one entry only, whatever store it is of, none ever has to be thrown away.
 */
const KEPT = new LRUCache<string, LedgerEntry>({ maxSize: MOST_KEPT, sizeCalculation: bytesOf });

interface HeadRow {
  readonly revision: number;
  /** The hash of its leaf, in hexadecimal digits. */
  readonly leaf: string;
  readonly records: number;
}

const HEADS = prepared(`SELECT revision, encode(nodes[1], 'hex') AS leaf, (length(records) / 32)::int AS records
  FROM ledger_entry WHERE revision = ANY ($1::int[]) ORDER BY revision`);

/** The entries of some revisions, read where they are not in memory; none for one that is not sealed. */
export async function keptEntriesOf(sql: SqlClient, revisions: readonly number[]): Promise<Map<number, LedgerEntry>> {
  const heads = await sql.query<HeadRow>(HEADS, [revisions]);
  const found = new Map<number, LedgerEntry>();
  const missing: HeadRow[] = [];
  for (const head of heads) {
    const kept = KEPT.get(head.leaf);
    if (kept) found.set(head.revision, kept);
    else missing.push(head);
  }
  for (const group of inGroups(missing)) {
    const read = await entriesOf(
      sql,
      group.map(({ revision }) => revision),
    );
    for (const { revision, leaf } of group) {
      const entry = read.get(revision);
      if (!entry) continue;
      found.set(revision, entry);
      if (entryHash(entry).toString('hex') === leaf) KEPT.set(leaf, entry);
    }
  }
  return found;
}

/** Together no longer than what is read at once, but for a single one that is longer. */
function inGroups(heads: readonly HeadRow[]): HeadRow[][] {
  const groups: HeadRow[][] = [];
  let bytes = Infinity;
  for (const head of heads) {
    bytes += head.records * BYTES_OF_RECORD;
    if (bytes > MOST_AT_ONCE) {
      groups.push([]);
      bytes = head.records * BYTES_OF_RECORD;
    }
    groups.at(-1)?.push(head);
  }
  return groups;
}

function bytesOf({ records }: LedgerEntry): number {
  return BYTES_OF_ENTRY + records.length * BYTES_OF_RECORD;
}
