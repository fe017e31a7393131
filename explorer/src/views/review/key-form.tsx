import { useState, type ReactNode } from 'react';
import { codeOf, told } from '../../api/told.ts';
import { keyedClient } from '../../api/keyed-client.ts';
import { ViewerQuery, type Viewer } from './documents.ts';

interface KeyFormProps {
  /** What was wrong with a key that was given before; null for nothing. */
  readonly problem: string | null;
  readonly onKey: (key: string, viewer: Viewer) => void;
}

/** Asks for the key of a reviewer, and the server whose it is. */
export function KeyForm({ problem, onKey }: KeyFormProps): ReactNode {
  const [key, setKey] = useState('');
  const [why, setWhy] = useState(problem);
  const [isAsking, setIsAsking] = useState(false);
  const ask = async (): Promise<void> => {
    setIsAsking(true);
    const answer = await viewerOf(key.trim());
    setIsAsking(false);
    if ('why' in answer) setWhy(answer.why);
    else onKey(key.trim(), answer);
  };
  return (
    <form
      className="key-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (key.trim() !== '') void ask();
      }}
    >
      <label htmlFor="key">Your key</label>
      <input
        id="key"
        type="password"
        autoComplete="off"
        spellCheck={false}
        value={key}
        aria-describedby={why === null ? 'key-note' : 'key-problem key-note'}
        aria-invalid={why === null ? undefined : true}
        onChange={({ target }) => {
          setKey(target.value);
        }}
      />
      <button type="submit" disabled={isAsking}>
        Review
      </button>
      {why !== null && (
        <p id="key-problem" className="problem" role="alert">
          {why}
        </p>
      )}
      <p id="key-note" className="soft">
        It is kept in this tab until you close it or forget the key here, and sent to this server alone. Whoever runs
        the server makes keys by <code>verbatim key create</code>.
      </p>
    </form>
  );
}

/** Why a key is not taken. */
interface Refusal {
  readonly why: string;
  /** Whether the server does not know it, so that there is no use in keeping it. */
  readonly isKeyWrong: boolean;
}

/** Whose key it is, or what is wrong with it. */
export async function viewerOf(key: string): Promise<Viewer | Refusal> {
  // Others cannot be sent in a header.
  if (!/^[!-~]+$/.test(key)) {
    return { why: 'This is no key of Verbatim: it has characters that no key has.', isKeyWrong: true };
  }
  const { data, error } = await keyedClient(key).query(ViewerQuery, {}).toPromise();
  if (data?.viewer) return data.viewer;
  return {
    why: error ? told(error) : 'The server does not know this key.',
    isKeyWrong: error === undefined || codeOf(error) === 'UNAUTHENTICATED',
  };
}
