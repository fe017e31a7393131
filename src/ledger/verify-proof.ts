/**
 * Checks what Verbatim's ledger proves, anywhere: in a browser, in Node, without a network and without trust in the server that
 * gave the proof. It stands by itself and imports nothing. Needed is Web Cryptography with Ed25519 (Node 20, and browsers since
 * 2025 on pages from https: or the own machine).
 *
 * @packageDocumentation
 */

/** What a ledger was at a size, signed. */
export interface Checkpoint {
  /** The ledger's name. */
  readonly origin: string;
  /** How many revisions it held. */
  readonly size: number;
  /** The head of its Merkle tree (RFC 6962, section 2.1), in hexadecimal digits. */
  readonly rootHash: string;
  /** Ed25519 (RFC 8032), in hexadecimal digits. */
  readonly publicKey: string;
  /** Of `checkpointText`, in hexadecimal digits. */
  readonly signature: string;
}

/** A record with the way from it to the head of its revision's tree. */
export interface ProvenRecord {
  /** What was recorded, as canonical JSON (RFC 8785). */
  readonly json: string;
  /** The revision that recorded it. */
  readonly revision: number;
  /** Its place among the records of the revision, from 0. */
  readonly index: number;
  /** The heads beside the way up, in hexadecimal digits. */
  readonly path: readonly string[];
}

/** What the ledger says of a revision, with the way from there to the head of the log. */
export interface ProvenEntry {
  /** As canonical JSON (RFC 8785). */
  readonly json: string;
  readonly revision: number;
  readonly path: readonly string[];
}

/** That records were accepted: each is in the tree of its revision, each revision is in the log, and somebody signed for the log. */
export interface LedgerProof {
  readonly records: readonly ProvenRecord[];
  readonly entries: readonly ProvenEntry[];
  readonly checkpoint: Checkpoint;
}

/** A row that was recorded. */
export interface RecordedRow {
  /** "statement", "quote", "article_version"... */
  readonly table: string;
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly recordedAt: number;
  /** Who wrote it. */
  readonly author: string;
  /** All that was recorded: `row` by columns, and what belongs to it. */
  readonly record: Readonly<Record<string, unknown>>;
}

/** A proof that proves nothing. The message says what is wrong. */
export class ProofError extends Error {
  override readonly name = 'ProofError';
}

/**
 * Checks a proof, and gives what it proves.
 *
 * @param publicKey the key that the ledger's checkpoints are signed with, as it was known before, in hexadecimal digits; without it
 *   the proof's own key is taken, so that anybody may have made it
 * @throws ProofError
 */
export async function verifyProof(proof: LedgerProof, publicKey?: string): Promise<RecordedRow[]> {
  const { checkpoint } = proof;
  await verifyCheckpoint(checkpoint, publicKey);
  const entries = new Map<number, EntryContent>();
  for (const { json, revision, path } of proof.entries) {
    const content = parsed(json);
    if (!isEntry(content) || content.number !== revision)
      throw new ProofError(`Entry ${String(revision)} says something else of itself.`);
    const head = await headOf(await leafHash(json), revision - 1, checkpoint.size, path);
    if (head !== checkpoint.rootHash)
      throw new ProofError(`Revision ${String(revision)} is not in the log that was signed.`);
    entries.set(revision, content);
  }
  const rows: RecordedRow[] = [];
  for (const { json, revision, index, path } of proof.records) {
    const entry = entries.get(revision);
    if (!entry)
      throw new ProofError(`The proof has a record of revision ${String(revision)}, and not what the log says of it.`);
    const head = await headOf(await leafHash(json), index, entry.records, path);
    if (head !== entry.records_root)
      throw new ProofError(`A record is not one of revision ${String(revision)}: ${json.slice(0, 200)}`);
    const record = parsed(json);
    rows.push({
      table: String(record['table']),
      revision,
      recordedAt: entry.recorded_at,
      author: entry.author,
      record,
    });
  }
  return rows;
}

/**
 * Checks that a ledger only went on since a checkpoint: what it held then, it holds in the same places.
 *
 * @param path what `Ledger.consistency` gives for the size of the earlier one
 * @throws ProofError
 */
export async function verifyConsistency(
  earlier: Checkpoint,
  later: Checkpoint,
  path: readonly string[],
): Promise<void> {
  if (earlier.size > later.size) throw new ProofError('The ledger is shorter than it was.');
  const [before, now] =
    earlier.size === 0
      ? [hex(await sha256(new Uint8Array())), later.rootHash]
      : await headsOf(earlier, later.size, path);
  if (before !== earlier.rootHash || now !== later.rootHash) {
    throw new ProofError(`What the ledger held at size ${String(earlier.size)} is not what it holds now.`);
  }
}

/**
 * Checks who signed a checkpoint.
 *
 * @param publicKey as for `verifyProof`
 * @throws ProofError
 */
