import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Checkpoint, LedgerProof } from '../../src/ledger/verify-proof.ts';
import { ledgerSigner, newLedgerKey } from '../../src/ledger/ledger-signer.ts';
import { runCommand, startCommand, type Outcome } from '../support/command.ts';
import { withFolder } from '../support/seed-folder.ts';
import { ferries, TEXT } from '../support/small-seeds.ts';

describe('the ledger by commands', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-cli-'));
  const file = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const environment = { VERBATIM_DATA: join(folder, 'data') };
  const run = (...args: string[]): Promise<Outcome> => runCommand(args, environment);
  const sow = (text?: string) =>
    withFolder(ferries(text === undefined ? {} : { text }), (seeds) => run('seed', '--dir', seeds));
  let checkpoint: Checkpoint;
  beforeAll(async () => {
    await sow();
    checkpoint = JSON.parse((await run('ledger', 'checkpoint')).stdout) as Checkpoint;
  }, 120_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes a key at first, which its owner alone can read, and signs with it from then on', async () => {
    const key = join(environment.VERBATIM_DATA, 'ledger-key.pem');
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(ledgerSigner(readFileSync(key, 'utf8'), key).publicKey).toBe(checkpoint.publicKey);
    expect(JSON.parse((await run('ledger', 'checkpoint')).stdout)).toEqual(checkpoint);
  });

  it('signs with the key of the environment where there is one', async () => {
    const pem = newLedgerKey();
    const { stdout } = await runCommand(['ledger', 'checkpoint'], { ...environment, LEDGER_KEY: pem });
    expect((JSON.parse(stdout) as Checkpoint).publicKey).toBe(ledgerSigner(pem, 'a key').publicKey);
  });

  it.each([
    ['LEDGER_KEY', 'no key', /^verbatim: LEDGER_KEY holds no Ed25519 private key in PEM/],
    [
      'LEDGER_KEY_FILE',
      '/dev/null/key.pem',
      /^verbatim: The key that the ledger is signed with cannot be read or made/,
    ],
  ])('says what is wrong with %s', async (name, value, message) => {
    const { code, stderr } = await runCommand(['ledger', 'checkpoint'], { ...environment, [name]: value });
    expect([code, stderr]).toEqual([1, expect.stringMatching(message)]);
  });

  it('finds a store that went on since a checkpoint, and one that is another', async () => {
    const kept = file('checkpoint.json', checkpoint);
    const another = ledgerSigner(newLedgerKey(), 'a key');
    const changed = checkpoint.rootHash.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
    await sow(`${TEXT}It snows.\n`);
    expect(await run('verify', '--against', kept)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('The ledger is what it was at the checkpoint of 1 revisions') as string,
    });
    expect(await run('verify', '--against', file('other.json', another.checkpoint(1, changed)))).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('one of the revisions up to 1') as string,
    });
    expect(await run('verify', '--against', file('longer.json', another.checkpoint(9, changed)))).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('it ends with revision 2') as string,
    });
  });

  it.each([
    ['that is not there', () => join(folder, 'nothing.json'), /cannot be read/],
    ['that is no JSON', () => file('no.json', 'x'), /is no JSON/],
    ['that is no checkpoint', () => file('half.json', { ...checkpoint, size: '1' }), /size /],
    [
      'with another signature',
      () => file('forged.json', { ...checkpoint, size: 2 }),
      /the signature is not that of its content/,
    ],
  ])('refuses a checkpoint %s', async (_, path, message) => {
    expect(await run('verify', '--against', path())).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(message) as string,
    });
  });

  it('proves a statement, by the store and by its server, to whoever knows the key', async () => {
    const server = startCommand(['serve', '--no-seed'], environment);
    const url = /(http:\/\/\S+)\/graphql/.exec(await server.printed('/graphql'))?.[1] ?? '';
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ statements(first: 1, filter: { search: "no choice" }) { nodes { id } } }' }),
    });
    const { data } = (await answer.json()) as { data: { statements: { nodes: { id: string }[] } } };
    const id = data.statements.nodes[0]?.id ?? '';
    const served = await run('ledger', 'prove', id);
    server.process.kill('SIGTERM');
    await server.ended();
    const proven = await run('ledger', 'prove', id);
    expect(JSON.parse(served.stdout)).toEqual(JSON.parse(proven.stdout));

    const proof = JSON.parse(proven.stdout) as LedgerProof;
    const checked = await run('ledger', 'check', file('proof.json', proof), '--key', checkpoint.publicKey);
    expect(checked).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/proven {2}revision 2, .*: quote We had no choice,\n/) as string,
    });
    const lie = {
      ...proof,
      records: proof.records.map((record) => ({ ...record, json: record.json.replace('no choice', 'a choice') })),
    };
    expect(await run('ledger', 'check', file('lie.json', lie))).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^NOT PROVEN/) as string,
    });
    expect(await run('ledger', 'check', file('proof.json', proof), '--key', '00'.repeat(32))).toMatchObject({
      code: 1,
      stdout: 'NOT PROVEN  The checkpoint is signed with another key.\n',
    });
  }, 60_000);

  it('has no proof of what is not recorded', async () => {
    expect(await run('ledger', 'prove', 'nothing')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/"nothing" is the id of no recorded statement/) as string,
    });
  });
});
