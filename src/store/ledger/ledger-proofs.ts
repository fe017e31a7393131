import { groupBy } from '../../domain/group-by.ts';
import {
  consistencyRanges,
  fullTrees,
  inclusionRanges,
  leafHash,
  MerkleTree,
  rangeHash,
  type Range,
} from '../../ledger/merkle-tree.ts';
import type { LedgerProof, ProvenEntry, ProvenRecord } from '../../ledger/verify-proof.ts';
import { corpusRevision, type Owned } from '../read/details.ts';
import { prepared, type SqlClient } from '../sql.ts';
import { keptEntriesOf } from './kept-entries.ts';
import type { LedgerEntry } from './ledger-entries.ts';
import { latestRecords, type LedgerRecord } from './ledger-records.ts';

/** A proof that nobody has signed for yet. */
export interface UnsignedProof extends Omit<LedgerProof, 'checkpoint'> {
  /** Of the log that it belongs to: the newest revision. */
  readonly size: number;
  /** Of that log, in hexadecimal digits. */
  readonly rootHash: string;
}

/** The head of the log at a size, in hexadecimal digits. */
export async function ledgerHead(sql: SqlClient, size: number): Promise<string> {
  if (size === 0) return new MerkleTree([]).head.toString('hex');
  const [head = ''] = await headsOf(sql, [{ start: 0, end: size }]);
  return head;
}

/** What proves that the log at a size goes on where it ended at a smaller one, in hexadecimal digits. */
export function consistencyPath(sql: SqlClient, from: number, size: number): Promise<string[]> {
  return headsOf(sql, from === 0 ? [] : consistencyRanges(from, size));
}

/** A row that belongs to what is to be proven. */
interface Part {
  readonly owner: string;
  readonly table: string;
  readonly id: string;
}

const PARTS_OF_STATEMENT = `
  WITH asked AS (SELECT id, article_id FROM statement WHERE id = ANY ($1::uuid[])),
  hop AS (SELECT h.* FROM attribution_hop h JOIN asked ON asked.id = h.statement_id),
  words AS (
    SELECT c.statement_id AS owner, c.quote_id AS id FROM statement_content c JOIN asked ON asked.id = c.statement_id
    UNION SELECT statement_id, cue_id FROM hop WHERE cue_id IS NOT NULL
    UNION SELECT statement_id, source_id FROM hop WHERE source_id IS NOT NULL
  )
  SELECT id AS owner, 'statement' AS table, id FROM asked
  UNION ALL SELECT id, 'article', article_id FROM asked
  UNION ALL SELECT owner, 'quote', id FROM words
  UNION ALL SELECT DISTINCT w.owner, 'article_version', q.version_id FROM words w JOIN quote q ON q.id = w.id
  UNION ALL SELECT DISTINCT statement_id, 'actor', actor_id FROM hop`;
const PARTS_OF_QUOTE = `
  WITH asked AS (SELECT id, version_id, article_id FROM quote WHERE id = ANY ($1::uuid[]))
  SELECT id AS owner, 'quote' AS table, id FROM asked
  UNION ALL SELECT id, 'article_version', version_id FROM asked
  UNION ALL SELECT id, 'article', article_id FROM asked`;
const PARTS_OF_VERSION = `
  WITH asked AS (SELECT id, article_id FROM article_version WHERE id = ANY ($1::uuid[]))
  SELECT id AS owner, 'article_version' AS table, id FROM asked
  UNION ALL SELECT id, 'article', article_id FROM asked`;

/** Proofs of statements, each with its words, their texts, its article and who is in its chain. */
export const proofsOfStatements = proofs(PARTS_OF_STATEMENT);
/** Proofs of quotes, each with its text and its article. None for a quote that nobody has recorded. */
export const proofsOfQuotes = proofs(PARTS_OF_QUOTE);
/** Proofs of versions, each with its article. */
export const proofsOfVersions = proofs(PARTS_OF_VERSION);

