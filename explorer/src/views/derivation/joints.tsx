import { useLayoutEffect, useState, type ReactNode, type RefObject } from 'react';

interface JointsProps {
  /** Holds both texts, side by side. */
  readonly stage: RefObject<HTMLDivElement | null>;
  /** How many passages there are. */
  readonly number: number;
  readonly chosen: number;
}

/** Pixels from the top of the stage, and from its left side. */
interface Ends {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** The lines that join a passage with what it became, in the gutter between both texts. */
export function Joints({ stage, number, chosen }: JointsProps): ReactNode {
  const [ends, setEnds] = useState<Ends>({ left: [], right: [], from: 0, to: 0 });
  useLayoutEffect(() => {
    const element = stage.current;
    if (!element) return;
    const measure = (): void => {
      const box = element.getBoundingClientRect();
      const side = (name: string): { tops: number[]; box: DOMRect | undefined } => {
        const column = element.querySelector(`.side-${name} .passages-text`);
        const tops = Array.from({ length: number }, (_, index) => {
          const run = column?.querySelector(`[data-passage="${String(index)}"][data-begins]`);
          const line = run?.getClientRects()[0];
          return line ? line.top + line.height / 2 - box.top : NaN;
        });
        return { tops, box: column?.getBoundingClientRect() };
      };
      const [left, right] = [side('left'), side('right')];
      setEnds({
        left: left.tops,
        right: right.tops,
        from: (left.box?.right ?? 0) - box.left,
        to: (right.box?.left ?? 0) - box.left,
      });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [stage, number]);
  const { from, to } = ends;
  const middle = (from + to) / 2;
  return (
    <svg className="joints" aria-hidden="true">
      {ends.left.map((y, index) => {
        const end = ends.right[index] ?? NaN;
        if (Number.isNaN(y + end)) return null;
        const path = [from + 4, y, 'C', middle, y, middle, end, to - 14, end].join(' ');
        return <path key={index} d={`M ${path}`} className={index === chosen ? 'chosen' : undefined} />;
      })}
    </svg>
  );
}
