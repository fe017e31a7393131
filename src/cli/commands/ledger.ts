import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import pc from 'picocolors';
import { z } from 'zod';
import { VerbatimError } from '../../domain/errors.ts';
import { readGlobalId } from '../../graphql/relay/global-id.ts';
import { ProofError, verifyProof, type Checkpoint, type LedgerProof } from '../../ledger/verify-proof.ts';
import {
  ledgerHead,
  proofsOfQuotes,
  proofsOfStatements,
  proofsOfVersions,
  type UnsignedProof,
} from '../../store/ledger/ledger-proofs.ts';
import { corpusRevision } from '../../store/read/details.ts';
import type { SqlClient } from '../../store/sql.ts';
import { readEnvironment } from '../environment.ts';
import { signerOf } from '../ledger-key.ts';
import { askServer } from '../server-of-store.ts';
import { numberOf } from '../number-of.ts';
import { visible } from '../visible.ts';
import { withStoreOrServer } from '../with-store.ts';

const CHECKPOINT = '{ origin size rootHash publicKey signature }';
const PROOF = `{ records { json revision index path } entries { json revision path } checkpoint ${CHECKPOINT} }`;

/** `verbatim ledger checkpoint`: what the ledger is now, signed, as JSON to keep. */
export async function checkpointCommand(): Promise<void> {
  const checkpoint = await withStoreOrServer(
    async ({ sql }) => {
      const signer = await signerOf(readEnvironment(process.env));
      const size = await corpusRevision(sql);
      return signer.checkpoint(size, await ledgerHead(sql, size));
    },
    async (server) => {
      const query = `{ ledger { checkpoint ${CHECKPOINT} } }`;
      return (await askServer<{ ledger: { checkpoint: Checkpoint } }>(server, query)).ledger.checkpoint;
    },
  );
  print(checkpoint);
}

/**
 * `verbatim ledger prove`: the proof of a statement, quote or version, as JSON that `ledger check` and the module verify-proof.js
 * check without a store.
 */
export async function proveCommand(id: string): Promise<void> {
  const proof = await withStoreOrServer(
    async ({ sql }) => {
      const signer = await signerOf(readEnvironment(process.env));
      const proven = await proofOf(sql, id);
      if (!proven) throw notProvable(id);
      const { records, entries, size, rootHash } = proven;
      return { records, entries, checkpoint: signer.checkpoint(size, rootHash) };
    },
    async (server) => {
      const kinds = ['Statement', 'Quote', 'ArticleVersion'].map(
        (kind) => `... on ${kind} { ${kind}: proof ${PROOF} }`,
      );
      const query = `query ($id: ID!) { node(id: $id) { ${kinds.join(' ')} } }`;
      const { node } = await askServer<{ node: Record<string, LedgerProof | null> | null }>(server, query, { id });
      const [found] = Object.values(node ?? {});
      if (!found) throw notProvable(id);
      return found;
    },
  );
  print(proof);
}

async function proofOf(sql: SqlClient, id: string): Promise<UnsignedProof | undefined> {
  const reference = readGlobalId(id);
  if (reference?.type === 'Statement') return (await proofsOfStatements(sql, [reference.id]))[0];
  if (reference?.type === 'ArticleVersion') return (await proofsOfVersions(sql, [reference.id]))[0];
  if (reference?.type !== 'Quote') return undefined;
  const { versionId, start, end } = reference;
  const quotes = await sql.query<{ readonly id: string }>(
    { name: '', text: 'SELECT id FROM quote WHERE version_id = $1::uuid AND (start_offset, end_offset) = ($2, $3)' },
    [versionId, start, end],
  );
  return (
    await proofsOfQuotes(
      sql,
      quotes.map((quote) => quote.id),
    )
  )[0];
}

const notProvable = (id: string): VerbatimError =>
  new VerbatimError(
    'NOT_FOUND',
    `${JSON.stringify(id)} is the id of no recorded statement, quote or version. Ask for "id" in a query of them.`,
  );

const hexadecimal = z.string().regex(/^(?:[\da-f]{2})*$/, 'must be hexadecimal digits');
const checkpointFormat = z.object({
  origin: z.string(),
  size: z.int().min(0),
  rootHash: hexadecimal,
  publicKey: hexadecimal,
  signature: hexadecimal,
});
const proofFormat = z.object({
  records: z.array(
    z.object({ json: z.string(), revision: z.int(), index: z.int().min(0), path: z.array(hexadecimal) }),
  ),
  entries: z.array(z.object({ json: z.string(), revision: z.int(), path: z.array(hexadecimal) })),
  checkpoint: checkpointFormat,
});

/**
 * `verbatim ledger check`: whether a file proves what it says, without a store. Ends with 1 where it does not.
 *
 * @param file "-" for standard input
 * @param key the public key that the ledger is known by; without it anybody may have signed
 */
export async function checkProofCommand(file: string, { key }: { readonly key?: string }): Promise<void> {
  const proof = await readJsonFile(file, proofFormat);
  try {
    const rows = await verifyProof(proof, key);
    for (const { table, revision, recordedAt, author, record } of rows) {
      const { exact, text, sha256, name, title } = record['row'] as Readonly<Record<string, unknown>>;
      const said = [exact, text, sha256, name, title].find((value) => typeof value === 'string') ?? '';
      process.stdout.write(
        `${pc.green('proven')}  revision ${String(revision)}, ${new Date(recordedAt).toISOString()}, ${visible(author)}: ${table} ${visible(said)}\n`,
      );
    }
    process.stdout.write(
      `The ledger ${visible(proof.checkpoint.origin)} held this when it had ${numberOf(proof.checkpoint.size, 'revision')}.\n`,
    );
    if (key === undefined) {
      process.stdout.write(
        `It is signed with the key ${proof.checkpoint.publicKey}. Compare it with the one that you know: --key\n`,
      );
    }
  } catch (error) {
    if (!(error instanceof ProofError)) throw error;
    process.stdout.write(`${pc.red('NOT PROVEN')}  ${visible(error.message)}\n`);
    process.exitCode = 1;
  }
}

/** Reads a checkpoint that somebody has kept. */
export const readCheckpoint = (file: string): Promise<Checkpoint> => readJsonFile(file, checkpointFormat);

async function readJsonFile<Value>(file: string, format: z.ZodType<Value>): Promise<Value> {
  const text =
    file === '-'
      ? (await buffer(process.stdin)).toString('utf8')
      : await readFile(file, 'utf8').catch((cause: unknown) => {
          const reason = cause instanceof Error ? cause.message : String(cause);
          throw new VerbatimError('BAD_USER_INPUT', `${file} cannot be read: ${reason}`, { cause });
        });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new VerbatimError('BAD_USER_INPUT', `${file} is no JSON: ${String(cause)}`, { cause });
  }
  const read = format.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new VerbatimError(
    'BAD_USER_INPUT',
    `${file}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not understood'}.`,
  );
}

const print = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
};