export async function verifyCheckpoint(checkpoint: Checkpoint, publicKey = checkpoint.publicKey): Promise<void> {
  if (publicKey !== checkpoint.publicKey) throw new ProofError('The checkpoint is signed with another key.');
  const key = await crypto.subtle.importKey('raw', bytesOf(publicKey), 'Ed25519', false, ['verify']);
  const text = new TextEncoder().encode(checkpointText(checkpoint));
  if (!(await crypto.subtle.verify('Ed25519', key, bytesOf(checkpoint.signature), text))) {
    throw new ProofError('The signature of the checkpoint is wrong.');
  }
}

/** What is signed: a checkpoint's text as C2SP's tlog-checkpoint has it, three lines. */
export const checkpointText = ({ origin, size, rootHash }: Pick<Checkpoint, 'origin' | 'size' | 'rootHash'>): string =>
  `${origin}\n${String(size)}\n${btoa(String.fromCharCode(...bytesOf(rootHash)))}\n`;

/** Whether a text is the one that a proven record of an article version tells of. Its bytes count, in UTF-8. */
export async function isTextOf(version: RecordedRow, text: string): Promise<boolean> {
  const row = version.record['row'] as { readonly sha256?: unknown } | undefined;
  return version.table === 'article_version' && row?.sha256 === hex(await sha256(new TextEncoder().encode(text)));
}

interface EntryContent {
  readonly author: string;
  readonly number: number;
  readonly recorded_at: number;
  readonly records: number;
  readonly records_root: string;
}

const TYPES_OF_ENTRY: Readonly<Record<keyof EntryContent, string>> = {
  author: 'string',
  number: 'number',
  recorded_at: 'number',
  records: 'number',
  records_root: 'string',
};

const isEntry = (
  content: Readonly<Record<string, unknown>>,
): content is Readonly<Record<string, unknown>> & EntryContent =>
  Object.entries(TYPES_OF_ENTRY).every(([name, type]) => typeof content[name] === type);

function parsed(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Said below.
  }
  throw new ProofError(`The proof holds what is no JSON object: ${json.slice(0, 200)}`);
}

/** The head that a leaf's way up leads to (RFC 9162, section 2.1.3.2). */
async function headOf(leaf: Bytes, index: number, size: number, path: readonly string[]): Promise<string> {
  if (!Number.isInteger(index) || index < 0 || index >= size)
    throw new ProofError('A place in the proof is outside of its tree.');
  let [place, last, head] = [index, size - 1, leaf];
  for (const beside of path.map(bytesOf)) {
    if (last === 0) throw tooLong();
    if (place % 2 === 1 || place === last) {
      head = await nodeHash(beside, head);
      [place, last] = untilOdd(place, last);
    } else head = await nodeHash(head, beside);
    [place, last] = [half(place), half(last)];
  }
  if (last !== 0) throw tooShort();
  return hex(head);
}

/** The heads of an earlier and a later tree that a consistency path leads to (RFC 9162, section 2.1.4.2). */
async function headsOf(earlier: Checkpoint, size: number, path: readonly string[]): Promise<readonly [string, string]> {
  const from = earlier.size;
  const heads = path.map(bytesOf);
  if (Number.isInteger(Math.log2(from)) || from === size) heads.unshift(bytesOf(earlier.rootHash));
  let [place, last] = from === size ? [0, 0] : [from - 1, size - 1];
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  const [first, ...rest] = heads;
  if (!first) throw tooShort();
  let [before, now] = [first, first];
  for (const beside of rest) {
    if (last === 0) throw tooLong();
    if (place % 2 === 1 || place === last) {
      [before, now] = [await nodeHash(beside, before), await nodeHash(beside, now)];
      [place, last] = untilOdd(place, last);
    } else now = await nodeHash(now, beside);
    [place, last] = [half(place), half(last)];
  }
  if (last !== 0) throw tooShort();
  return [hex(before), hex(now)];
}

/** Up to where a tree that ends with its last leaf has a neighbour on the left. */
function untilOdd(place: number, last: number): [number, number] {
  while (place % 2 === 0) [place, last] = [half(place), half(last)];
  return [place, last];
}

const tooLong = (): ProofError => new ProofError('A way up in the proof is too long.');
const tooShort = (): ProofError => new ProofError('A way up in the proof is too short.');

type Bytes = Uint8Array<ArrayBuffer>;

const half = (number: number): number => Math.floor(number / 2);

const leafHash = (json: string): Promise<Bytes> => sha256(joined(Uint8Array.of(0), new TextEncoder().encode(json)));
const nodeHash = (left: Bytes, right: Bytes): Promise<Bytes> => sha256(joined(Uint8Array.of(1), left, right));

async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

function joined(...parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const hex = (bytes: Bytes): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

function bytesOf(digits: string): Bytes {
  if (!/^(?:[\da-f]{2})+$/.test(digits)) throw new ProofError(`Not hexadecimal digits: ${digits.slice(0, 100)}`);
  return Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
    Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16),
  );
}
