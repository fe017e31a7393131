import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { checkpointNote, ledgerSigner, newLedgerKey } from '../../src/ledger/ledger-signer.ts';
import { checkpointText } from '../../src/ledger/verify-proof.ts';

const ROOT = 'ab'.repeat(32);

describe('a signer of the ledger', () => {
  it('signs so that another program can tell', () => {
    const signed = ledgerSigner(newLedgerKey(), 'a key').checkpoint(7, ROOT);
    const key = createPublicKey({
      format: 'jwk',
      key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(signed.publicKey, 'hex').toString('base64url') },
    });
    const signature = Buffer.from(signed.signature, 'hex');
    expect(verify(null, Buffer.from(checkpointText(signed)), key, signature)).toBe(true);
    expect(verify(null, Buffer.from(checkpointText({ ...signed, size: 8 })), key, signature)).toBe(false);
  });

  it('is named after its key, which nobody else has', () => {
    const { origin, publicKey } = ledgerSigner(newLedgerKey(), 'a key');
    const hash = createHash('sha256').update(Buffer.from(publicKey, 'hex')).digest('hex');
    expect(origin).toBe(`verbatim-${hash.slice(0, 16)}`);
  });

  it('writes a signed note as C2SP has it', () => {
    const signed = ledgerSigner(newLedgerKey(), 'a key').checkpoint(7, ROOT);
    const [origin, size, root, empty, line = '', end] = checkpointNote(signed).split('\n');
    expect([origin, size, root, empty, end]).toEqual([
      signed.origin,
      '7',
      Buffer.from(ROOT, 'hex').toString('base64'),
      '',
      '',
    ]);
    const [dash, name, encoded = ''] = line.split(' ');
    expect([dash, name]).toEqual(['—', signed.origin]);
    const bytes = Buffer.from(encoded, 'base64');
    expect(bytes.subarray(4).toString('hex')).toBe(signed.signature);
    // The key's id: the first bytes of the hash of its name, a line end, the number of the algorithm and the key itself.
    const named = Buffer.concat([Buffer.from(`${signed.origin}\n\u0001`), Buffer.from(signed.publicKey, 'hex')]);
    expect(bytes.subarray(0, 4)).toEqual(createHash('sha256').update(named).digest().subarray(0, 4));
  });

  it.each([
    ['nothing', ''],
    ['no key', 'a key'],
    [
      'a key of another kind',
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
    ],
    ['only the public key', createPublicKey(newLedgerKey()).export({ type: 'spki', format: 'pem' })],
  ])('refuses %s, and does not repeat it', (_, pem) => {
    const refused = () => ledgerSigner(String(pem), 'LEDGER_KEY');
    expect(refused).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }) as Error);
    expect(refused).toThrow(/^LEDGER_KEY holds no Ed25519 private key in PEM \(PKCS #8\)/);
  });
});
