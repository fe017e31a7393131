import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import {
  isTextOf,
  verifyConsistency,
  verifyProof,
  type Checkpoint,
  type LedgerProof,
} from '../../src/ledger/verify-proof.ts';
import { seed } from '../../src/ingest/seed.ts';
import { OWN_SEEDS } from '../../src/cli/commands/seed.ts';
import { serveCorpus, SIGNER, type ServedCorpus } from '../support/served-corpus.ts';
import { STORES } from '../support/stores.ts';
import { recordVariety } from '../support/varied-corpus.ts';

const CHECKPOINT = '{ origin size rootHash publicKey signature }';
const PROOF = `{ records { json revision index path } entries { json revision path } checkpoint ${CHECKPOINT} }`;
const KEY = SIGNER.publicKey;

interface Proven {
  readonly proof: LedgerProof;
}
interface ProvenStatement extends Proven {
  readonly text: string;
  readonly review: string;
  readonly quotes: readonly (Proven & {
    readonly exact: string;
    readonly start: number;
    readonly version: Proven & { readonly text: string };
  })[];
}
const STATEMENTS = `nodes { text review proof ${PROOF} quotes { exact start proof ${PROOF} version { text proof ${PROOF} } } }`;

const rowsOf = async (proof: LedgerProof, table: string) =>
  (await verifyProof(proof, KEY)).filter((row) => row.table === table);
const content = ({ record }: { readonly record: Readonly<Record<string, unknown>> }) =>
  record['row'] as Readonly<Record<string, unknown>>;

