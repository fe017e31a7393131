import { canonicalJson } from '../../ledger/canonical-json.ts';
import { leafHash, MerkleTree } from '../../ledger/merkle-tree.ts';
import { prepared, type SqlClient } from '../sql.ts';

/** What the ledger says of a revision. */
export interface LedgerEntry {
  readonly revision: number;
  /** The hashes of its records as leaves, in order. */
  readonly records: readonly Buffer[];
  /** The tree of its records. */
  readonly tree: MerkleTree;
  /** Canonical JSON (RFC 8785), a leaf of the log. */
  readonly json: string;
  /** Heads of the full trees of 1, 2, 4... leaves that end with this one, as they are kept; the first should be the leaf's hash. */
  readonly nodes: readonly Buffer[];
}

interface EntryRow {
  readonly number: number;
  readonly author: string;
  readonly keyId: string | null;
  readonly recordedAt: number;
  readonly summary: string;
  /** Null for a revision that is not sealed. */
  readonly records: string | null;
  readonly nodes: readonly string[] | null;
}

const HASH = 32;

/** Hashes are read as hexadecimal digits, which both stores give alike. */
const ENTRIES = `SELECT r.number, r.author, r.key_id AS "keyId", (extract(epoch FROM r.recorded_at) * 1000)::float8 AS "recordedAt", r.summary,
    encode(e.records, 'hex') AS records, ARRAY(SELECT encode(n, 'hex') FROM unnest(e.nodes) WITH ORDINALITY AS u (n, level) ORDER BY level) AS nodes
  FROM revision r LEFT JOIN ledger_entry e ON e.revision = r.number`;

const ENTRIES_BETWEEN = prepared(`${ENTRIES} WHERE r.number BETWEEN $1 AND $2 ORDER BY r.number`);
const ENTRIES_OF = prepared(`${ENTRIES} WHERE r.number = ANY ($1::int[]) ORDER BY r.number`);

/** The entries of the revisions between two, both included; null for one that is not sealed. */
export async function entriesBetween(
  sql: SqlClient,
  from: number,
  to: number,
): Promise<Map<number, LedgerEntry | null>> {
  return asEntries(await sql.query<EntryRow>(ENTRIES_BETWEEN, [from, to]));
}

/** The entries of some revisions; null for one that is not sealed. */
export async function entriesOf(
  sql: SqlClient,
  revisions: readonly number[],
): Promise<Map<number, LedgerEntry | null>> {
  return asEntries(await sql.query<EntryRow>(ENTRIES_OF, [revisions]));
}

const asEntries = (rows: readonly EntryRow[]): Map<number, LedgerEntry | null> =>
  new Map(rows.map((row) => [row.number, asEntry(row)]));

function asEntry({ number, author, keyId, recordedAt, summary, records: hex, nodes }: EntryRow): LedgerEntry | null {
  if (hex === null || nodes === null) return null;
  const all = Buffer.from(hex, 'hex');
  const records = Array.from({ length: Math.floor(all.length / HASH) }, (_, at) =>
    all.subarray(at * HASH, (at + 1) * HASH),
  );
  const tree = new MerkleTree(records);
  return {
    revision: number,
    records,
    tree,
    json: canonicalJson({
      author,
      format: 1,
      key_id: keyId,
      number,
      recorded_at: recordedAt,
      records: records.length,
      records_root: tree.head.toString('hex'),
      summary,
    }),
    nodes: nodes.map((node) => Buffer.from(node, 'hex')),
  };
}

/** The hash of an entry as a leaf of the log. */
export const entryHash = ({ json }: LedgerEntry): Buffer => leafHash(json);
