/** Somebody in a chain of who told whom. */
export interface Teller {
  readonly slug: string;
  readonly name: string;
}

/** Somebody at one depth of all chains: 0 the articles' own voices, 1 whom they quote, and so on. */
export interface FlowNode extends Teller {
  readonly key: string;
  readonly depth: number;
  /** How many chains pass here. */
  readonly weight: number;
  /** From the top of the drawing; `height` is in proportion to `weight`, `room` is that of the label at least. */
  readonly y: number;
  readonly height: number;
  readonly room: number;
}

/** How many chains go from one node to the next. */
export interface FlowLink {
  readonly from: FlowNode;
  readonly to: FlowNode;
  readonly weight: number;
  /** Of the middle of the band at either end. */
  readonly fromY: number;
  readonly toY: number;
  readonly width: number;
}

/** A drawing of who quotes whom. */
export interface Flows {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
  readonly depths: number;
  readonly height: number;
}

interface FlowsOptions {
  /** How many nodes are drawn at each depth; the others are put together into one. */
  readonly most: number;
  /** Pixels that a label needs, and that one chain is wide. */
  readonly line: number;
  readonly unit: number;
}

/** Stands for those that are not drawn by themselves. No slug has a space in it. */
const OTHERS = ' others';

/** Draws chains as bands from the left to the right: at each depth the most quoted on top, as wide as they are often quoted. */
export function flows(chains: readonly (readonly Teller[])[], { most, line, unit }: FlowsOptions): Flows {
  const weights: Map<string, { teller: Teller; weight: number }>[] = [];
  for (const chain of chains) {
    chain.forEach((teller, depth) => {
      const here = (weights[depth] ??= new Map());
      const known = here.get(teller.slug);
      if (known) known.weight++;
      else here.set(teller.slug, { teller, weight: 1 });
    });
  }
  const placed = weights.map((here, depth) => placeColumn([...here.values()], depth, { most, line, unit }));
  const nodeOf = (teller: Teller, depth: number): FlowNode | undefined =>
    placed[depth]?.get(teller.slug) ?? placed[depth]?.get(OTHERS);
  const links = new Map<string, { from: FlowNode; to: FlowNode; weight: number }>();
  for (const chain of chains) {
    for (let depth = 1; depth < chain.length; depth++) {
      const [outer, inner] = [chain[depth - 1], chain[depth]];
      const from = outer && nodeOf(outer, depth - 1);
      const to = inner && nodeOf(inner, depth);
      if (!from || !to) continue;
      const key = `${from.key} ${to.key}`;
      const known = links.get(key);
      if (known) known.weight++;
      else links.set(key, { from, to, weight: 1 });
    }
  }
  const nodes = placed.flatMap((column) => [...new Set(column.values())]);
  return {
    nodes,
    links: placeLinks([...links.values()], unit),
    depths: placed.length,
    height: Math.max(0, ...nodes.map(({ y, room }) => y + room)),
  };
}

function placeColumn(
  all: readonly { readonly teller: Teller; readonly weight: number }[],
  depth: number,
  { most, line, unit }: FlowsOptions,
): Map<string, FlowNode> {
  const ranked = [...all].sort((a, b) => b.weight - a.weight || (a.teller.name < b.teller.name ? -1 : 1));
  const rest = ranked.length > most ? ranked.slice(most) : [];
  const shown = [
    ...ranked.slice(0, ranked.length - rest.length),
    ...(rest.length > 0
      ? [
          {
            teller: { slug: OTHERS, name: `${String(rest.length)} others` },
            weight: rest.reduce((sum, { weight }) => sum + weight, 0),
          },
        ]
      : []),
  ];
  let y = 0;
  return new Map(
    shown.map(({ teller, weight }) => {
      const height = weight * unit;
      const room = Math.max(height, line);
      const node = { ...teller, key: `${String(depth)} ${teller.slug}`, depth, weight, y, height, room };
      y += room + line / 3;
      return [teller.slug, node];
    }),
  );
}

/** Sorted at either end by where they go, so that as few as can be cross. */
function placeLinks(links: readonly Pick<FlowLink, 'from' | 'to' | 'weight'>[], unit: number): FlowLink[] {
  const stack = (end: 'from' | 'to', other: 'from' | 'to'): Map<(typeof links)[number], number> => {
    const filled = new Map<FlowNode, number>();
    const sorted = [...links].sort((a, b) => a[other].y - b[other].y);
    return new Map(
      sorted.map((link) => {
        const node = link[end];
        const before = filled.get(node) ?? 0;
        filled.set(node, before + link.weight * unit);
        return [link, node.y + before + (link.weight * unit) / 2];
      }),
    );
  };
  const [starts, ends] = [stack('from', 'to'), stack('to', 'from')];
  return links.map((link) => ({
    ...link,
    fromY: starts.get(link) ?? 0,
    toY: ends.get(link) ?? 0,
    width: link.weight * unit,
  }));
}

/** Whether a node stands for those that are not drawn by themselves. */
export const standsForOthers = ({ slug }: FlowNode): boolean => slug === OTHERS;
