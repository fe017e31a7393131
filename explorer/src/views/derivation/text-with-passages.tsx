import { useMemo, type ReactNode } from 'react';
import { overlaps, type Span } from '../../../../src/text/span.ts';
import { Pieces } from '../../parts/exact.tsx';
import { runs } from '../../text/runs.ts';
import { blocks } from '../../text/blocks.ts';

interface TextWithPassagesProps {
  readonly text: string;
  readonly language: string;
  /** UTF-16 code units. */
  readonly passages: readonly Span[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly onPoint: (index: number) => void;
}

/** A text with numbered passages, of which one is chosen. */
export function TextWithPassages({
  text,
  language,
  passages,
  chosen,
  onChoose,
  onPoint,
}: TextWithPassagesProps): ReactNode {
  const paragraphs = useMemo(() => {
    const marked = passages.map(({ start, end }, mark) => ({ start, end, mark }));
    return blocks(text)
      .filter(({ start, end }) => end > start)
      .map((block) => ({
        block,
        runs: runs(
          block,
          marked.filter((one) => overlaps(one, block)),
        ),
      }));
  }, [text, passages]);
  return (
    <div className="passages-text" lang={language}>
      {paragraphs.map(({ block, runs: parts }) => (
        <p key={block.start} dir="auto" className="exact">
          {parts.map(({ start, end, marks }) => {
            const words = <Pieces text={text.slice(start, end)} />;
            const [index] = marks;
            if (index === undefined) return <span key={start}>{words}</span>;
            return (
              <span
                key={start}
                className={marks.includes(chosen) ? 'passage chosen' : 'passage'}
                data-passage={index}
                data-begins={passages[index]?.start === start || undefined}
                onClick={() => {
                  onChoose(index);
                }}
                onPointerEnter={() => {
                  onPoint(index);
                }}
                onPointerLeave={() => {
                  onPoint(-1);
                }}
              >
                {passages[index]?.start === start && (
                  <button
                    type="button"
                    className="passage-number figures"
                    data-number={index + 1}
                    aria-label={`Passage ${String(index + 1)}: compare`}
                    aria-pressed={index === chosen}
                    onClick={(event) => {
                      event.stopPropagation();
                      onChoose(index);
                    }}
                  />
                )}
                {words}
              </span>
            );
          })}
        </p>
      ))}
    </div>
  );
}