describe.each(STORES)('the ledger of the $kind store', ({ kind, open }) => {
  let corpus: ServedCorpus;
  let newest: number;
  beforeAll(async () => {
    corpus = await serveCorpus({ kind, open }, async (store) => {
      newest = await recordVariety(store);
    });
  }, 120_000);
  afterAll(() => corpus.stop());

  const ask = async <Data>(query: string): Promise<Data> => {
    const { data, errors } = await corpus.ask(query);
    expect(errors).toEqual([]);
    return data as Data;
  };
  const checkpointAt = async (revision: number) =>
    (
      await ask<{ ledger: { checkpoint: Checkpoint } }>(
        `{ ledger(asOf: ${String(revision)}) { checkpoint ${CHECKPOINT} } }`,
      )
    ).ledger.checkpoint;

  it('proves statements, quotes and texts as they are shown', async () => {
    const all = 'review: [PROPOSED, ACCEPTED, REJECTED, RETRACTED]';
    const { statements } = await ask<{ statements: { nodes: ProvenStatement[] } }>(
      `{ statements(first: 50, filter: { ${all} }) { ${STATEMENTS} } }`,
    );
    expect(statements.nodes.length).toBeGreaterThan(6);
    for (const { text, review, proof, quotes } of statements.nodes) {
      const [proven, ...others] = await rowsOf(proof, 'statement');
      expect([others, content(proven ?? { record: {} })]).toMatchObject([[], { text, review }]);
      const proved = (await rowsOf(proof, 'quote')).map((row) => content(row)['exact']);
      expect(proved).toEqual(expect.arrayContaining(quotes.map(({ exact }) => exact)));
      for (const quote of quotes) {
        const [row] = await rowsOf(quote.proof, 'quote');
        expect(content(row ?? { record: {} })).toMatchObject({ exact: quote.exact, start_offset: quote.start });
        const [version] = await rowsOf(quote.version.proof, 'article_version');
        expect(version && (await isTextOf(version, quote.version.text))).toBe(true);
        expect(version && (await isTextOf(version, `${quote.version.text} `))).toBe(false);
      }
    }
  });

  it('says who is in a chain, and of which article a statement is', async () => {
    const { statements } = await ask<{ statements: { nodes: ProvenStatement[] } }>(
      `{ statements(first: 1, filter: { search: "no choice" }) { ${STATEMENTS} } }`,
    );
    const proof = statements.nodes[0]?.proof;
    if (!proof) throw new Error('nobody said it');
    const names = async (table: string, column: string) =>
      (await rowsOf(proof, table)).map((row) => content(row)[column]).sort();
    expect(await names('actor', 'name')).toEqual(['Ada Berg', 'Nils Holm']);
    expect(await names('article', 'slug')).toEqual(['ferries']);
    expect(await names('article_version', 'number')).toEqual([1]);
  });

  it('goes on from each of its earlier sizes, and from no other ledger', async () => {
    const now = await checkpointAt(newest);
    expect(now).toMatchObject({ size: newest, publicKey: KEY });
    for (let size = 0; size <= newest; size++) {
      const then = size === 0 ? SIGNER.checkpoint(0, EMPTY) : await checkpointAt(size);
      const { ledger } = await ask<{ ledger: { consistency: string[] } }>(
        `{ ledger { consistency(from: ${String(size)}) } }`,
      );
      await verifyConsistency(then, now, ledger.consistency);
      const other = { ...then, rootHash: then.rootHash.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) };
      await expect(verifyConsistency(other, now, ledger.consistency)).rejects.toThrow('is not what it holds now');
    }
    expect(newest).toBeGreaterThan(8);
  });

  it.each([-1, 1_000])('refuses a size that it has not had: %i', async (size) => {
    const { errors } = await corpus.ask(`{ ledger { consistency(from: ${String(size)}) } }`);
    expect(errors).toMatchObject([
      { message: expect.stringContaining(`not ${String(size)}`) as string, extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('proves the past as it was then', async () => {
    const read = async (asOf: number) => {
      const query = `{ statements(asOf: ${String(asOf)}, first: 1, filter: { search: "town waits", review: [ACCEPTED, RETRACTED] }) { ${STATEMENTS} } }`;
      const { statements } = await ask<{ statements: { nodes: ProvenStatement[] } }>(query);
      const proof = statements.nodes[0]?.proof;
      const [row] = proof ? await rowsOf(proof, 'statement') : [];
      return row && [proof?.checkpoint.size, row.revision, content(row)['review']];
    };
    expect(await read(1)).toEqual([1, 1, 'ACCEPTED']);
    expect(await read(newest)).toEqual([newest, 2, 'RETRACTED']);
  });

  it('has no proof of words that nobody has recorded', async () => {
    const { article } = await ask<{ article: { versions: { nodes: { id: string }[] } } }>(
      '{ article(slug: "ferries") { versions { nodes { id } } } }',
    );
    const version =
      Buffer.from(article.versions.nodes[0]?.id ?? '', 'base64url')
        .toString()
        .split(':')[1] ?? '';
    const id = Buffer.from(`Quote:${version}:2-9`).toString('base64url');
    expect(await ask(`{ node(id: "${id}") { ... on Quote { exact proof ${PROOF} } } }`)).toEqual({
      node: { exact: 'rries s', proof: null },
    });
  });

  it('takes as many SQL statements for many proofs as for few', async () => {
    const count = (first: number) =>
      corpus.countStatements(`{ statements(first: ${String(first)}) { nodes { proof ${PROOF} } } }`);
    expect(await count(8)).toBe(await count(2));
  });

  it('gives the same bytes for the same revision', async () => {
    const query = `{ ledger { size rootHash checkpoint { note } } statements(first: 2) { nodes { proof ${PROOF} } } }`;
    expect(JSON.stringify(await ask(query))).toBe(JSON.stringify(await ask(query)));
  });
});

/** The SHA-256 of nothing. */
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

describe('a checkpoint', () => {
  it('is a signed note as other programs read it', async () => {
    const corpus = await serveCorpus(undefined, (store) => seed(store, OWN_SEEDS));
    const { data } = await corpus.ask(`{ ledger { checkpoint { origin size rootHash note } } }`);
    await corpus.stop();
    const { origin, size, rootHash, note } = (
      data as { ledger: { checkpoint: { origin: string; size: number; rootHash: string; note: string } } }
    ).ledger.checkpoint;
    const [, text, name, blob] = /^(.*\n)\n— (\S+) (\S+)\n$/s.exec(note) ?? [];
    expect(text).toBe(`${origin}\n${String(size)}\n${Buffer.from(rootHash, 'hex').toString('base64')}\n`);
    expect(name).toBe(origin);
    // Four bytes of the key's hash, and the signature.
    expect(Buffer.from(blob ?? '', 'base64')).toHaveLength(68);
  });
});

describe('the module that checks proofs', () => {
  it('is served, needs nothing else, and works in a program of its own', async () => {
    const corpus = await serveCorpus(undefined, (store) => seed(store, OWN_SEEDS));
    const response = await fetch(`${corpus.url}/verify-proof.js`);
    expect([
      response.status,
      response.headers.get('content-type'),
      response.headers.get('access-control-allow-origin'),
    ]).toEqual([200, 'text/javascript; charset=utf-8', '*']);
    const module = await response.text();
    expect(module).not.toMatch(/\b(?:import|require)\b\s*[({'"]/);
    const { data } = await corpus.ask(`{ statements(first: 1) { nodes { proof ${PROOF} } } }`);
    await corpus.stop();
    const [statement] = (data as { statements: { nodes: { proof: LedgerProof }[] } }).statements.nodes;
    const program = `
      const { verifyProof } = await import('data:text/javascript;base64,${Buffer.from(module).toString('base64')}');
      const rows = await verifyProof(${JSON.stringify(statement?.proof)}, '${KEY}');
      console.log(rows.map(({ table }) => table).join());`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
    expect(stdout).toContain('statement,article,quote');
  });
});
