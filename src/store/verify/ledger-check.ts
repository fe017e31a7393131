import { leafHash, nodeHash } from '../../ledger/merkle-tree.ts';
import type { Checkpoint } from '../../ledger/verify-proof.ts';
import { entriesBetween, entryHash, type LedgerEntry } from '../ledger/ledger-entries.ts';
import { ledgerHead } from '../ledger/ledger-proofs.ts';
import { ledgerRecords, type LedgerRecord } from '../ledger/ledger-records.ts';
import { LEDGERED_TABLES } from '../ledger/ledgered-tables.ts';
import { prepared, type SqlClient } from '../sql.ts';
import { corpusRevision } from '../read/details.ts';
import { NAMED_EXAMPLES, type Check, type CheckResult } from './check.ts';

/** So many records are in memory at once, give or take a revision. */
const RECORDS_AT_ONCE = 20_000;

/** A part of a store's revisions, with how much is to be read of them. */
interface Part {
  readonly from: number;
  readonly to: number;
}

/** Everything that was recorded is hashed again and compared with what was sealed, revision by revision. */
export const LEDGER_CHECK: Check = {
  name: 'Everything is as it was sealed in the ledger.',
  run: async (sql) => {
    let checked = 0;
    const broken = await strayRows(sql);
    const tree = new GrowingTree();
    for (const { from, to } of await partsOf(sql)) {
      const entries = await entriesBetween(sql, from, to);
      const records = byRevision(await ledgerRecords(sql, from, to));
      for (let revision = from; revision <= to; revision++) {
        const entry = entries.get(revision);
        const found = records.get(revision) ?? [];
        checked += found.length + 1;
        if (!entry) broken.push(`revision ${String(revision)}, which is not sealed`);
        else broken.push(...differences(entry, found), ...wrongNodes(entry, tree.append(entryHash(entry))));
      }
    }
    return { name: LEDGER_CHECK.name, checked, broken: broken.length, examples: broken.slice(0, NAMED_EXAMPLES) };
  },
};

/**
 * Looks whether a ledger goes on where it was at a checkpoint. What the ledger says now is taken as it is kept; that it is kept as
 * everything else gives it is another check.
 */
export async function againstCheckpoint(
  sql: SqlClient,
  { size, rootHash }: Pick<Checkpoint, 'size' | 'rootHash'>,
): Promise<CheckResult> {
  const name = `The ledger is what it was at the checkpoint of ${String(size)} revisions, and went on from there.`;
  const newest = await corpusRevision(sql);
  const broken =
    newest < size
      ? [`it ends with revision ${String(newest)}`]
      : (await ledgerHead(sql, size)) === rootHash
        ? []
        : [`one of the revisions up to ${String(size)}`];
  return { name, checked: size, broken: broken.length, examples: broken };
}

const SIZES = prepared(
  `SELECT r.number, coalesce(octet_length(e.records) / 32, 0) AS records FROM revision r LEFT JOIN ledger_entry e ON e.revision = r.number
   WHERE r.number > $1 ORDER BY r.number LIMIT 10000`,
);

/** Rows that say to belong to a revision that is not there, or to something that is not: no record of the ledger holds them. */
async function strayRows(sql: SqlClient): Promise<string[]> {
  const rows = await sql.query<{ readonly what: string }>(prepared(STRAY_ROWS), [await corpusRevision(sql)]);
  return rows.map(({ what }) => what);
}

