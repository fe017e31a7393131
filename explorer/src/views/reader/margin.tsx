import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { placeCards } from '../../text/place-cards.ts';
import { Card, CardLine } from './card.tsx';
import type { PlacedStatement } from './placed-statement.ts';

interface MarginProps {
  readonly statements: readonly PlacedStatement[];
  readonly chosenId: string | null;
  readonly text: RefObject<HTMLDivElement | null>;
  readonly onChoose: (statementId: string | null) => void;
  readonly onStep: (by: 1 | -1) => void;
}

/** Pixels between two cards. */
const GAP = 6;

/** A card for each statement, beside the line where its words begin; on small screens the chosen one alone, as a sheet. */
export function Margin({ statements, chosenId, text, onChoose, onStep }: MarginProps): ReactNode {
  const list = useRef<HTMLOListElement>(null);
  const [tops, setTops] = useState<readonly number[]>([]);
  const chosen = statements.findIndex(({ statement }) => statement.id === chosenId);
  useLayoutEffect(() => {
    const place = (): void => {
      const [column, words] = [list.current, text.current];
      if (!column || !words) return;
      const above = column.getBoundingClientRect().top;
      const lines = new Map(
        [...words.querySelectorAll<HTMLElement>('[data-at]')].map((run) => [run.dataset['at'], run]),
      );
      const cards = statements.map(({ places: [{ start }] }, index) => ({
        wanted: (lines.get(String(start))?.getClientRects()[0]?.top ?? above) - above,
        height: (column.children[index] as HTMLElement | undefined)?.offsetHeight ?? 0,
      }));
      const next = placeCards(cards, chosen, GAP);
      setTops((before) =>
        before.length === next.length && before.every((top, at) => top === next[at]) ? before : next,
      );
    };
    place();
    // Fonts that come, a window that is made narrower, a card that has read more: all move lines or cards.
    const observer = new ResizeObserver(place);
    if (text.current) observer.observe(text.current);
    for (const card of list.current?.children ?? []) observer.observe(card);
    return () => {
      observer.disconnect();
    };
  }, [statements, chosen, text]);
  return (
    <aside className="margin" aria-label="Statements">
      <ol ref={list}>
        {statements.map((placed, index) => {
          const { id, mode } = placed.statement;
          const isChosen = index === chosen;
          return (
            <li
              key={id}
              id={`card-${id}`}
              className={`card card-${mode.toLowerCase()}${isChosen ? ' chosen' : ''}`}
              style={{ transform: `translateY(${String(tops[index] ?? 0)}px)` }}
              aria-current={isChosen ? 'true' : undefined}
            >
              {isChosen ? (
                <Card
                  placed={placed}
                  onChoose={onChoose}
                  onStep={onStep}
                  place={`${String(index + 1)} of ${String(statements.length)}`}
                />
              ) : (
                <CardLine placed={placed} onChoose={onChoose} />
              )}
            </li>
          );
        })}
      </ol>
      {chosen === -1 && statements.length > 0 && (
        <button
          type="button"
          className="step-through"
          onClick={() => {
            onStep(1);
          }}
        >
          Read statement by statement ({statements.length})
        </button>
      )}
    </aside>
  );
}
