import type { Span } from '../../text/span.ts';
import type { Attribution } from '../uncued/uncued-rule.ts';

/** How attributions stand in each other, by their places in the list. */
export interface Nesting {
  /** The attribution in whose content another one stands as a whole; null for those that the article itself gives. */
  readonly parents: readonly (number | null)[];
  /** Those that only pass on what another one says: of their content nearly all is in it. */
  readonly relays: ReadonlySet<number>;
}

/** So much of the content of a relay is another attribution. */
const NEARLY_ALL = 0.7;

/** Who is quoted within whose words. */
export function nesting(attributions: readonly Attribution[]): Nesting {
  const extents = attributions.map(extentOf);
  const contents = attributions
    .flatMap(({ content }, index) => content.map((span) => ({ ...span, index })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const order = [...attributions.keys()].sort((a, b) => (extents[a]?.start ?? 0) - (extents[b]?.start ?? 0));
  const places = new Map(attributions.map((attribution, index) => [attribution, index]));
  const parents: (number | null)[] = attributions.map(({ within }) => (within && places.get(within)) ?? null);
  let open: typeof contents = [];
  let next = 0;
  for (const index of order) {
    const extent = extents[index];
    if (!extent || parents[index] !== null) continue;
    while (next < contents.length && (contents[next]?.start ?? 0) <= extent.start)
      open.push(...contents.slice(next, ++next));
    open = open.filter(({ end }) => end > extent.start);
    const around = open.filter(
      (span) => span.index !== index && span.end >= extent.end && !isSame(extents[span.index], extent),
    );
    parents[index] = around.sort((a, b) => a.end - a.start - (b.end - b.start))[0]?.index ?? null;
  }
  return { parents, relays: relaysAmong(attributions, extents, parents) };
}

function extentOf({ source, cue, content }: Attribution): Span {
  const [first, ...others] = [...cue, ...content];
  // A source further off, as that of a heading, does not make it longer; one beside it does.
  const own = others.reduce(
    (extent, { start, end }) => ({ start: Math.min(extent.start, start), end: Math.max(extent.end, end) }),
    { start: first?.start ?? 0, end: first?.end ?? 0 },
  );
  return source
    .filter(({ start, end }) => start - own.end < NEAR && own.start - end < NEAR)
    .reduce(
      (extent, { start, end }) => ({ start: Math.min(extent.start, start), end: Math.max(extent.end, end) }),
      own,
    );
}

/** A source so far off or further belongs to words elsewhere. */
const NEAR = 200;

const isSame = (one: Span | undefined, other: Span) => one?.start === other.start && one.end === other.end;

function relaysAmong(
  attributions: readonly Attribution[],
  extents: readonly Span[],
  parents: readonly (number | null)[],
): Set<number> {
  const covered = new Map<number, number>();
  parents.forEach((parent, index) => {
    const extent = extents[index];
    if (parent !== null && extent) covered.set(parent, (covered.get(parent) ?? 0) + extent.end - extent.start);
  });
  const isRelay = ([index, length]: readonly [number, number]) =>
    length >= NEARLY_ALL * (attributions[index]?.content.reduce((sum, { start, end }) => sum + end - start, 0) ?? 0);
  return new Set([...covered].filter(isRelay).map(([index]) => index));
}
