import type { KeyboardEvent, ReactNode } from 'react';
import { standsForOthers, type FlowLink, type FlowNode, type Flows } from '../../text/flows.ts';

interface FlowPictureProps {
  readonly flows: Flows;
  readonly chosen: string | null;
  readonly onChoose: (slug: string) => void;
}

/** Pixels. */
const COLUMN = 290;
const BAR = 7;
const LONGEST_NAME = 34;

/** The bands of who quotes whom. Whoever is chosen stays, with all chains that they are in. */
export function FlowPicture({
  flows: { nodes, links, depths, height },
  chosen,
  onChoose,
}: FlowPictureProps): ReactNode {
  const width = depths * COLUMN;
  return (
    <div className="flow-scroll" tabIndex={0} role="region" aria-label="Picture of who quotes whom; listed below">
      <svg width={width} height={height + 4} viewBox={`0 0 ${String(width)} ${String(height + 4)}`}>
        <g className="flow-links" aria-hidden="true">
          {links.map((link) => (
            <path key={link.from.key + link.to.key} d={bandOf(link)} strokeWidth={Math.max(1, link.width)} />
          ))}
        </g>
        {nodes.map((node) => (
          <Node key={node.key} node={node} isChosen={node.slug === chosen} onChoose={onChoose} />
        ))}
      </svg>
    </div>
  );
}

interface NodeProps {
  readonly node: FlowNode;
  readonly isChosen: boolean;
  readonly onChoose: (slug: string) => void;
}

function Node({ node, isChosen, onChoose }: NodeProps): ReactNode {
  const { depth, y, height, name, slug, weight } = node;
  const x = depth * COLUMN;
  const shown = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
  const shape = (
    <>
      <rect x={x} y={y} width={BAR} height={Math.max(2, height)} />
      <text x={x + BAR + 6} y={y + Math.max(8, Math.min(height, 40) / 2)} dominantBaseline="central">
        {shown} <tspan>{weight}</tspan>
      </text>
    </>
  );
  if (standsForOthers(node)) return <g className="flow-node others">{shape}</g>;
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onChoose(slug);
  };
  return (
    <g
      className={isChosen ? 'flow-node chosen' : 'flow-node'}
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      aria-label={`${shown} ${String(weight)}${shown === name ? '' : `: ${name}`}`}
      onClick={() => {
        onChoose(slug);
      }}
      onKeyDown={onKey}
    >
      <title>{name}</title>
      {shape}
    </g>
  );
}

function bandOf({ from, to, fromY, toY }: FlowLink): string {
  const [start, end] = [from.depth * COLUMN + BAR, to.depth * COLUMN];
  const middle = (start + end) / 2;
  return ['M', start, fromY, 'C', middle, fromY, middle, toY, end, toY].join(' ');
}
