import type { ReactNode } from 'react';
import type { CodePoints } from '../../../../src/text/code-points.ts';
import type { Span } from '../../../../src/text/span.ts';
import { Exact } from '../../parts/exact.tsx';
import { moveEdge } from '../../text/word-span.ts';

interface WordsFieldProps {
  /** "The words said". */
  readonly label: string;
  readonly text: CodePoints;
  /** UTF-16 code units; null where there are none. */
  readonly span: Span | null;
  /** What is selected in the text; null for nothing. */
  readonly selected: Span | null;
  readonly onChange: (span: Span | null) => void;
}

/** Words of the text: taken from the selection, or with their ends moved word by word, as keyboards can do too. */
export function WordsField({ label, text, span, selected, onChange }: WordsFieldProps): ReactNode {
  return (
    <div className="words-field" role="group" aria-label={label}>
      <p>
        <span className="soft">{label}</span>{' '}
        {span && (
          <span className="figures soft">
            {text.fromUtf16(span.start)}–{text.fromUtf16(span.end)}
          </span>
        )}
      </p>
      <p className="chosen-words">
        {span ? <Exact>{text.text.slice(span.start, span.end)}</Exact> : <span className="soft">none</span>}
      </p>
      <p className="edges">
        <button
          type="button"
          disabled={!selected}
          onClick={() => {
            onChange(selected);
          }}
        >
          Take the selection
        </button>
        {span &&
          (['start', 'end'] as const).map((edge) => (
            <span key={edge}>
              {([-1, 1] as const).map((by) => (
                <button
                  key={by}
                  type="button"
                  aria-label={`${edge === 'start' ? 'Begin' : 'End'} a word ${by === 1 ? 'later' : 'earlier'}`}
                  title={`${edge === 'start' ? 'Begin' : 'End'} a word ${by === 1 ? 'later' : 'earlier'}`}
                  onClick={() => {
                    onChange(moveEdge(text.text, span, edge, by));
                  }}
                >
                  {edge === 'start' ? (by === 1 ? '⇥[' : '⇤[') : by === 1 ? ']⇥' : ']⇤'}
                </button>
              ))}
            </span>
          ))}
        {span && (
          <button
            type="button"
            onClick={() => {
              onChange(null);
            }}
          >
            Without
          </button>
        )}
      </p>
    </div>
  );
}
