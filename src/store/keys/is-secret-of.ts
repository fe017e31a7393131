import { timingSafeEqual } from 'node:crypto';
import { sha256 } from '../../domain/sha256.ts';

/**
 * Whether a secret is the one of a hash. How long it takes does not tell in what it differs.
 *
 * Secrets are 256 random bits, which nobody finds by trying. So one round of SHA-256 keeps them as safe as a slow hash, which
 * is for passwords that people think up, would, and costs a request microseconds.
 *
 * @param hash SHA-256, 64 hex digits
 */
export const isSecretOf = (secret: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(secret), 'hex'), Buffer.from(hash, 'hex'));
