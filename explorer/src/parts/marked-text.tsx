import { memo, type ReactNode, type RefObject } from 'react';
import { blocks } from '../text/blocks.ts';
import { runs, type Marked } from '../text/runs.ts';
import { Pieces } from './exact.tsx';

/** What words are to a statement. */
export type EvidenceMark = 'content' | 'cue' | 'source';

const MARKS: Readonly<Record<EvidenceMark, string>> = {
  content: 'what was said',
  cue: 'words that tell that it was said',
  source: 'words that name who said it',
};

interface MarkedWordsProps {
  readonly text: string;
  /** A stretch of it, in UTF-16 code units. */
  readonly within: { readonly start: number; readonly end: number };
  readonly marked: readonly Marked<EvidenceMark>[];
}

/** A stretch of a text, with the words marked in it that a statement rests on. */
export function MarkedWords({ text, within, marked }: MarkedWordsProps): ReactNode {
  return runs(within, marked).map(({ start, end, marks }) => {
    const roles = [...new Set(marks)];
    return (
      <span
        key={start}
        className={roles.length === 0 ? undefined : roles.map((role) => `words-${role}`).join(' ')}
        title={roles.length === 0 ? undefined : roles.map((role) => MARKS[role]).join('; ')}
      >
        <Pieces text={text.slice(start, end)} />
      </span>
    );
  });
}

interface MarkedTextProps {
  readonly text: string;
  readonly language: string;
  readonly marked: readonly Marked<EvidenceMark>[];
  readonly root: RefObject<HTMLDivElement | null>;
}

/** A whole text with the words marked that a statement rests on. Its characters are those of the text, from the first to the last. */
export const MarkedText = memo(function MarkedText({ text, language, marked, root }: MarkedTextProps): ReactNode {
  return (
    <div className="marked-text" lang={language} ref={root}>
      {blocks(text).map((block) => (
        <div key={block.start}>
          {block.start < block.end && (
            <p dir="auto" className="exact">
              <MarkedWords text={text} within={block} marked={marked} />
            </p>
          )}
          <span hidden>{text.slice(block.end, block.next)}</span>
        </div>
      ))}
    </div>
  );
});

/** What the marks mean that stand in a text. */
export function MarksKey({ marked }: { readonly marked: readonly Marked<EvidenceMark>[] }): ReactNode {
  return (
    <ul className="key" aria-label="What the marks mean">
      {(['content', 'source', 'cue'] as const)
        .filter((role) => marked.some(({ mark }) => mark === role))
        .map((role) => (
          <li key={role}>
            <span className={`words-${role}`}>{MARKS[role]}</span>
          </li>
        ))}
    </ul>
  );
}
