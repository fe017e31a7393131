import type { ResultOf } from 'gql.tada';
import type { Client } from 'urql';
import type { LedgerProof, RecordedRow } from '../../../../src/ledger/verify-proof.ts';
import { VersionTextQuery } from '../reader/documents.ts';
import { compareProven, type Discrepancy } from './compare-proven.ts';
import type { ReadStatement } from './documents.ts';
import { ProofQuery } from './proof-document.ts';

/** What came of checking a proof. */
export type Checked =
  /** The proof holds, and the page shows what it proves, but for the discrepancies. */
  | {
      readonly outcome: 'proven';
      readonly proof: LedgerProof;
      readonly rows: readonly RecordedRow[];
      /** Whether the ledger's key was known before, and not taken from the proof. */
      readonly isKeyKnown: boolean;
      readonly discrepancies: readonly Discrepancy[];
    }
  /** The proof does not hold. */
  | { readonly outcome: 'refuted'; readonly why: string }
  /** It could not be checked, which says nothing of it. */
  | { readonly outcome: 'unchecked'; readonly why: string };

/**
 * Fetches what the ledger says of a statement, checks it in this browser, and compares it with what the page shows, down to the
 * texts from which the words were taken.
 *
 * @param publicKey of the ledger, as it was known before; null takes the proof's own
 */
export async function checkProof(client: Client, statement: ReadStatement, publicKey: string | null): Promise<Checked> {
  if (!window.isSecureContext) {
    return unchecked(
      'Browsers check signatures only on pages that came by https or from your own machine, and this one came by http.',
    );
  }
  const [{ verifyProof, isTextOf, ProofError }, answer] = await Promise.all([
    import('../../../../src/ledger/verify-proof.ts'),
    client.query(ProofQuery, { id: statement.id }, { requestPolicy: 'network-only' }).toPromise(),
  ]);
  const proof = proofIn(answer.data);
  if (!proof) return unchecked(`The server gave no proof. ${answer.error?.message ?? ''}`);
  try {
    const rows = await verifyProof(proof, publicKey ?? undefined);
    const discrepancies = compareProven(rows, statement);
    for (const version of versionsOf(statement)) {
      const read = await client.query(VersionTextQuery, { id: version.id }).toPromise();
      const text = read.data?.node?.__typename === 'ArticleVersion' ? read.data.node.text : null;
      if (text === null) return unchecked(`The text of version ${String(version.number)} could not be read.`);
      const recorded = rows.find((row) => isVersion(row, version.number));
      if (!recorded || !(await isTextOf(recorded, text))) discrepancies.push(otherText(version.number));
    }
    return { outcome: 'proven', proof, rows, isKeyKnown: publicKey !== null, discrepancies };
  } catch (error) {
    if (error instanceof ProofError) return { outcome: 'refuted', why: error.message };
    if (error instanceof DOMException && error.name === 'NotSupportedError') {
      return unchecked('This browser cannot check signatures by Ed25519. Those since 2025 can.');
    }
    if (error instanceof DOMException) return { outcome: 'refuted', why: 'The public key is no Ed25519 key.' };
    throw error;
  }
}

const unchecked = (why: string): Checked => ({ outcome: 'unchecked', why });

const proofIn = (data: ResultOf<typeof ProofQuery> | undefined): LedgerProof | null =>
  data?.node?.__typename === 'Statement' ? data.node.proof : null;

/** The versions that the words shown were taken from, each once. */
function versionsOf({ quotes, attribution }: ReadStatement): ReadStatement['quotes'][number]['version'][] {
  const all = [...quotes, ...attribution.flatMap(({ cue, source }) => [cue, source])].filter((quote) => quote !== null);
  return [...new Map(all.map(({ version }) => [version.id, version])).values()];
}

const isVersion = ({ table, record: { row } }: RecordedRow, number: number): boolean =>
  table === 'article_version' && typeof row === 'object' && row !== null && 'number' in row && row.number === number;

const otherText = (number: number): Discrepancy => ({
  what: `The text of version ${String(number)}`,
  shown: 'a text of another SHA-256',
  recorded: 'the text of the SHA-256 that was sealed',
});