const STRAY_ROWS = [
  ...LEDGERED_TABLES.map(
    ({ name, since }) =>
      `SELECT '${name} of revision ' || ${since} AS what FROM ${name} WHERE ${since} < 1 OR ${since} > $1::int`,
  ),
  `SELECT 'row_history of a table without history: ' || table_name FROM row_history
   WHERE table_name NOT IN (${LEDGERED_TABLES.filter(({ changes }) => changes)
     .map(({ name }) => `'${name}'`)
     .join(', ')})`,
  // History that lacks a column would be read as if that had never changed.
  ...LEDGERED_TABLES.filter(({ changes }) => changes).map(
    ({ name, says }) =>
      `SELECT 'row_history of ${name} ' || h.key || ', which is not whole' FROM row_history h WHERE h.table_name = '${name}'
       AND NOT (h.row ?& '{${Object.keys(says).join(',')}}'::text[]
         AND (SELECT count(*) FROM jsonb_object_keys(h.row)) = ${String(Object.keys(says).length)})`,
  ),
  `SELECT 'revision ' || number FROM revision WHERE number < 1`,
  `SELECT 'ledger_entry of revision ' || revision FROM ledger_entry WHERE revision < 1 OR revision > $1::int`,
  `SELECT 'row_history until revision ' || until FROM row_history WHERE until < 1 OR until > $1::int`,
  `SELECT 'content of no statement' FROM statement_content c LEFT JOIN statement s ON s.id = c.statement_id WHERE s.id IS NULL`,
  `SELECT 'a hop of no statement' FROM attribution_hop h LEFT JOIN statement s ON s.id = h.statement_id WHERE s.id IS NULL`,
  `SELECT 'a quote of no date' FROM sourced_date_quote q LEFT JOIN sourced_date d ON d.id = q.date_id WHERE d.id IS NULL`,
].join(' UNION ALL ');

/** All revisions, in parts that are read at once. */
async function partsOf(sql: SqlClient): Promise<Part[]> {
  const parts: Part[] = [];
  let open: (Part & { records: number }) | null = null;
  for (let after = 0; ;) {
    const sizes = await sql.query<{ number: number; records: number }>(SIZES, [after]);
    for (const { number, records } of sizes) {
      if (open && open.records + records <= RECORDS_AT_ONCE)
        open = { from: open.from, to: number, records: open.records + records };
      else {
        if (open) parts.push(open);
        open = { from: number, to: number, records };
      }
    }
    const last = sizes.at(-1);
    if (!last) return open ? [...parts, open] : parts;
    after = last.number;
  }
}

function byRevision(records: readonly LedgerRecord[]): Map<number, LedgerRecord[]> {
  const grouped = new Map<number, LedgerRecord[]>();
  for (const record of records) {
    const group = grouped.get(record.revision);
    if (group) group.push(record);
    else grouped.set(record.revision, [record]);
  }
  return grouped;
}

/** What a revision recorded that is another now, is there and was not sealed, or was sealed and is not there. */
function differences(entry: LedgerEntry, found: readonly LedgerRecord[]): string[] {
  const sealed = new Set(entry.records.map((hash) => hash.toString('hex')));
  const wrong: string[] = [];
  for (const { json, table, key } of found) {
    if (!sealed.delete(leafHash(json).toString('hex'))) wrong.push(`${table} ${key}`);
  }
  const inRevision = ` in revision ${String(entry.revision)}`;
  const missing = sealed.size - wrong.length;
  if (missing > 0) wrong.push(`${String(missing)} ${missing === 1 ? 'record that is' : 'records that are'} missing`);
  const sorted = entry.records.every((hash, at) => at === 0 || Buffer.compare(entry.records[at - 1] ?? hash, hash) < 0);
  if (!sorted) wrong.push('records that are not in order');
  return wrong.map((what) => what + inRevision);
}

/** What is kept of the tree and is not what the leaves give. */
function wrongNodes({ revision, nodes }: LedgerEntry, expected: readonly Buffer[]): string[] {
  const isRight = nodes.length === expected.length && expected.every((node, level) => nodes[level]?.equals(node));
  return isRight ? [] : [`revision ${String(revision)}, whose place in the ledger holds another hash`];
}

/** The tree of the log as it grows leaf by leaf. */
class GrowingTree {
  private readonly peaks: { readonly height: number; readonly head: Buffer }[] = [];

  /** @returns the heads of the full trees of 1, 2, 4... leaves that end with the leaf */
  append(leaf: Buffer): Buffer[] {
    const heads = [leaf];
    let head = leaf;
    let height = 0;
    for (let left = this.peaks.at(-1); left?.height === height; left = this.peaks.at(-1)) {
      this.peaks.pop();
      head = nodeHash(left.head, head);
      height++;
      heads.push(head);
    }
    this.peaks.push({ height, head });
    return heads;
  }
}
