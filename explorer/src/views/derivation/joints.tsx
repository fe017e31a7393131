import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';

interface JointsProps {
  /** How many passages there are. */
  readonly number: number;
  readonly chosen: number;
}

/** Pixels from the top of what holds both texts, and from its left side. */
interface Ends {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** The lines that join a passage with what it became, in the gutter between the two texts that stand beside it. */
export function Joints({ number, chosen }: JointsProps): ReactNode {
  const drawing = useRef<SVGSVGElement>(null);
  const [ends, setEnds] = useState<Ends>({ left: [], right: [], from: 0, to: 0 });
  useLayoutEffect(() => {
    const element = drawing.current?.parentElement;
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
  }, [number]);
  const { from, to } = ends;
  const middle = (from + to) / 2;
  return (
    <svg ref={drawing} className="joints" aria-hidden="true">
      {ends.left.map((y, index) => {
        const end = ends.right[index] ?? NaN;
        if (Number.isNaN(y + end)) return null;
        const path = [from + 4, y, 'C', middle, y, middle, end, to - 14, end].join(' ');
        return <path key={index} d={`M ${path}`} className={index === chosen ? 'chosen' : undefined} />;
      })}
    </svg>
  );
}
