import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { VerbatimError } from '../domain/errors.ts';
import { ledgerSigner, newLedgerKey, type LedgerSigner } from '../ledger/ledger-signer.ts';
import type { Environment } from './environment.ts';

/**
 * Who signs for the ledger, as the environment says. A key file that is not there is made, for its owner alone to read.
 *
 * @throws VerbatimError BAD_USER_INPUT for what is no key, UNAVAILABLE when the file can be neither read nor made
 */
export async function signerOf({ ledgerKey }: Pick<Environment, 'ledgerKey'>): Promise<LedgerSigner> {
  if ('pem' in ledgerKey) return ledgerSigner(ledgerKey.pem, 'LEDGER_KEY');
  const { file } = ledgerKey;
  try {
    await mkdir(dirname(file), { recursive: true });
    if (!existsSync(file)) await makeKey(file);
    return ledgerSigner(await readFile(file, 'utf8'), file);
  } catch (cause) {
    if (cause instanceof VerbatimError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new VerbatimError(
      'UNAVAILABLE',
      `The key that the ledger is signed with cannot be read or made (${reason}). Set LEDGER_KEY to a key, or LEDGER_KEY_FILE to a file.`,
      { cause },
    );
  }
}

/** Of several processes that start at once one makes the file, whole, and the others find it. */
async function makeKey(file: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, newLedgerKey(), { flag: 'wx', mode: 0o600 });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
}
