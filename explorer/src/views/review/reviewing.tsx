import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { Exact } from '../../parts/exact.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { useParameters } from '../../parts/use-parameters.ts';
import { count } from '../../parts/words.ts';
import { reviewAddress } from '../../text/addresses.ts';
import { Correction } from './correction.tsx';
import type { Proposal } from './documents.ts';
import { ProposalView } from './proposal-view.tsx';
import { Rejection } from './rejection.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { useChanges } from './use-changes.ts';
import { useQueue, type QueueActions, type QueueState } from './use-queue.ts';

/** The queue of proposals, and what is done to the chosen one. */
export function Reviewing({ apiKey }: { readonly apiKey: string }): ReactNode {
  const [parameters] = useParameters();
  const article = parameters.get('article');
  return <Queue key={article ?? ''} apiKey={apiKey} article={article} />;
}

type Form = 'reject' | 'correct' | null;

function Queue({ apiKey, article }: { readonly apiKey: string; readonly article: string | null }): ReactNode {
  const [state, actions] = useQueue(article);
  const isLive = useChanges({ key: apiKey, article, from: state.from }, actions.onRevision);
  const [form, setForm] = useState<{ readonly of: string; readonly kind: Form } | null>(null);
  const [areKeysOn, setAreKeysOn] = useState(true);
  const { items, chosenId } = state;
  const chosen = items.find(({ id }) => id === chosenId);
  const isOpen = chosen?.review === 'PROPOSED';
  // A correction that somebody works on is not taken from them, whatever others decide meanwhile.
  const shownForm = form?.of === chosenId && (isOpen || form.kind === 'correct') ? form.kind : null;
  const shown = useRef<HTMLElement>(null);
  useEffect(() => {
    // What had the focus is gone with the proposal that was decided, or with its form.
    if (document.activeElement === document.body) shown.current?.focus({ preventScroll: true });
    if ((shown.current?.getBoundingClientRect().top ?? 0) < 0) shown.current?.scrollIntoView();
  }, [chosenId, shownForm]);
  const open = (kind: Form): void => {
    setForm(chosenId === null ? null : { of: chosenId, kind });
  };
  const decideOnce = (act: () => void) => (event: KeyboardEvent) => {
    // A key that is held, or a form that is filled in, decides nothing more.
    if (event.repeat || !isOpen || shownForm !== null) return;
    event.preventDefault();
    act();
  };
  useKeys(
    areKeysOn
      ? {
          j: () => {
            actions.step(1);
          },
          k: () => {
            actions.step(-1);
          },
          a: decideOnce(actions.accept),
          r: decideOnce(() => {
            open('reject');
          }),
          c: decideOnce(() => {
            open('correct');
          }),
          u: ({ repeat }) => {
            if (!repeat) actions.undo();
          },
          Escape: () => {
            setForm(null);
          },
        }
      : {},
  );
  return (
    <>
      <QueueHead state={state} actions={actions} article={article} isLive={isLive} title={items[0]?.article.title} />
      <div className="review-parts">
        <div className="deciding">
          {chosen ? (
            <>
              <article aria-label="The proposal" ref={shown} tabIndex={-1}>
                <ProposalView proposal={chosen} isOfOneArticle={article !== null} isBrief={shownForm === 'correct'} />
              </article>
              {shownForm === null && <Decisions hasPassed={!isOpen} actions={actions} onForm={open} />}
              {shownForm === 'reject' && (
                <Rejection
                  key={chosen.id}
                  onReject={actions.reject}
                  onClose={() => {
                    setForm(null);
                  }}
                />
              )}
              {shownForm === 'correct' && (
                <Correction
                  key={chosen.id}
                  proposal={chosen}
                  decide={actions.decide}
                  onClose={() => {
                    setForm(null);
                  }}
                />
              )}
            </>
          ) : (
            state.total === 0 && (
              <p className="lead">Nothing waits for review{article !== null && ' in this article'}.</p>
            )
          )}
        </div>
        <QueueList items={items} chosenId={chosenId} onChoose={actions.choose} />
      </div>
      <Shortcuts areOn={areKeysOn} onSwitch={setAreKeysOn} />
    </>
  );
}

interface QueueHeadProps {
  readonly state: QueueState;
  readonly actions: QueueActions;
  readonly article: string | null;
  readonly isLive: boolean;
  readonly title: string | undefined;
}

/** How many wait, what others did, and what was decided last. */
function QueueHead({ state, actions, article, isLive, title }: QueueHeadProps): ReactNode {
  const { total, problem, notice, hasNewer, last } = state;
  return (
    <div className="queue-head">
      <p className="figures">
        {total === null ? 'Reading …' : `${count(total, 'proposal')} ${total === 1 ? 'waits' : 'wait'}`}
        {article !== null && (
          <>
            {' '}
            in <Exact>{title ?? article}</Exact> · <Link href={reviewAddress()}>all articles</Link>
          </>
        )}
        <span className="soft"> · {isLive ? 'live' : 'not live: what others decide is seen later'}</span>
      </p>
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}{' '}
          <button type="button" onClick={actions.readAgain}>
            Ask again
          </button>
        </p>
      )}
      <div role="status" className="news">
        {notice !== null && (
          <p className="notice">
            <Exact>{notice}</Exact>
          </p>
        )}
        {last && (
          <p>
            {`${last.action.charAt(0).toUpperCase()}${last.action.slice(1)}: `}
            <Exact>{last.proposal.text}</Exact>{' '}
            {last.action !== 'corrected' && (
              <button type="button" onClick={actions.undo} disabled={state.busyWith !== null}>
                Take it back <kbd>u</kbd>
              </button>
            )}
          </p>
        )}
        {hasNewer && (
          <p>
            New proposals came.{' '}
            <button type="button" onClick={actions.readAgain}>
              Show
            </button>
          </p>
        )}
      </div>
    </div>
  );
}

interface DecisionsProps {
  /** Whether somebody else has decided. */
  readonly hasPassed: boolean;
  readonly actions: QueueActions;
  readonly onForm: (kind: Form) => void;
}

function Decisions({ hasPassed, actions, onForm }: DecisionsProps): ReactNode {
  if (hasPassed) {
    return (
      <p className="decisions">
        <button type="button" onClick={actions.passOn}>
          Go on
        </button>
      </p>
    );
  }
  return (
    <p className="decisions">
      <button type="button" className="accept" onClick={actions.accept}>
        Accept <kbd>a</kbd>
      </button>
      <button
        type="button"
        onClick={() => {
          onForm('reject');
        }}
      >
        Reject <kbd>r</kbd>
      </button>
      <button
        type="button"
        onClick={() => {
          onForm('correct');
        }}
      >
        Correct <kbd>c</kbd>
      </button>
    </p>
  );
}

interface QueueListProps {
  readonly items: readonly Proposal[];
  readonly chosenId: string | null;
  readonly onChoose: (id: string) => void;
}

function QueueList({ items, chosenId, onChoose }: QueueListProps): ReactNode {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);
  return (
    <nav aria-label="Proposals" className="queue">
      <ol ref={list}>
        {items.map(({ id, text, speaker, review }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === chosenId ? 'true' : undefined}
              className={review === 'PROPOSED' ? undefined : 'passed'}
              onClick={() => {
                onChoose(id);
              }}
            >
              <b>
                <Exact>{speaker.name}</Exact>
              </b>
              <span>
                <Exact>{text}</Exact>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
