import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { VerbatimError } from '../domain/errors.ts';
import { checkpointText, type Checkpoint } from './verify-proof.ts';

/** Signs for a ledger. */
export interface LedgerSigner {
  /** The ledger's name, made from the key: nobody else's ledger has it. */
  readonly origin: string;
  /** 32 bytes (RFC 8032), in hexadecimal digits. */
  readonly publicKey: string;
  /** Signs what the ledger is at a size; the same size and head give the same bytes. */
  checkpoint(size: number, rootHash: string): Checkpoint;
}

/** Makes a new key, as PEM (PKCS #8). */
export const newLedgerKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/**
 * A signer with a key.
 *
 * @param pem an Ed25519 private key (PKCS #8)
 * @param where the key is from, for the error
 * @throws VerbatimError BAD_USER_INPUT for anything else
 */
export function ledgerSigner(pem: string, where: string): LedgerSigner {
  const key = readKey(pem, where);
  const raw = rawPublicKey(key);
  const publicKey = raw.toString('hex');
  const origin = `verbatim-${createHash('sha256').update(raw).digest('hex').slice(0, 16)}`;
  return {
    origin,
    publicKey,
    checkpoint(size, rootHash) {
      const signature = sign(null, Buffer.from(checkpointText({ origin, size, rootHash })), key).toString('hex');
      return { origin, size, rootHash, publicKey, signature };
    },
  };
}

function readKey(pem: string, where: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below: what OpenSSL says of it helps nobody, and might show a part of it.
  }
  throw new VerbatimError(
    'BAD_USER_INPUT',
    `${where} holds no Ed25519 private key in PEM (PKCS #8). One is made by: openssl genpkey -algorithm ed25519`,
  );
}

/** The 32 bytes of RFC 8032, with which its SubjectPublicKeyInfo ends (RFC 8410, section 4). */
const rawPublicKey = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32);

/**
 * A checkpoint as a signed note (C2SP signed-note), which other programs for transparency logs read: its text, and a line with the
 * name of the key, four bytes of its hash and the signature.
 */
export function checkpointNote(checkpoint: Checkpoint): string {
  const key = Buffer.concat([Buffer.of(1), Buffer.from(checkpoint.publicKey, 'hex')]);
  const keyHash = createHash('sha256').update(`${checkpoint.origin}\n`).update(key).digest().subarray(0, 4);
  const signed = Buffer.concat([keyHash, Buffer.from(checkpoint.signature, 'hex')]).toString('base64');
  return `${checkpointText(checkpoint)}\n— ${checkpoint.origin} ${signed}\n`;
}
