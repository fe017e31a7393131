import { useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { Exact } from '../../parts/exact.tsx';
import { ACTOR_KINDS } from '../../parts/words.ts';
import type { DraftActor } from './correction-draft.ts';
import { ActorsForChainQuery } from './documents.ts';

interface ActorChoiceProps {
  readonly label: string;
  readonly onChoose: (actor: DraftActor) => void;
}

/** Finds an actor of the corpus by its name. */
export function ActorChoice({ label, onChoose }: ActorChoiceProps): ReactNode {
  const [words, setWords] = useState('');
  const search = words.trim();
  const [{ data }] = useQuery({ query: ActorsForChainQuery, variables: { search }, pause: search === '' });
  const found = search === '' ? [] : (data?.actors.nodes ?? []);
  return (
    <div className="actor-choice">
      <label>
        {label}
        <input
          type="search"
          value={words}
          autoComplete="off"
          onChange={({ target }) => {
            setWords(target.value);
          }}
          onKeyDown={(event) => {
            // Enter here chooses nobody, and sends nothing.
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      </label>
      <ul>
        {found.map(({ slug, name, kind }) => (
          <li key={slug}>
            <button
              type="button"
              onClick={() => {
                setWords('');
                onChoose({ slug, name });
              }}
            >
              <Exact>{name}</Exact> <span className="soft">{ACTOR_KINDS[kind]}</span>
            </button>
          </li>
        ))}
        {search !== '' && data?.actors.nodes.length === 0 && <li className="soft">Nobody is called so.</li>}
      </ul>
    </div>
  );
}