/** Proofs of rows as they are now, or were then: each part in the revision that recorded or changed it last. */
function proofs(text: string): (sql: SqlClient, ids: readonly string[]) => Promise<Owned<UnsignedProof>[]> {
  const statement = prepared(text);
  return async (sql, ids) => {
    const size = await corpusRevision(sql);
    const parts = await sql.query<Part>(statement, [ids]);
    const records = new Map(
      (await recordsOf(sql, parts, size)).map((record) => [`${record.table} ${record.key}`, record]),
    );
    const revisions = [...new Set([...records.values()].map(({ revision }) => revision))];
    const entries = await keptEntriesOf(sql, revisions);
    const { ways, rootHash } = await waysTo(sql, revisions, size);
    return [...groupBy(parts, ({ owner }) => owner)].map(([ownerId, own]) => {
      const ownRecords = own.flatMap(({ table, id }) => records.get(`${table} ${id}`) ?? []);
      const ownRevisions = new Set(ownRecords.map(({ revision }) => revision));
      return {
        ownerId,
        size,
        rootHash,
        records: ownRecords.map((record) => provenRecord(record, entries.get(record.revision) ?? null)),
        entries: [...ownRevisions]
          .sort((left, right) => left - right)
          .map((revision): ProvenEntry => ({
            revision,
            json: entries.get(revision)?.json ?? '',
            path: ways.get(revision) ?? [],
          })),
      };
    });
  };
}

async function recordsOf(sql: SqlClient, parts: readonly Part[], size: number): Promise<LedgerRecord[]> {
  const read = [...groupBy(parts, ({ table }) => table)].map(([table, rows]) =>
    latestRecords(sql, table, [...new Set(rows.map(({ id }) => id))], size),
  );
  return (await Promise.all(read)).flat();
}

function provenRecord({ json, revision, table, key }: LedgerRecord, entry: LedgerEntry | null): ProvenRecord {
  const index = entry ? indexOf(entry.records, leafHash(json)) : -1;
  if (!entry || index === -1)
    throw new Error(`${table} ${key} is not what revision ${String(revision)} was sealed with`);
  return { json, revision, index, path: entry.tree.path(index).map(asHex) };
}

/** Where a hash stands among hashes in order, or -1. */
function indexOf(hashes: readonly Uint8Array[], hash: Uint8Array): number {
  let [low, high] = [0, hashes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Buffer.compare(hashes[middle] ?? hash, hash) < 0) low = middle + 1;
    else high = middle;
  }
  const found = hashes[low];
  return found && Buffer.compare(found, hash) === 0 ? low : -1;
}

/** The ways from revisions to the head of the log, and the head. */
async function waysTo(
  sql: SqlClient,
  revisions: readonly number[],
  size: number,
): Promise<{ readonly ways: ReadonlyMap<number, string[]>; readonly rootHash: string }> {
  const ranges = revisions.map((revision) => inclusionRanges(revision - 1, size));
  const [rootHash = '', ...heads] = await headsOf(sql, [{ start: 0, end: size }, ...ranges.flat()]);
  let at = 0;
  const ways = new Map(
    revisions.map((revision, index) => [revision, heads.slice(at, (at += ranges[index]?.length ?? 0))]),
  );
  return { ways, rootHash };
}

const NODES = prepared(
  `SELECT encode(e.nodes[asked.level], 'hex') AS node
   FROM unnest($1::int[], $2::int[]) WITH ORDINALITY AS asked (revision, level, place) LEFT JOIN ledger_entry e ON e.revision = asked.revision
   ORDER BY asked.place`,
);

/** The heads of ranges of the log, in hexadecimal digits, by one statement: each is made of some full trees, whose heads are kept. */
async function headsOf(sql: SqlClient, ranges: readonly Range[]): Promise<string[]> {
  if (ranges.length === 0) return [];
  const trees = [...new Map(ranges.flatMap(fullTrees).map((tree) => [nameOf(tree), tree])).values()];
  const nodes = await sql.query<{ node: string | null }>(NODES, [
    trees.map(({ end }) => end),
    trees.map(({ start, end }) => Math.log2(end - start) + 1),
  ]);
  const heads = new Map(trees.map((tree, index) => [nameOf(tree), Buffer.from(nodes[index]?.node ?? '', 'hex')]));
  return ranges.map((range) => asHex(rangeHash(range, (tree) => heads.get(nameOf(tree)) ?? Buffer.of())));
}

const nameOf = ({ start, end }: Range): string => `${String(start)}-${String(end)}`;
const asHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
