import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { SelectorIndex } from '../../../../src/anchor/find-selector.ts';
import { CodePoints } from '../../../../src/text/code-points.ts';
import type { Span } from '../../../../src/text/span.ts';
import { Asked } from '../../api/asked.tsx';
import { Exact } from '../../parts/exact.tsx';
import { MarkedText, MarksKey } from '../../parts/marked-text.tsx';
import { CERTAINTIES, MODES, POLARITIES } from '../../parts/words.ts';
import { VersionTextQuery } from '../reader/documents.ts';
import { ChainFields } from './chain-fields.tsx';
import { draftOf, inputOf, marksOf, type Draft } from './correction-draft.ts';
import { CorrectMutation, type Proposal } from './documents.ts';
import type { QueueActions } from './use-queue.ts';
import { useSelection } from './use-selection.ts';
import { WordsField } from './words-field.tsx';

interface CorrectionProps {
  readonly proposal: Proposal;
  readonly decide: QueueActions['decide'];
  readonly onClose: () => void;
}

/** What is right in the place of a proposal: the words are selected in the article's own text. */
export function Correction(props: CorrectionProps): ReactNode {
  return (
    <Asked document={VersionTextQuery} variables={{ id: props.proposal.article.currentVersion.id }}>
      {({ node }) => node?.__typename === 'ArticleVersion' && <CorrectionForm {...props} text={node.text} />}
    </Asked>
  );
}

function CorrectionForm({ proposal, decide, onClose, text }: CorrectionProps & { readonly text: string }): ReactNode {
  const [draft, setDraft] = useState(() => draftOf(proposal));
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const [selected, forgetSelection] = useSelection(root, text);
  const [codePoints, index] = useMemo(() => [new CodePoints(text), new SelectorIndex(text)], [text]);
  const marked = useMemo(() => marksOf(draft), [draft]);
  useEffect(() => {
    const words = root.current?.querySelector<HTMLElement>('[class^="words-"]');
    if (!box.current) return;
    // The box alone is scrolled: its first marked words come to a third of its height.
    if (words) box.current.scrollTop = words.offsetTop - box.current.clientHeight / 3;
    box.current.focus();
  }, []);
  const change = (by: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...by }));
    setProblem(null);
  };
  const take = (spans: readonly Span[]): void => {
    change({ content: spans });
    forgetSelection();
  };
  const send = async (): Promise<void> => {
    const input = inputOf(draft, index);
    if ('problem' in input) setProblem(input.problem);
    else if (reason.trim() === '') setProblem('Say why: readers will see it.');
    else await decide('corrected', CorrectMutation, { reason: reason.trim(), statement: input });
  };
  return (
    <form
      className="decision-form correction"
      aria-label="Correction"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <h3>Correct it</h3>
      <p className="soft">
        Select words in the text, and say below what they are. Whole words are taken, exactly as they stand.
      </p>
      <div className="text-pane">
        <div className="text-box" role="region" aria-label="The article’s text" tabIndex={0} ref={box}>
          <MarkedText text={text} language={proposal.article.language} marked={marked} root={root} />
        </div>
        <p className="selection" role="status">
          {selected ? (
            <>
              Selected, code points{' '}
              <span className="figures">
                {codePoints.fromUtf16(selected.start)}–{codePoints.fromUtf16(selected.end)}
              </span>
              : “<Exact>{text.slice(selected.start, selected.end)}</Exact>”
            </>
          ) : (
            'Nothing is selected.'
          )}
        </p>
      </div>
      <MarksKey marked={marked} />
      <fieldset>
        <legend>What was said</legend>
        {draft.content.map((span, at) => (
          <WordsField
            key={`${String(at)} ${String(draft.content.length)}`}
            label={draft.content.length === 1 ? 'The words said' : `The words said, part ${String(at + 1)}`}
            text={codePoints}
            span={span}
            selected={selected}
            onChange={(next) => {
              take(next ? draft.content.with(at, next) : draft.content.toSpliced(at, 1));
            }}
          />
        ))}
        <button
          type="button"
          disabled={!selected}
          onClick={() => {
            if (selected) take([...draft.content, selected].sort((a, b) => a.start - b.start));
          }}
        >
          {draft.content.length === 0 ? 'Take the selection' : 'Take the selection as another part'}
        </button>
        <label>
          The assertion, as one sentence
          <textarea
            rows={2}
            dir="auto"
            value={draft.text}
            onChange={({ target }) => {
              change({ text: target.value });
            }}
          />
        </label>
        <div className="choices">
          <Choice
            label="Rendered"
            words={MODES}
            value={draft.mode}
            onChoose={(mode) => {
              change({ mode });
            }}
          />
          <Choice
            label="Polarity"
            words={POLARITIES}
            value={draft.polarity}
            onChoose={(polarity) => {
              change({ polarity });
            }}
          />
          <Choice
            label="Certainty"
            words={CERTAINTIES}
            value={draft.certainty}
            onChoose={(certainty) => {
              change({ certainty });
            }}
          />
        </div>
      </fieldset>
      {draft.mode !== 'NARRATION' && (
        <ChainFields
          hops={draft.hops}
          text={codePoints}
          selected={selected}
          onChange={(hops) => {
            change({ hops });
          }}
        />
      )}
      <label>
        Why? <span className="soft">Readers will see it.</span>
        <input
          value={reason}
          onChange={({ target }) => {
            setReason(target.value);
          }}
        />
      </label>
      {problem !== null && (
        <p className="notice" role="alert">
          <Exact>{problem}</Exact>
        </p>
      )}
      <p className="decisions">
        <button type="submit">Put it in its place</button>
        <button type="button" onClick={onClose}>
          Close <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly words: Readonly<Record<Value, string>>;
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ label, words, value, onChoose }: ChoiceProps<Value>): ReactNode {
  return (
    <label>
      {label}
      <select
        value={value}
        onChange={({ target }) => {
          onChoose(target.value as Value);
        }}
      >
        {Object.entries<string>(words).map(([one, told]) => (
          <option key={one} value={one}>
            {told}
          </option>
        ))}
      </select>
    </label>
  );
}
