import { useState, type ReactNode } from 'react';
import { useClient } from 'urql';
import { Exact } from '../../parts/exact.tsx';
import { count, plain } from '../../parts/words.ts';
import { checkProof, type Checked } from './check-proof.ts';
import type { ReadStatement } from './documents.ts';

/** Lets people check for themselves, in their browser, that what they read is what was recorded. */
export function Proof({ statement }: { readonly statement: ReadStatement }): ReactNode {
  const client = useClient();
  const [publicKey, setPublicKey] = useState('');
  const [checked, setChecked] = useState<Checked | 'checking' | null>(null);
  const check = async (): Promise<void> => {
    setChecked('checking');
    try {
      setChecked(await checkProof(client, statement, publicKey.trim().toLowerCase() || null));
    } catch {
      setChecked({ outcome: 'unchecked', why: 'What checks proofs could not be loaded. Is the server still there?' });
    }
  };
  return (
    <section className="proof" aria-labelledby="proof">
      <h2 id="proof">Proof</h2>
      <p>
        Every write is sealed into a signed log. Your browser can fetch the records of this statement and check by
        itself that they are in that log, and that this page shows them unchanged.
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void check();
        }}
      >
        <label htmlFor="public-key">
          The ledger’s public key, if somebody told you <span className="soft">(64 digits)</span>
        </label>
        <input
          id="public-key"
          className="figures"
          value={publicKey}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => {
            setPublicKey(target.value);
          }}
        />
        <button type="submit" disabled={checked === 'checking'}>
          Check the proof
        </button>
      </form>
      <div aria-live="polite">
        {checked === 'checking' && <p className="soft">Checking …</p>}
        {checked !== null && checked !== 'checking' && <Verdict checked={checked} />}
      </div>
    </section>
  );
}

function Verdict({ checked }: { readonly checked: Checked }): ReactNode {
  if (checked.outcome === 'unchecked') {
    return (
      <p className="verdict-of-proof">
        <b>Not checked.</b> {checked.why} That says nothing for or against the statement. Without a browser,{' '}
        <code>verbatim ledger check</code> does the same.
      </p>
    );
  }
  if (checked.outcome === 'refuted') {
    return (
      <p className="verdict-of-proof refuted">
        <b>Not proven.</b> <Exact>{checked.why}</Exact> What was sent is not what was recorded and signed for: do not
        rely on it.
      </p>
    );
  }
  const { discrepancies } = checked;
  if (discrepancies.length > 0) {
    return (
      <div className="verdict-of-proof refuted">
        <p>
          <b>Not proven as this page shows it.</b> The proof holds, and says something else. If somebody reviewed the
          statement just now, loading the page again helps.
        </p>
        <ul className="plain-list">
          {discrepancies.map(({ what, shown, recorded }) => (
            <li key={what}>
              {what}: shown “<Exact>{shown}</Exact>”, recorded “<Exact>{recorded}</Exact>”
            </li>
          ))}
        </ul>
      </div>
    );
  }
  return <Proven checked={checked} />;
}

interface ProvenProps {
  readonly checked: Extract<Checked, { readonly outcome: 'proven' }>;
}

function Proven({ checked: { proof, rows, isKeyKnown } }: ProvenProps): ReactNode {
  const { origin, size, rootHash, publicKey } = proof.checkpoint;
  const revisions = [...new Map(rows.map((row) => [row.revision, row])).values()].sort(
    (left, right) => left.revision - right.revision,
  );
  return (
    <div className="verdict-of-proof proven">
      <p>
        <b>Proven{isKeyKnown ? '' : ', if the key is the ledger’s'}.</b> {count(rows.length, 'record')} of the
        statement, its words, the hashes of the texts they stand in, its article and those in its chain are in the log,
        and this page shows them as they were recorded. The texts have the recorded SHA-256.
      </p>
      <dl className="facts">
        <dt>Recorded in</dt>
        <dd>
          {revisions.map(({ revision, author, recordedAt }) => (
            <span key={revision} className="figures">
              revision {revision}, {new Date(recordedAt).toISOString().slice(0, 10)}, by <Exact>{author}</Exact>
            </span>
          ))}
        </dd>
        <dt>Log</dt>
        <dd className="figures">
          {origin}, {count(size, 'revision')}
        </dd>
        <dt>Its head</dt>
        <dd>
          <code>{rootHash}</code>
        </dd>
        <dt>Signed by the key</dt>
        <dd>
          <code>{publicKey}</code>
        </dd>
      </dl>
      <p>
        <b>Not proven by this:</b>{' '}
        {!isKeyKnown &&
          'whose key it is, since it came with the proof: compare it with one that you were told otherwise; '}
        that what was said is true, or was said; that the article was published so; and what is worked out from the
        records, such as renderings, independent sources and relations.
      </p>
      <details>
        <summary>The records, as they were sealed</summary>
        <ul className="sealed">
          {rows.map(({ table, revision, record }) => (
            <li key={JSON.stringify(record)}>
              <span className="soft">
                {plain(table)}, revision {revision}
              </span>
              <pre>
                <code>
                  <Exact>{JSON.stringify(record['row'], null, 1)}</Exact>
                </code>
              </pre>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
